"""The standing figures of many patients at once: what protocols.dose_figures.figures_today reads of one."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desens.numbers.quantity import Quantity
from patients.background_choices import ValueKind
from patients.background_models import DatedValue
from patients.models import Measurement
from patients.person import holding
from patients.rules.age import age_in_years
from protocols.dose_figures import SEXES
from protocols.engine.dosing import DatedFigure, PatientFigures

Standing = dict[tuple[int, str], DatedFigure]


@dataclass(frozen=True, kw_only=True)
class OfPatient:
    """What the record itself says: the key, the day of birth and the sex."""

    pk: int
    birth_date: date
    sex: str


def figures_of_many(patients: Collection[OfPatient], *, on: date) -> Mapping[int, PatientFigures]:
    """The figures of each by the record's key, over all records of the person, on a day. Three queries."""
    leads = dict(holding().values_list("patient", "leading"))
    wanted = {leads.get(one.pk, one.pk) for one in patients}
    ids = wanted | {joined for joined, leading in leads.items() if leading in wanted}
    standing: Standing = {}
    for model, kinds in ((Measurement, ("weight", "height")), (DatedValue, (ValueKind.CREATININE,))):
        rows = model._default_manager.filter(patient__in=ids, kind__in=kinds, error__isnull=True)
        fields = rows.order_by("measured_on", "id").values_list("patient", "kind", "value", "unit", "measured_on")
        standing |= _latest(fields.iterator(), leads)
    return {one.pk: _figures(one, standing, leads.get(one.pk, one.pk), on=on) for one in patients}


def _latest(rows: Iterable[tuple], leads: Mapping[int, int]) -> Standing:
    """The last row of each kind of a person holds, as they come in the order of their days."""
    last = {(leads.get(patient, patient), kind): figure for patient, kind, *figure in rows}
    return {
        key: DatedFigure(value=Quantity.of(value, unit).value, unit=unit, on=on)
        for key, (value, unit, on) in last.items()
    }


def _figures(one: OfPatient, standing: Standing, person: int, *, on: date) -> PatientFigures:
    return PatientFigures(
        weight=standing.get((person, "weight")),
        height=standing.get((person, "height")),
        creatinine=standing.get((person, ValueKind.CREATININE)),
        age=DatedFigure(value=Fraction(age_in_years(born=one.birth_date, on=on)), unit="years", on=on),
        sex=SEXES.get(one.sex),
    )
