"""Reading one phase: its days and what is taken at which time of the day."""

from fractions import Fraction

from desens.numbers.fields import Fields
from protocols.engine.days.specification import TIMES, TIMES_OF, Phase, Time

#: Ten years; every day of a schedule is listed.
MOST_DAYS = 3660


def read_phase(data: object, where: str) -> Phase:
    """A phase with dose and times_per_day, or with doses; ContentError for anything else."""
    fields = Fields(data, where=where, required=("days",), optional=("dose", "times_per_day", "doses"))
    first_day, last_day = _read_days(fields)
    return Phase(first_day=first_day, last_day=last_day, doses=_read_doses(fields))


def _read_days(fields: Fields) -> tuple[int, int | None]:
    expected = "[first day, last day], the last null where it is open"
    entries = fields.value("days")
    if not isinstance(entries, list) or len(entries) != 2:
        raise fields.error("days", expected)
    both = Fields(
        dict(zip(("first day", "last day"), entries, strict=True)),
        where=f"{fields.where}, days",
        required=("first day", "last day"),
    )
    first_day = both.whole("first day")
    if both.value("last day") is None:
        return first_day, None
    last_day = both.whole("last day")
    if not first_day <= last_day <= MOST_DAYS:
        raise fields.error("days", f"a last day from {first_day} to {MOST_DAYS}, not {last_day}")
    return first_day, last_day


def _read_doses(fields: Fields) -> tuple[tuple[Time, Fraction], ...]:
    if "doses" in fields:
        for key in ("dose", "times_per_day"):
            if key in fields:
                raise fields.error(key, "either dose and times_per_day, or doses, not both")
        named = Fields(fields.value("doses"), where=f"{fields.where}, doses", required=(), optional=TIMES)
        doses = tuple((time, named.figure(time)) for time in TIMES if time in named)
        if not doses:
            raise fields.error("doses", f"at least one of {', '.join(TIMES)}")
        return doses
    for key in ("dose", "times_per_day"):
        if key not in fields:
            raise fields.error(key, "dose and times_per_day, or doses, but the key is missing")
    dose, times = fields.figure("dose"), fields.whole("times_per_day")
    if times not in TIMES_OF:
        raise fields.error("times_per_day", f"a whole number from 1 to {len(TIMES)}, not {times}")
    return tuple((time, dose) for time in TIMES_OF[times])
