"""What is ordered beside the schedule for one patient, judged by the record: computed alike to show and to save."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from desens.unit.definitions.emergency import CHILD_BELOW_YEARS, GLUCAGON
from desens.unit.definitions.premedication import (
    ASPIRIN_CLEARANCE,
    ASPIRIN_PLATELETS,
    STANDING_RESCUE,
)
from desens.unit.selectors import UnitSettings
from patients.models import Patient
from protocols.engine import Finding
from protocols.engine.template import Entry
from protocols.ordering.choice import OrdersChoice
from protocols.ordering.gathering import record_of
from protocols.ordering.naming import Names, drug_names
from protocols.ordering.sets import proposed_rows
from protocols.ordering.unit_choice import times_of, unit_set
from protocols.rules.glucagon import Glucagon, Rate, glucagon_order
from protocols.rules.premedication import premedication_findings
from protocols.rules.premedication_record import Limits, Ordered
from protocols.rules.premedication_row import PremedicationRow
from protocols.rules.rescue_medicines import RescueMedicine, standing_list

RATES: dict[str, Rate] = {"mcg-min": "mcg-min", "mg-h": "mg-h"}


@dataclass(frozen=True, kw_only=True)
class OrderedBeside:
    """Rows, what lies ready, what is watched, and everything that is said about it; `findings` join the schedule's."""

    premedication_set: str
    premedication: tuple[PremedicationRow, ...]
    monitoring_minutes: Fraction
    observation_h: Fraction
    rescues: tuple[RescueMedicine, ...]
    glucagon: Glucagon | None
    findings: tuple[Finding, ...]

    @property
    def stored(self) -> dict[str, Any]:
        """The keyword arguments of `protocols.orders.Orders` that are ordered here."""
        return {name: value for name, value in vars(self).items() if name != "findings"}


def chosen_by_unit(unit: UnitSettings, *, template: Entry | None, drug: str) -> OrdersChoice:
    """What the unit's settings order where the prescriber chose nothing."""
    key, times = unit_set(unit), times_of(unit, drug)
    return OrdersChoice(
        premedication_set=key,
        rows=proposed_rows(key, unit=unit, template=template),
        monitoring_minutes=times["monitoring_minutes"],
        observation_h=times["observation_h"],
    )


def ordered(
    *,
    patient: Patient,
    drug: str,
    template: Entry,
    unit: UnitSettings,
    choice: OrdersChoice | None,
    fluids: str,
    on: date,
) -> OrderedBeside:
    """The choice, None for the unit's, judged for the patient on a day. Reads only: the same queries for any rows."""
    choice = choice or chosen_by_unit(unit, template=template, drug=drug)
    names = drug_names()
    record = record_of(patient, drug=drug, names=names, unit=unit, on=on)
    limits = _limits(unit)
    rows = tuple(Ordered(row=row, medicine=names.medicine(row.drug)) for row in choice.rows)
    rescues, about_rescues = standing_list(_listed(unit, names), record)
    glucagon, about_glucagon = glucagon_order(
        record, RATES[unit[GLUCAGON]], asked_for=choice.glucagon, child_below_years=limits.child_below_years
    )
    return OrderedBeside(
        premedication_set=choice.premedication_set,
        premedication=choice.rows,
        monitoring_minutes=choice.monitoring_minutes,
        observation_h=choice.observation_h,
        rescues=rescues,
        glucagon=glucagon,
        findings=(*premedication_findings(rows, record, limits, fluids=fluids), *about_rescues, *about_glucagon),
    )


def _limits(unit: UnitSettings) -> Limits:
    return Limits(
        least_platelets=unit[ASPIRIN_PLATELETS],
        least_clearance_ml_min=unit[ASPIRIN_CLEARANCE],
        child_below_years=int(unit[CHILD_BELOW_YEARS]),
    )


def _listed(unit: UnitSettings, names: Names) -> list[Any]:
    return [(RescueMedicine(**vars(row)), names.medicine(row.drug)) for row in unit[STANDING_RESCUE]]
