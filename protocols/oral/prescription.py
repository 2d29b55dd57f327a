"""What the allergist prescribes by mouth or under the skin, and what it gives."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from desens.unit.selectors import UnitSettings
from drugs.models import Drug
from drugs.selectors import ProductFacts
from patients.models import Patient
from protocols.dose_order import DoseOrder
from protocols.engine import Finding, compute_any
from protocols.engine.products import product_findings
from protocols.models import Template
from protocols.oral.building import OralSpecification
from protocols.oral.calendar import OralSchedule
from protocols.oral.components import given_with, shares_of
from protocols.oral.fitting import fit_findings
from protocols.ordered_dose import ordered_of
from protocols.ordering.choice import OrdersChoice
from protocols.ordering.ordered import OrderedBeside, ordered
from protocols.product_limits import limits_of_all
from protocols.product_units import units_of
from protocols.rules.decided import Decision, decided_by_mouth
from protocols.rules.marketed_units import unit_findings
from protocols.rules.prescribed import prescribed_by_mouth
from protocols.selectors import entry_content
from protocols.unit_templates.signed_off import findings_in_use
from protocols.version_document import Component


@dataclass(frozen=True, kw_only=True)
class OralPrescription:
    """What was chosen; `specification` is that of the plan, `edited` says that it is not the template's own.

    `intended_on` is day 1. `copied_from` is "" or the version (code/number) of an earlier cycle. `products`: the chosen
    one, or all that the drug has. `dose_order`: what the target dose was computed from, None where it was typed.
    `orders`: what is ordered beside, None as the unit's settings say.
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
    products: tuple[ProductFacts, ...] = ()
    dose_order: DoseOrder | None = None
    orders: OrdersChoice | None = None


def propose_oral(
    prescription: OralPrescription, *, decision: Decision | None = None, on: date | None = None
) -> OralSchedule:
    """What would be taken. Raises the engine's NothingToCompute; writes nothing.

    `decision` is what holds about the drug for the patient, None where no patient is asked about. `on` is the day on
    which the template is used, None for today.
    """
    specification, others = prescription.specification, other_components(prescription)
    schedule = compute_any(specification)
    computed = (
        *schedule.findings,
        *_of_others(others, known=schedule.findings),
        *fit_findings(prescription.drug, prescription.template, specification),
        *product_findings(schedule, specification, limits_of_all(prescription.products)),
        *unit_findings(specification, units_of(prescription.products, specification.drug)),
        *prescribed_by_mouth(
            ordered_of(prescription.dose_order, prescription.shown_choices, unit=specification.unit),
            target=specification.target_dose + sum(one.specification.target_dose for one in others),
            unit=specification.unit,
            edited=prescription.edited,
        ),
        *(decided_by_mouth(decision, over_days=_over_days(schedule)) if decision else ()),
    )
    drug, day = prescription.drug, on or timezone.localdate()
    found = findings_in_use(computed, template=prescription.template, drug=drug, on=day)
    return replace(schedule, findings=found)  # type: ignore[return-value]  # an oral specification gives no infusion


def beside_oral(prescription: OralPrescription, patient: Patient, *, on: date) -> OrderedBeside:
    """Premedication and what lies ready, judged by what is recorded of the patient; writes nothing."""
    return ordered(
        patient=patient,
        drug=prescription.drug.name,
        template=entry_content(prescription.template),
        unit=prescription.unit,
        choice=prescription.orders,
        fluids="",
        on=on,
    )


def other_components(prescription: OralPrescription) -> tuple[Component, ...]:
    """What is given of each component after the first; empty for one drug."""
    first, shares = prescription.specification, shares_of(entry_content(prescription.template))
    given = [given_with(first, share) for share in shares]
    return tuple(Component(specification=one, schedule=compute_any(one)) for one in given)


def _of_others(others: Iterable[Component], *, known: Iterable[Finding]) -> Iterator[Finding]:
    """What is found in the other components and not, at the same place, in the first: their rises are the same."""
    said = {(finding.code, finding.where) for finding in known}
    for component in others:
        yield from (finding for finding in component.schedule.findings if (finding.code, finding.where) not in said)


def _over_days(schedule: object) -> bool:
    return hasattr(schedule, "days")
