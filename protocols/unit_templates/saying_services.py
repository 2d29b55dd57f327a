"""Every write of what people say of a template: read by a second person, retired, a finding signed once."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import Recorder, recording
from desens.records.once import insert_once
from protocols.models import Template, TemplateReading, TemplateRetirement
from protocols.unit_templates.refusals import (
    OwnTemplateError,
    RetiredError,
    StaleTemplateError,
)
from protocols.unit_templates.selectors import latest_revision


def record_reading(*, template: Template, note: str, entry_key: UUID, by: User, at: datetime) -> TemplateReading:
    """That a second person read this revision. OwnTemplateError, StaleTemplateError, RetiredError."""
    if template.made_by_id is None or template.made_by_id == by.pk:
        raise OwnTemplateError
    maker = template.made_by_id
    row = TemplateReading(template=template, maker_id=maker, note=note, entry_key=entry_key, by=by, at=at)
    try:
        with recording(by=by, at=at) as record:
            require_current(template)
            stored, created = insert_once(row)
            if created:
                noted(record, "read", template, {"note": note})
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
                noted(record, "retired", template, {"reason": reason})
            return stored
    except IntegrityError:
        raise RetiredError from None


def _require_latest(template: Template) -> None:
    latest = latest_revision(template.slug)
    if latest.pk != template.pk:
        raise StaleTemplateError(latest)


def require_current(template: Template) -> None:
    """That it is the latest revision and stands. StaleTemplateError, RetiredError."""
    _require_latest(template)
    if TemplateRetirement.objects.filter(slug=template.slug).exists():
        raise RetiredError


def noted(record: Recorder, action: str, template: Template, after: dict[str, Any]) -> None:
    """The event of something said of a revision."""
    record.event(action, subject="template", subject_code=f"{template.slug}/{template.revision}", after=after)
