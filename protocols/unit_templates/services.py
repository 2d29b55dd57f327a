"""Every write about the revisions of a template of the unit."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import BadRequest
from django.db import IntegrityError
from django.utils.text import slugify

from desens.access.models import User
from desens.audit.recording import Recorder, recording
from desens.audit.signed_text import digest_of
from protocols.engine import canonical
from protocols.models import Template, TemplateOrigin, TemplateRetirement
from protocols.template_rows import UNIT_PREFIX
from protocols.unit_templates.checking import check
from protocols.unit_templates.refusals import BlockedError, RetiredError, StaleTemplateError
from protocols.unit_templates.selectors import latest_revision

_MOST_OF_A_NAME = 80
_MOST_ATTEMPTS = 4


def make_template(*, content: dict[str, Any], note: str, entry_key: UUID, by: User, at: datetime) -> Template:
    """The first revision of a new template of the unit, its address made of its title. BlockedError."""
    base = UNIT_PREFIX + (slugify(str(content.get("title", "")))[:_MOST_OF_A_NAME].strip("-") or "template")

    def store(record: Recorder) -> Template:
        return _store(record, _free(base), 1, content, note, entry_key=entry_key, by=by)

    for _attempt in range(_MOST_ATTEMPTS):
        try:
            return _once(store, content, entry_key=entry_key, by=by, at=at)
        except IntegrityError:  # somebody took the address meanwhile
            continue
    return _once(store, content, entry_key=entry_key, by=by, at=at)


def revise_template(
    *, slug: str, based_on: int, content: dict[str, Any], note: str, entry_key: UUID, by: User, at: datetime
) -> Template:
    """The revision after `based_on`. StaleTemplateError if that is not the latest, RetiredError, BlockedError."""

    def store(record: Recorder) -> Template:
        latest = latest_revision(slug)
        if latest.revision != based_on:
            raise StaleTemplateError(latest)
        if TemplateRetirement.objects.filter(slug=slug).exists():
            raise RetiredError
        return _store(record, slug, based_on + 1, content, note, entry_key=entry_key, by=by)

    try:
        return _once(store, content, entry_key=entry_key, by=by, at=at)
    except IntegrityError:
        raise StaleTemplateError(latest_revision(slug)) from None


def _once(
    store: Callable[[Recorder], Template], content: dict[str, Any], *, entry_key: UUID, by: User, at: datetime
) -> Template:
    """What `store` makes, or what was made before under the key of the same form: a retry may run beside its first."""
    try:
        with recording(by=by, at=at) as record:
            return _made_before(content, entry_key, by) or store(record)
    except (IntegrityError, StaleTemplateError):
        made = _made_before(content, entry_key, by)
        if made is None:
            raise
        return made


def _made_before(content: dict[str, Any], entry_key: UUID, by: User) -> Template | None:
    """The row of the key; BadRequest where somebody else made it, or of something else."""
    first = Template.objects.filter(made_key=entry_key).first()
    if first is None:
        return None
    if first.made_by_id != by.pk or first.content != _kept(content, first.revision):
        raise BadRequest("sent again with other content")
    return first


def _store(
    record: Recorder, slug: str, revision: int, content: dict[str, Any], note: str, *, entry_key: UUID, by: User
) -> Template:
    checked = check(content, slug=slug, revision=revision)
    if checked.blockers:
        raise BlockedError(checked.blockers)
    row = Template(
        slug=slug,
        revision=revision,
        title=checked.entry.title,
        content=_kept(content, revision),
        loaded_at=record.at,
        origin=TemplateOrigin.UNIT,
        made_by=by,
        made_key=entry_key,
        note=note,
    )
    row.save()
    after = {"title": row.title, "note": note, "sha256": digest_of(row.content)}
    action = "made" if revision == 1 else "revised"
    record.event(action, subject="template", subject_code=f"{slug}/{revision}", after=after)
    return row


def _kept(content: dict[str, Any], revision: int) -> str:
    return canonical(content | {"revision": str(revision)})


def _free(base: str) -> str:
    taken = set(Template.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    names = [base, *(f"{base}-{number}" for number in range(2, len(taken) + 2))]
    return next(name for name in names if name not in taken)
