"""A stored version as the form that it came from: for its next version, and for the next cycle."""

from typing import Any
from uuid import uuid4

from django.shortcuts import get_object_or_404

from desens.numbers.write import read_exact
from desens.pages.fields import NumberField
from patients.models import Patient
from patients.person import records_of
from protocols.dose_order import order_text
from protocols.dose_order_field import UNIT
from protocols.forms import FIGURES
from protocols.models import Protocol, Template
from protocols.plan.building import plan_of
from protocols.plan.deciding import STORED
from protocols.plan.posting import BUILT, FROM, carried
from protocols.plan.rows import digest
from protocols.selectors import ShownVersion, shown_version
from protocols.version_document import VersionDocument

MOST_DIGITS = 5
#: What is chosen for one day, not for the drug.
OF_THE_DAY = ("intended_on",)


def restored(document: VersionDocument, current: Template | None) -> dict[str, Any]:
    """The fields of the editor for a version; `current` is the revision of its template that is offered today.

    The plan goes on as it was stored. Where the template has another revision by now, the editor asks whether the
    stored plan is kept.
    """
    chosen = {name: text for name, text in document.choices.items() if name != "end_flush"}
    figures = {
        name: NumberField(unit=UNIT).prepare_value(read_exact(chosen[name]))
        for name in (*FIGURES, "ordered_dose")
        if chosen.get(name)
    }
    flush = {"end_flush": "on"} if document.choices["end_flush"] == "True" else {}
    return (
        chosen
        | figures
        | flush
        | _plan(document, current)
        | {"dose_order": order_text(document.dose_order), "entry_key": str(uuid4())}
    )


def for_next_cycle(document: VersionDocument, current: Template | None, *, copied_from: str) -> dict[str, Any]:
    """The fields for another cycle like this version: all but the day."""
    return restored(document, current) | dict.fromkeys(OF_THE_DAY, "") | {"copied_from": copied_from}


def _plan(document: VersionDocument, current: Template | None) -> dict[str, str]:
    plan = plan_of(document.infusion.specification)
    same = current is not None and str(current.revision) == document.source["revision"]
    if not same:
        return carried(plan)
    built = {BUILT: "" if document.edited else digest(plan)}
    return carried(plan) | built | {FROM: STORED if document.edited else ""}


def version_named(patient: Patient, name: str) -> ShownVersion:
    """A version of the person's by its protocol's code and number, "CODE/3"; 404 where there is none of that name."""
    code, _slash, number = name.partition("/")
    protocol = get_object_or_404(Protocol, patient__in=records_of(patient).ids, code=code)
    readable = number.isascii() and number.isdecimal() and len(number) <= MOST_DIGITS
    return shown_version(protocol, int(number) if readable else 0)
