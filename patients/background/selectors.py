"""Every read of a patient's background; `ids` are the records of the person (patients.person)."""

from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from desens.numbers.quantity import Quantity
from desens.unit.definitions import BY_KEY
from desens.unit.selectors import UnitSettings, current
from patients.background.medicines import must_decide, rule_in_unit
from patients.background.shown import (
    Background,
    Kept,
    Medicines,
    OpenLoops,
    ShownLine,
    ShownMedicine,
    ShownRisk,
    ShownValue,
    is_undecided,
)
from patients.background_choices import Basis, Intake, RiskKind, ValueKind
from patients.background_models import (
    Condition,
    DatedValue,
    InterferingMedicine,
    NoInterferingMedicines,
    OrderedDose,
    RiskFactor,
    TreatmentLine,
    TreatmentLineEnd,
)
from patients.rules.dated_values import in_other_unit
from patients.rules.washout import washout

Row = TypeVar("Row")
FEV1_PERCENT = BY_KEY["fev1"]
CREATININE_DAYS = 30


def background(ids: Collection[int], *, on: date) -> Background:
    """The whole background, judged by the unit's settings of today. Nine queries."""
    unit = current()
    values = shown_values(ids)
    risks = _kept(_rows(RiskFactor, ids), lambda row: row.factor)
    return Background(
        conditions=_kept(_rows(Condition, ids), lambda row: row.diagnosis_key),
        lines=_lines(ids),
        values=values,
        risks=_by_kind(risks.standing, values, unit),
        earlier_risks=risks.earlier,
        medicines=medicines(ids, on=on, unit=unit),
    )


def medicines(ids: Collection[int], *, on: date, unit: UnitSettings) -> Medicines:
    """The interfering medicines with their washouts on a day. Two queries."""
    kept = _kept(_rows(InterferingMedicine, ids), lambda row: row.name_key)
    stated = tuple(_rows(NoInterferingMedicines, ids))
    standing = next((row for row in stated if not hasattr(row, "error")), None)
    overtaken = standing and any(row.recorded_at > standing.recorded_at for row in kept.standing)
    return Medicines(
        kept=Kept(
            standing=tuple(_shown_medicine(row, on, unit) for row in kept.standing),
            earlier=tuple(_shown_medicine(row, on, unit) for row in kept.earlier),
        ),
        statements=stated,
        none_taken_on=standing.stated_on if standing and not overtaken else None,
    )


def medicine_of(ids: Collection[int], entry_key: str) -> InterferingMedicine | None:
    """The medicine with this key in these records, if there is one. At most one query."""
    try:
        key = UUID(entry_key)
    except ValueError:
        return None
    return InterferingMedicine.objects.filter(patient__in=ids, entry_key=key).first()


def shown_values(ids: Collection[int]) -> tuple[ShownValue, ...]:
    """Every dated value, the last measured first, those in error among them. One query."""
    return tuple(
        ShownValue(row=row, other=_other(row)) for row in _rows(DatedValue, ids).order_by("-measured_on", "-id")
    )


def standing_risks(ids: Collection[int]) -> dict[str, RiskFactor]:
    """The answer that stands for each risk factor that was asked for. One query."""
    return {row.factor: row for row in _kept(_rows(RiskFactor, ids), lambda row: row.factor).standing}


def open_lines(ids: Collection[int]) -> QuerySet[TreatmentLine]:
    """The lines that did not end."""
    ended = TreatmentLineEnd.objects.filter(line=OuterRef("pk"), error__isnull=True)
    return TreatmentLine.objects.filter(~Exists(ended), patient__in=ids, error__isnull=True).order_by("-id")


def active_diagnoses(ids: Collection[int]) -> list[str]:
    """What the patient has now. One query."""
    kept = _kept(_rows(Condition, ids), lambda row: row.diagnosis_key)
    return [row.diagnosis for row in kept.standing if row.state == "active"]


def open_loops(ids: Collection[int], *, on: date) -> OpenLoops:
    """What is left open on a day. Two queries, three where an AUC dose is ordered."""
    doses = _rows(OrderedDose, ids).filter(line__in=open_lines(ids))
    standing = _kept(doses, lambda row: (row.line_id, row.drug_key)).standing
    auc_drugs = tuple(row.drug for row in standing if row.basis == Basis.AUC)
    known = _kept(_rows(InterferingMedicine, ids), lambda row: row.name_key).standing
    deciding = must_decide()
    return OpenLoops(
        auc_drugs=auc_drugs if auc_drugs and not _recent_creatinine(ids, on) else (),
        undecided=tuple(row for row in known if row.medicine_class in deciding and is_undecided(row)),
    )


def _recent_creatinine(ids: Collection[int], on: date) -> bool:
    since = on - timedelta(days=CREATININE_DAYS)
    values = DatedValue.objects.filter(patient__in=ids, kind=ValueKind.CREATININE, error__isnull=True)
    return values.filter(measured_on__gte=since).exists()


def _shown_medicine(row: InterferingMedicine, on: date, unit: UnitSettings) -> ShownMedicine:
    rule = rule_in_unit(row.medicine_class, row.name, unit=unit)
    ongoing = row.intake == Intake.ONGOING
    return ShownMedicine(
        row=row,
        rule=rule,
        washout=washout(days=rule.days, last_intake=row.last_intake_on, ongoing=ongoing, on=on),
    )


def _other(row: DatedValue) -> Quantity | None:
    other = in_other_unit(kind=row.kind, value=row.value, unit=row.unit)
    return Quantity.of(*other) if other else None


def _by_kind(standing: Iterable[RiskFactor], values: Iterable[ShownValue], unit: UnitSettings) -> tuple[ShownRisk, ...]:
    known = {row.factor: row for row in standing}
    right = (value.row for value in values if not hasattr(value.row, "error"))
    fev1 = next((row for row in right if row.kind == ValueKind.FEV1_PERCENT), None)
    least = Quantity.of(int(unit[FEV1_PERCENT]), "percent")
    low = least if fev1 and fev1.value < least.value else None
    return tuple(
        ShownRisk(kind=kind, row=known.get(kind), fev1=fev1, fev1_below=low)
        if kind == RiskKind.ASTHMA
        else ShownRisk(kind=kind, row=known.get(kind))
        for kind in RiskKind
    )


def _lines(ids: Collection[int]) -> Kept[ShownLine]:
    parts = [
        Prefetch(name, model.objects.select_related("recorded_by", "patient", "error__marked_by").order_by("-id"))
        for name, model in (("doses", OrderedDose), ("ends", TreatmentLineEnd))
    ]
    shown = [
        ShownLine(
            row=row,
            doses=_kept(row.doses.all(), lambda dose: dose.drug_key),
            ends=_kept(row.ends.all(), lambda end: end.line_id),
        )
        for row in _rows(TreatmentLine, ids).prefetch_related(*parts)
    ]
    right = [line for line in shown if not hasattr(line.row, "error")]
    return Kept(
        standing=tuple(sorted(right, key=lambda line: bool(line.ends.standing))),
        earlier=tuple(line for line in shown if hasattr(line.row, "error")),
    )


def _rows(model: Any, ids: Collection[int]) -> Any:
    """Every entry, the newest first, with who wrote it and whether it was a mistake."""
    rows = model.objects.filter(patient__in=ids)
    return rows.select_related("recorded_by", "patient", "error__marked_by").order_by("-id")


def _kept(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> Kept[Row]:
    """Of rows from the newest: the first of each key that is no mistake stands."""
    standing: dict[Hashable, Row] = {}
    earlier = []
    for row in rows:
        if hasattr(row, "error") or key(row) in standing:
            earlier.append(row)
        else:
            standing[key(row)] = row
    return Kept(standing=tuple(standing.values()), earlier=tuple(earlier))
