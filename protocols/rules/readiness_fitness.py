"""Whether the patient is fit on this day: infection, temperature, pressure, saturation, heart rate.

Hemodynamic instability is a high risk, "not exclusion" (clinical.md 5.2), so every limit is overridden by a reason.
Fever: 38.0 degrees Celsius and above (CTCAE v5.0, known from the literature). Low pressure and saturation: the limits
by which a reaction is judged (reactions.rules.hypotension, hypoxia: Brown 2004 and the unit's choice), since a patient
who begins there cannot be judged later. The other limits are an implementation choice, no source used here states any:
below 35 degrees; 180/120 mmHg (the figures of a hypertensive crisis, ACC/AHA 2017, from the literature); a heart rate
below 50 or above 120. They are an adult's: a child's pressure is judged by the lower limit alone, the rate by none.
"""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.rules.readiness_item import Item, fails, holds, noted, unknown
from protocols.rules.readiness_record import Answers, Limits, Record
from reactions.rules import hypotension, hypoxia
from reactions.rules.observed import Observed

FEVER_C, COLD_C = Fraction(38), Fraction(35)
HIGH_SYSTOLIC, HIGH_DIASTOLIC = Fraction(180), Fraction(120)
SLOW, FAST = Fraction(50), Fraction(120)
DEGREES, PRESSURE, RATE = "°C", "mmHg", "/min"


def fitness(record: Record, answers: Answers, limits: Limits, *, days_ahead: int | None) -> Iterator[Item]:
    """What is asked and measured now; `days_ahead` of the procedure, None where its day is not chosen."""
    yield _infection(answers.infection)
    yield _temperature(answers.temperature_c)
    yield _pressure(record, answers, limits)
    yield _saturation(answers.spo2_percent)
    yield _heart_rate(record, answers.heart_rate)
    if days_ahead:
        yield noted("day", "day-before", days=str(days_ahead))


def _infection(answer: str) -> Item:
    if answer == "none":
        return holds("infection", "infection-none")
    return fails("infection", "infection-present") if answer else unknown("infection", "infection-missing")


def _temperature(value: Fraction | None) -> Item:
    if value is None:
        return unknown("temperature", "temperature-missing")
    shown = str(Quantity.of(value, DEGREES))
    if value >= FEVER_C:
        return fails("temperature", "temperature-high", value=shown, limit=str(Quantity.of(FEVER_C, DEGREES)))
    if value < COLD_C:
        return fails("temperature", "temperature-low", value=shown, limit=str(Quantity.of(COLD_C, DEGREES)))
    return holds("temperature", "measured", value=shown)


def _pressure(record: Record, answers: Answers, limits: Limits) -> Item:
    systolic, diastolic = answers.systolic_mmhg, answers.diastolic_mmhg
    if systolic is None or diastolic is None:
        return unknown("pressure", "pressure-missing")
    shown = f"{Quantity.of(systolic, PRESSURE).number}/{Quantity.of(diastolic, PRESSURE)}"
    observed = Observed(age_years=record.age_years, sbp_mmhg=systolic)
    if hypotension.is_low(observed, at_most_90=limits.at_most_90):
        return fails("pressure", "pressure-low", value=shown)
    if _is_adult(record) and (systolic >= HIGH_SYSTOLIC or diastolic >= HIGH_DIASTOLIC):
        return fails("pressure", "pressure-high", value=shown)
    return holds("pressure", "measured", value=shown)


def _saturation(value: Fraction | None) -> Item:
    if value is None:
        return unknown("saturation", "saturation-missing")
    shown = str(Quantity.of(value, "percent"))
    if hypoxia.is_low(Observed(spo2_percent=value)):
        return fails("saturation", "saturation-low", value=shown)
    return holds("saturation", "measured", value=shown)


def _heart_rate(record: Record, value: Fraction | None) -> Item:
    if value is None:
        return unknown("heart-rate", "heart-rate-missing")
    shown = str(Quantity.of(value, RATE))
    if not _is_adult(record):
        return unknown("heart-rate", "heart-rate-child", value=shown)
    return (
        holds("heart-rate", "measured", value=shown)
        if SLOW <= value <= FAST
        else fails("heart-rate", "heart-rate-out", value=shown)
    )


def _is_adult(record: Record) -> bool:
    return record.age_years >= hypotension.ADULT_FROM_YEARS
