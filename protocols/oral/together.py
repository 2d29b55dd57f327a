"""The calendar of a medicine of several components: what is given of each beside what is given of the first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desens.numbers.quantity import Quantity
from protocols.engine import DaysSchedule, IntervalSchedule
from protocols.oral.calendar import CalendarView, Day, OralSchedule, calendar_view
from protocols.targets import target_text
from protocols.version_document import Component


def calendar_together(schedule: OralSchedule, components: Sequence[Component], first_day: date | None) -> CalendarView:
    """The calendar of the first with the amounts of the others, which have the same days or doses."""
    view = calendar_view(schedule, first_day)
    given = [one.schedule for one in components if isinstance(one.schedule, DaysSchedule | IntervalSchedule)]
    views = tuple(calendar_view(one, first_day) for one in given)
    if not views:
        return view
    return replace(
        view,
        target_text=target_text([schedule, *given]),
        others=views,
        days=tuple(
            replace(
                day,
                taken=tuple(
                    taken and replace(taken, others=_doses(place, beside, views))
                    for place, taken in enumerate(day.taken)
                ),
                others=tuple(one.total for one in beside),
            )
            for day, *beside in zip(view.days, *(one.days for one in views), strict=True)
        ),
        doses=tuple(
            replace(dose, others=tuple((one.dose, one.cumulative) for one in beside))
            for dose, *beside in zip(view.doses, *(one.doses for one in views), strict=True)
        ),
        solutions=tuple(
            replace(solution, others=tuple(one.concentration for one in beside))
            for solution, *beside in zip(view.solutions, *(one.solutions for one in views), strict=True)
        ),
    )


def _doses(place: int, beside: Sequence[Day], views: Sequence[CalendarView]) -> tuple[tuple[Quantity, str], ...]:
    """What is taken of each component at one of the times."""
    found = ((day.taken[place], view.drug) for day, view in zip(beside, views, strict=True))
    return tuple((taken.dose, drug) for taken, drug in found if taken)
