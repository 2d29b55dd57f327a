"""Oral schedules at random: days with doses at times of the day, and single doses at intervals."""

from dataclasses import replace

from hypothesis import strategies as st

from protocols.documents.fitting import BAG, DOSE, TAKEN, TAKEN_OFTEN
from protocols.engine import (
    ENGINE_VERSION,
    DayDose,
    DaysSchedule,
    DrawnSolution,
    IntervalSchedule,
    IntervalStep,
    ScheduledDay,
)
from tests.protocols.documents.randomly import UNITS, amounts, fitting

TIMES = ("morning", "noon", "evening", "night")
SAME = {"drug": "penicillin V", "route": "oral", "findings": (), "engine_version": ENGINE_VERSION}


@st.composite
def day_schedules(draw, most_days: int = 31) -> DaysSchedule:
    """Up to four doses a day, with or without the units that make them."""
    unit = draw(UNITS)
    times = [time for time in TIMES if draw(st.booleans())] or ["morning"]
    some = fitting(TAKEN if len(times) < 3 else TAKEN_OFTEN, unit)
    strengths = draw(st.lists(some, max_size=2, unique=True))
    made = st.none()
    if strengths:
        made |= st.tuples(*(st.tuples(st.integers(1, 9), st.just(strength)) for strength in strengths))
    doses = st.tuples(*(st.builds(DayDose, time=st.just(time), dose=some, units=made) for time in times))
    days = enumerate(draw(st.lists(doses, min_size=1, max_size=most_days)), start=1)
    return DaysSchedule(
        unit=unit,
        target_dose=draw(some),
        strengths=tuple(strengths),
        open_ended=draw(st.booleans()),
        days=tuple(ScheduledDay(day=n, doses=of, total=sum(one.dose for one in of)) for n, of in days),
        **SAME,
    )


@st.composite
def interval_schedules(draw, most_doses: int = 40) -> IntervalSchedule:
    """Doses measured from solutions, or given as they are."""
    unit, numbers = draw(UNITS), range(1, draw(st.integers(0, 4)) + 1)
    step = st.builds(
        IntervalStep,
        number=st.just(0),
        minute=st.integers(0, 525_600),
        solution=st.sampled_from(numbers) if numbers else st.none(),
        volume_ml=amounts(DOSE) if numbers else st.none(),
        dose=amounts(DOSE),
        cumulative_dose=amounts(DOSE),
    )
    steps = enumerate(draw(st.lists(step, min_size=1, max_size=most_doses)), start=1)
    drawn = {"volume_ml": st.none(), "concentration": fitting(BAG, f"{unit}/mL"), "drawn_ml": amounts(DOSE)}
    return IntervalSchedule(
        unit=unit,
        target_dose=draw(amounts(DOSE)),
        total_minutes=0,
        total_dose=draw(amounts(DOSE)),
        solutions=tuple(draw(st.builds(DrawnSolution, number=st.just(number), **drawn)) for number in numbers),
        steps=tuple(replace(one, number=number) for number, one in steps),
        **SAME,
    )
