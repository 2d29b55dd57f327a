"""What documents must say, told from the schedules alone; `|` stands where a line may end."""

from collections.abc import Iterator
from datetime import date, timedelta

from desens.numbers.write import setting_text
from protocols.engine import DayDose, DaysSchedule, IntervalSchedule, Schedule
from tests.protocols.documents.randomly import packed, plain


def step_figures(schedule: Schedule) -> list[tuple[str, ...]]:
    """The rows of the nursing sheet, a volume below 1 mL timed."""
    return [
        (
            str(step.number),
            "" if step.flush else str(step.solution),
            setting_text(step.rate_ml_h).replace("\u202f", ""),
            "TIME IT" if step.volume_ml < 1 else plain(step.volume_ml),
            plain(step.minutes),
            plain(step.dose),
            plain(step.cumulative_dose),
        )
        for step in schedule.steps
    ]


def dose_rows(schedules: list[IntervalSchedule]) -> list[tuple[str, ...]]:
    """The rows of single doses, those of further components beside those of the first."""
    return [
        (
            str(steps[0].number),
            _minute(steps[0].minute),
            "|+|".join(packed(step.dose, one.unit) for step, one in zip(steps, schedules, strict=True))
            if steps[0].volume_ml is None
            else f"{packed(steps[0].volume_ml, 'mL')}|of|solution{steps[0].solution}",
            "|+|".join(plain(step.dose) for step in steps),
            "|+|".join(plain(step.cumulative_dose) for step in steps),
        )
        for steps in zip(*(one.steps for one in schedules), strict=True)
    ]


def solution_texts(schedules: list[IntervalSchedule]) -> set[str]:
    """What each solution holds of each component, and what is drawn from it."""
    made = zip(*(one.solutions for one in schedules), strict=True)
    return {
        f"Solution{of[0].number}"
        + "+".join(packed(one.concentration, f"{each.unit}/mL") for one, each in zip(of, schedules, strict=True))
        + f";{packed(of[0].drawn_ml, 'mL')}aremeasuredchecked,twopersons"
        for of in made
    }


def nurse_days(schedules: list[DaysSchedule], first: date) -> list[tuple[str, ...]]:
    """The rows of days on the nurse's sheet."""
    return [
        (number + ("|and|on" if last else ""), on.isoformat(), *(dose for dose in doses if dose))
        for number, on, doses, last in _days(schedules, first)
    ]


def patient_days(schedules: list[DaysSchedule], first: date) -> list[tuple[str, ...]]:
    """The rows of days on the patient's calendar."""
    return [
        (
            number,
            f"{on:%a}|{on.isoformat()}" + ("|and|every|day|after" if last else ""),
            *(dose or "–" for dose in doses),
        )
        for number, on, doses, last in _days(schedules, first)
    ]


def _minute(minute: int) -> str:
    """In hours too, after the first."""
    hours, rest = divmod(minute, 60)
    return plain(minute) if minute <= 60 else f"{plain(minute)}|{hours}h{rest}min"


def _days(schedules: list[DaysSchedule], first: date) -> Iterator[tuple[str, date, list[str], bool]]:
    used = {dose.time for day in schedules[0].days for dose in day.doses}
    for days in zip(*(one.days for one in schedules), strict=True):
        at = {time: [dose for day in days for dose in day.doses if dose.time == time] for time in used}
        ordered = [at[time] for time in ("morning", "noon", "evening", "night") if time in used]
        doses = [_taken(of, schedules) if of else "" for of in ordered]
        last = schedules[0].open_ended and days[0] == schedules[0].days[-1]
        yield str(days[0].day), first + timedelta(days=days[0].day - 1), doses, last


def _taken(of: list[DayDose], schedules: list[DaysSchedule]) -> str:
    """The dose of each component with its name, and the units of the first."""
    named = [
        f"{packed(dose.dose, one.unit)}|{one.drug}".replace(" ", "|") for dose, one in zip(of, schedules, strict=True)
    ]
    text = "|+|".join(named) if len(of) > 1 else packed(of[0].dose, schedules[0].unit)
    if not schedules[0].strengths:
        return text
    made = (f"{count}x|{packed(strength, schedules[0].unit)}" for count, strength in of[0].units or ())
    return f"{text}|=|{'|+|'.join(made) or 'must|be|compounded'}"
