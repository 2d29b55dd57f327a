"""What the allergist prescribes by mouth or under the skin, and what it gives."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from django.utils import timezone

from desens.unit.selectors import UnitSettings
from drugs.models import Drug
from patients.models import Patient
from protocols.engine import Finding, compute_any
from protocols.models import Template
from protocols.oral.building import OralSpecification
from protocols.oral.calendar import OralSchedule
from protocols.oral.components import given_with, shares_of
from protocols.oral.fitting import fit_findings
from protocols.ordering.choice import NONE, OrdersChoice
from protocols.ordering.ordered import OrderedBeside, chosen_by_unit, ordered
from protocols.rules.decided import Decision, decided_by_mouth
from protocols.rules.prescribed import edited_by_mouth
from protocols.selectors import entry_content
from protocols.unit_templates.signed_off import findings_in_use
from protocols.version_document import Component


@dataclass(frozen=True, kw_only=True)
class OralPrescription:
    """What was chosen; `specification` is that of the plan, `edited` says that it is not the template's own.

    `intended_on` is day 1. `copied_from` is "" or the version (code/number) of an earlier cycle.
    """

    drug: Drug
    template: Template
    unit: UnitSettings
    specification: OralSpecification
    edited: bool
    shown_choices: dict[str, str]
    intended_on: date | None
    place: str
    telephone: str
    copied_from: str = ""


def propose_oral(
    prescription: OralPrescription, *, decision: Decision | None = None, on: date | None = None
) -> OralSchedule:
    """What would be taken. Raises the engine's NothingToCompute; writes nothing.

    `decision` is what holds about the drug for the patient, None where no patient is asked about. `on` is the day on
    which the template is used, None for today.
    """
    schedule = compute_any(prescription.specification)
    computed = (
        *schedule.findings,
        *_of_others(prescription, known=schedule.findings),
        *fit_findings(prescription.drug, prescription.template, prescription.specification),
        *edited_by_mouth(edited=prescription.edited),
        *(decided_by_mouth(decision, over_days=_over_days(schedule)) if decision else ()),
    )
    drug, day = prescription.drug, on or timezone.localdate()
    found = findings_in_use(computed, template=prescription.template, drug=drug, on=day)
    return replace(schedule, findings=found)  # type: ignore[return-value]  # an oral specification gives no infusion


def beside_oral(prescription: OralPrescription, patient: Patient, *, on: date) -> OrderedBeside:
    """What lies ready, judged by what is recorded of the patient; no premedication is ordered by the program."""
    by_unit = chosen_by_unit(prescription.unit, template=None, drug=prescription.drug.name)
    choice = OrdersChoice(
        premedication_set=NONE,
        rows=(),
        monitoring_minutes=by_unit.monitoring_minutes or Fraction(1),
        observation_h=by_unit.observation_h,
        glucagon=by_unit.glucagon,
    )
    entry = entry_content(prescription.template)
    return ordered(
        patient=patient,
        drug=prescription.drug.name,
        template=entry,
        unit=prescription.unit,
        choice=choice,
        fluids="",
        on=on,
    )


def other_components(prescription: OralPrescription) -> tuple[Component, ...]:
    """What is given of each component after the first; empty for one drug."""
    first, shares = prescription.specification, shares_of(entry_content(prescription.template))
    given = [given_with(first, share) for share in shares]
    return tuple(Component(specification=one, schedule=compute_any(one)) for one in given)


def _of_others(prescription: OralPrescription, *, known: Iterable[Finding]) -> Iterator[Finding]:
    """What is found in the other components and not, at the same place, in the first: their rises are the same."""
    said = {(finding.code, finding.where) for finding in known}
    for component in other_components(prescription):
        yield from (finding for finding in component.schedule.findings if (finding.code, finding.where) not in said)


def _over_days(schedule: object) -> bool:
    return hasattr(schedule, "days")
