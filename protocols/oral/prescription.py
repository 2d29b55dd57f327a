"""What the allergist prescribes by mouth, and what it gives."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from desens.unit.selectors import UnitSettings
from drugs.models import Drug
from drugs.selectors import ProductFacts
from patients.models import Patient
from protocols.dose_order import DoseOrder
from protocols.engine import Caution, Finding, compute_any
from protocols.engine.products import product_findings
from protocols.models import Template
from protocols.oral.building import OralSpecification
from protocols.oral.calendar import OralSchedule
from protocols.oral.offered import fixed_specification
from protocols.ordering.choice import OrdersChoice
from protocols.ordering.ordered import OrderedBeside, ordered
from protocols.product_limits import limits_of
from protocols.product_units import units_of
from protocols.rules.decided import Decision, decided_by_mouth
from protocols.rules.marketed_units import unit_findings
from protocols.rules.prescribed import prescribed_by_mouth
from protocols.selectors import entry_content
from protocols.unit_templates.signed_off import findings_in_use


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
    specification, limits = prescription.specification, [limits_of(facts) for facts in prescription.products]
    schedule = compute_any(specification)
    computed = (
        *schedule.findings,
        *_other_drug(prescription),
        *product_findings(schedule, specification, [limit for of_one in limits for limit in of_one]),
        *unit_findings(specification, units_of(prescription.products)),
        *prescribed_by_mouth(
            prescription.dose_order,
            target=specification.target_dose,
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


def _other_drug(prescription: OralPrescription) -> Iterator[Finding]:
    published = fixed_specification(entry_content(prescription.template))
    if published and published.drug != prescription.drug.name:
        values = (("drugs", published.drug), ("drug", prescription.drug.name))
        yield Caution(code="template-other-drug", values=values)


def _over_days(schedule: object) -> bool:
    return hasattr(schedule, "days")
