"""Patients and answers for the tests of target doses."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from protocols.engine.dosing import DatedFigure, PatientFigures, TargetDose, target_dose

TODAY = date(2026, 11, 20)
FINE = Fraction(1, 10_000)
UNITS = {"weight": "kg", "height": "cm", "creatinine": "mg/dL", "age": "years", "gfr": "mL/min"}
#: clinical.md 8, body surface: cm, kg, Mosteller, DuBois.
SURFACES = [
    ("170", "70", "1.8181", "1.8097"),
    ("160", "60", "1.6330", "1.6221"),
    ("180", "100", "2.2361", "2.1950"),
    ("150", "45", "1.3693", "1.3698"),
]
HEIGHTS = st.integers(200, 2800).map(lambda tenths: Fraction(tenths, 10))
WEIGHTS = st.integers(10, 6500).map(lambda tenths: Fraction(tenths, 10))
CREATININES = st.integers(10, 3000).map(lambda hundredths: Fraction(hundredths, 100))
AMOUNTS = st.integers(1, 10**6).map(lambda thousandths: Fraction(thousandths, 1000))
AGES = st.integers(0, 125).map(Fraction)
SEXES = st.sampled_from(["female", "male"])


def dated(value, unit, *, days_ago=0):
    """A figure measured so many days before TODAY."""
    return DatedFigure(value=Fraction(value), unit=unit, on=TODAY - timedelta(days=days_ago))


def patient(*, sex="female", days_ago=0, **figures):
    """Whoever has these figures, and no others, in the usual units."""
    known = {name: dated(value, UNITS[name], days_ago=days_ago) for name, value in figures.items()}
    return PatientFigures(sex=sex, **known)


def dose_of(basis, step=FINE, **figures):
    """The dose, which has to be there."""
    answer = target_dose(basis, patient=patient(**figures), on=TODAY, step=step)
    assert isinstance(answer, TargetDose), answer
    return answer


def codes(answer):
    """The codes of its findings."""
    return [finding.code for finding in answer.findings]


def lines(answer):
    """The codes of its working."""
    return [line.code for line in answer.working]
