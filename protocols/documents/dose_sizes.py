"""How large doses are set on the nurse's sheet and on the patient's calendar; CannotPrint where one fits no size."""

from collections.abc import Iterator

from protocols.documents.fitting import DOSE, GIVEN, MINUTES, TAKEN, TAKEN_OFTEN, fitted
from protocols.oral.calendar import CalendarView, Dose, Taken

OFTEN = 3


def day_sizes(calendar: CalendarView) -> dict[str, str]:
    """The classes of a table of days, and of what is taken in it."""
    often = len(calendar.times) >= OFTEN
    figures = (figure for day in calendar.days for taken in day.taken if taken for figure in _taken(taken))
    times = "often" if often else "once" if len(calendar.times) == 1 else ""
    return {"often": times, "taken": fitted(figures, TAKEN_OFTEN if often else TAKEN)}


def dose_sizes(calendar: CalendarView) -> dict[str, str]:
    """The class of each column of single doses."""
    doses = calendar.doses
    return {
        "given": fitted((figure for dose in doses for figure in _given(dose)), GIVEN),
        "minutes": fitted((dose.time.number for dose in doses), MINUTES),
        "dose": fitted((figure for dose in doses for figure in _columns(dose)), DOSE),
    }


def _taken(taken: Taken) -> Iterator[str]:
    """The texts that no line may break: doses, and the strengths of the units."""
    yield str(taken.dose)
    yield from (str(dose) for dose, _drug in taken.others)
    yield from taken.units.split(" ")


def _given(dose: Dose) -> Iterator[str]:
    yield str(dose.volume or dose.dose)
    yield from (str(given) for given, _cumulative in dose.others)


def _columns(dose: Dose) -> Iterator[str]:
    yield dose.dose.number
    yield dose.cumulative.number
    yield from (figure.number for both in dose.others for figure in both)
