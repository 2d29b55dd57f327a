"""A stored oral version as the form that it came from: for its next version, and for the next cycle."""

from typing import Any
from uuid import uuid4

from protocols.dose_order import order_text
from protocols.engine import DaysSpecification, IntervalSpecification
from protocols.models import Template
from protocols.oral.building import OralSpecification, plan_of
from protocols.oral.deciding import key_of
from protocols.oral.posting import BUILT, FROM, carried
from protocols.oral.rows import digest
from protocols.plan.deciding import STORED
from protocols.version_document import VersionDocument

FIELDS = (
    *("drug", "product", "template", "ordered_dose", "dose_reason", "dose_basis"),
    *("intended_on", "place", "telephone", "copied_from"),
)


def oral_specification(document: VersionDocument) -> OralSpecification | None:
    """What is taken by mouth; None where the version is an infusion."""
    found = document.specification
    return found if isinstance(found, DaysSpecification | IntervalSpecification) else None


def restored(document: VersionDocument, current: Template | None) -> dict[str, Any]:
    """The fields of the editor for a version; `current` is the revision of its template that is offered today.

    Where the template has another revision by now, the editor asks whether the stored plan is kept.
    """
    specification = oral_specification(document)
    chosen = {name: document.choices.get(name, "") for name in FIELDS}
    chosen |= {"dose_order": order_text(document.dose_order), "entry_key": str(uuid4())}
    if specification is None:
        return chosen
    plan = plan_of(specification)
    if current is None or str(current.revision) != document.source["revision"]:
        source = document.source
        return chosen | carried(plan) | {FROM: key_of(source["template"], source["revision"], specification.unit)}
    built = {BUILT: "" if document.edited else digest(plan), FROM: STORED if document.edited else ""}
    return chosen | carried(plan) | built


def for_next_cycle(document: VersionDocument, current: Template | None, *, copied_from: str) -> dict[str, Any]:
    """The fields for another cycle like this version: all but the day."""
    return restored(document, current) | {"intended_on": "", "copied_from": copied_from}
