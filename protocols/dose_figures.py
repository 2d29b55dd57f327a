"""What a target dose is computed from: the patient's standing figures, each with its day, and what is ordered."""

from collections.abc import Collection
from datetime import date
from fractions import Fraction

from desens.numbers.quantity import AMOUNT_UNITS, Quantity, convert
from patients.background import selectors as background
from patients.background_choices import Basis, ValueKind
from patients.background_models import DatedValue, OrderedDose
from patients.models import Patient
from patients.person import records_of
from patients.rules.age import age_in_years
from patients.selectors import Identity, MeasuredValue, latest_measurement
from protocols.dose_order_field import UNIT
from protocols.engine.dosing import DatedFigure, PatientFigures
from protocols.engine.dosing.figures import Sex

SEXES: dict[str, Sex] = {"F": "female", "M": "male"}


def figures_of(identity: Identity, *, ids: Collection[int], on: date, gfr: DatedFigure | None) -> PatientFigures:
    """Weight, height, age and sex as the banner has them, and the creatinine that stands. One query."""
    creatinine = _creatinine(ids)
    return PatientFigures(
        weight=_measured(identity.weight),
        height=_measured(identity.height),
        creatinine=_dated(creatinine.quantity, creatinine.measured_on) if creatinine else None,
        age=DatedFigure(value=Fraction(identity.age_years), unit="years", on=on),
        gfr=gfr,
        sex=SEXES.get(identity.sex),
    )


def figures_today(patient: Patient, *, on: date) -> PatientFigures:
    """The standing figures of the person, on a day. Five queries."""
    ids = records_of(patient).ids
    creatinine = _creatinine(ids)
    return PatientFigures(
        weight=_measured(latest_measurement(patient, "weight")),
        height=_measured(latest_measurement(patient, "height")),
        creatinine=_dated(creatinine.quantity, creatinine.measured_on) if creatinine else None,
        age=DatedFigure(value=Fraction(age_in_years(born=patient.birth_date, on=on)), unit="years", on=on),
        sex=SEXES.get(patient.sex),
    )


def ordered_doses(ids: Collection[int]) -> list[OrderedDose]:
    """The orders of open lines that state from what they are computed, in mass; the newest of each drug. One query."""
    rows = OrderedDose.objects.filter(line__in=background.open_lines(ids), error__isnull=True)
    newest: dict[tuple[int, str], OrderedDose] = {}
    for row in rows.order_by("-id"):
        newest.setdefault((row.line_id, row.drug_key), row)
    return [row for row in newest.values() if _begins(row) is not None]


def first_choices(orders: Collection[OrderedDose], entry_key: str) -> dict[str, object]:
    """The order of that key as the beginning of the form; nothing where there is none."""
    chosen = next((row for row in orders if str(row.entry_key) == entry_key), None)
    amount = chosen and _begins(chosen)
    return {"basis": chosen.basis, "amount": amount.value} if chosen and amount else {}


def _begins(row: OrderedDose) -> Quantity | None:
    """The ordered figure: per kg and per m2 in mg, the AUC as it is; None where there is none, or in units."""
    figure = row.amount if row.basis == Basis.FLAT else row.factor
    if figure is None or not row.basis or AMOUNT_UNITS[row.unit][0] != "mass":
        return None
    stated = Quantity.of(figure, row.unit)
    return stated if row.basis == Basis.AUC else convert(stated, UNIT)


def _creatinine(ids: Collection[int]) -> DatedValue | None:
    values = (shown.row for shown in background.shown_values(ids))
    return next((row for row in values if row.kind == ValueKind.CREATININE and not hasattr(row, "error")), None)


def _measured(value: MeasuredValue | None) -> DatedFigure | None:
    return _dated(value.quantity, value.measured_on) if value else None


def _dated(quantity: Quantity, on: date) -> DatedFigure:
    return DatedFigure(value=quantity.value, unit=quantity.unit, on=on)
