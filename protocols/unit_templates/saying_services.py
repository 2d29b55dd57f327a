"""Every write of what people say of a template: read by a second person, retired, a finding signed once."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import Recorder, recording
from desens.numbers.write import plain_text
from desens.records.once import find_entry, insert_once
from drugs.models import Drug
from protocols.engine import ProtocolTemplate
from protocols.models import Template, TemplateReading, TemplateRetirement, TemplateSignOff
from protocols.selectors import entry_content
from protocols.unit_templates.refusals import (
    NothingToSignError,
    OwnTemplateError,
    RetiredError,
    SignedBeforeError,
    StaleTemplateError,
)
from protocols.unit_templates.selectors import latest_revision
from protocols.unit_templates.use import use_of


@dataclass(frozen=True, kw_only=True)
class NewSignOff:
    """A finding of the template's own schedule for a drug, as it was shown, and why it is signed."""

    drug: Drug
    dose: Fraction
    code: str
    places: tuple[str, ...]
    reason: str


def record_reading(*, template: Template, note: str, entry_key: UUID, by: User, at: datetime) -> TemplateReading:
    """That a second person read this revision. OwnTemplateError, StaleTemplateError, RetiredError."""
    if template.made_by_id is None or template.made_by_id == by.pk:
        raise OwnTemplateError
    maker = template.made_by_id
    row = TemplateReading(template=template, maker_id=maker, note=note, entry_key=entry_key, by=by, at=at)
    try:
        with recording(by=by, at=at) as record:
            _require_current(template)
            stored, created = insert_once(row)
            if created:
                _event(record, "read", template, {"note": note})
            return stored
    except IntegrityError:
        return TemplateReading.objects.get(template=template, by=by)


def retire_template(*, template: Template, reason: str, entry_key: UUID, by: User, at: datetime) -> TemplateRetirement:
    """Offer it no longer. StaleTemplateError where a newer revision was not seen, RetiredError where it is retired."""
    row = TemplateRetirement(template=template, slug=template.slug, reason=reason, entry_key=entry_key, by=by, at=at)
    try:
        with recording(by=by, at=at) as record:
            _require_latest(template)
            stored, created = insert_once(row)
            if created:
                _event(record, "retired", template, {"reason": reason})
            return stored
    except IntegrityError:
        raise RetiredError from None


def sign_once(*, template: Template, new: NewSignOff, entry_key: UUID, by: User, at: datetime) -> TemplateSignOff:
    """Sign a finding with the template for a drug, if its own schedule has it at the places that were seen.

    StaleTemplateError, RetiredError, NothingToSignError, SignedBeforeError.
    """
    said: dict[str, Any] = {"drug": new.drug, "code": new.code, "reason": new.reason, "places": ", ".join(new.places)}
    row = TemplateSignOff(template=template, entry_key=entry_key, by=by, at=at, **said)
    try:
        with recording(by=by, at=at) as record:
            _require_current(template)
            if find_entry(TemplateSignOff, entry_key) is None:
                _require_found(template, new)
            stored, created = insert_once(row)
            if created:
                audited = said | {"drug": new.drug.name, "dose": plain_text(new.dose)}
                _event(record, "signed finding", template, audited)
            return stored
    except IntegrityError:
        first = _first(template, new)
        raise SignedBeforeError(str(first.by) if first else "") from None


def _require_found(template: Template, new: NewSignOff) -> None:
    entry = entry_content(template)
    if not isinstance(entry, ProtocolTemplate):
        raise NothingToSignError
    first = _first(template, new)
    if first is not None:
        raise SignedBeforeError(str(first.by))
    if use_of(template, entry, drug=new.drug, dose=new.dose).open_places.get(new.code) != new.places:
        raise NothingToSignError


def _first(template: Template, new: NewSignOff) -> TemplateSignOff | None:
    rows = TemplateSignOff.objects.filter(template=template, drug=new.drug, code=new.code)
    return rows.select_related("by").first()


def _require_latest(template: Template) -> None:
    latest = latest_revision(template.slug)
    if latest.pk != template.pk:
        raise StaleTemplateError(latest)


def _require_current(template: Template) -> None:
    _require_latest(template)
    if TemplateRetirement.objects.filter(slug=template.slug).exists():
        raise RetiredError


def _event(record: Recorder, action: str, template: Template, after: dict[str, Any]) -> None:
    record.event(action, subject="template", subject_code=f"{template.slug}/{template.revision}", after=after)
