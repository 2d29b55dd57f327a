"""The write of a finding signed once with a template."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.db.models import QuerySet

from desens.access.models import User
from desens.audit.recording import recording
from desens.numbers.write import plain_text
from desens.records.once import find_entry, insert_once
from drugs.models import Drug
from protocols.engine import ProtocolTemplate
from protocols.models import Template, TemplateSignOff
from protocols.selectors import entry_content
from protocols.unit_templates.refusals import (
    NothingToSignError,
    SignedBeforeError,
)
from protocols.unit_templates.saying_services import noted, require_current
from protocols.unit_templates.use import use_of


@dataclass(frozen=True, kw_only=True)
class NewSignOff:
    """A finding of the template's own schedule for a drug, as it was shown, and why it is signed."""

    drug: Drug
    dose: Fraction
    code: str
    places: tuple[str, ...]
    reason: str


def sign_once(*, template: Template, new: NewSignOff, entry_key: UUID, by: User, at: datetime) -> TemplateSignOff:
    """Sign a finding with the template for a drug, if its own schedule has it at the places that were seen.

    StaleTemplateError, RetiredError, NothingToSignError, SignedBeforeError.
    """
    said: dict[str, Any] = {"drug": new.drug, "code": new.code, "reason": new.reason, "places": ", ".join(new.places)}
    row = TemplateSignOff(template=template, entry_key=entry_key, by=by, at=at, **said)
    row.number = _of_finding(template, new).count() + 1
    try:
        with recording(by=by, at=at) as record:
            require_current(template)
            _let_pass(template, new, entry_key)
            stored, created = insert_once(row)
            if created:
                audited = said | {"drug": new.drug.name, "dose": plain_text(new.dose)}
                noted(record, "signed finding", template, audited)
            return stored
    except IntegrityError:
        first = _first(template, new)
        raise SignedBeforeError(str(first.by) if first else "") from None


def _let_pass(template: Template, new: NewSignOff, entry_key: UUID) -> None:
    """A retry is refused nothing: its first row may be what stands in its way."""
    try:
        _require_found(template, new)
    except (NothingToSignError, SignedBeforeError):
        if find_entry(TemplateSignOff, entry_key) is None:
            raise


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
    return _of_finding(template, new).filter(withdrawal__isnull=True).select_related("by").first()


def _of_finding(template: Template, new: NewSignOff) -> QuerySet[TemplateSignOff]:
    """Every signature of that finding, the withdrawn ones among them."""
    return TemplateSignOff.objects.filter(template=template, drug=new.drug, code=new.code)
