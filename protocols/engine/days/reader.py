"""Reading an oral protocol over days (contracts.md 0 and 1); ContentError names the key."""

from itertools import pairwise

from desens.numbers.fields import ContentError, Fields
from desens.numbers.quantity import AMOUNT_UNITS
from protocols.engine.days.phases import read_phase
from protocols.engine.days.specification import DaysSpecification, Phase
from protocols.engine.specification import DECLARATIONS

MOST_PHASES = 200
MOST_STRENGTHS = 20


def read_days(data: object) -> DaysSpecification:
    """The specification in `data`, loaded with figures as text."""
    fields = Fields(
        data,
        required=("drug", "route", "target_dose", "unit", "phases"),
        optional=("declared", "strengths"),
    )
    specification = DaysSpecification(
        drug=fields.text("drug"),
        route=fields.choice("route", ("oral",)),
        target_dose=fields.figure("target_dose"),
        unit=fields.choice("unit", tuple(AMOUNT_UNITS)),
        declared=fields.words("declared", DECLARATIONS),
        strengths=fields.figures("strengths", most=MOST_STRENGTHS),
        phases=tuple(
            read_phase(entry, f"phases entry {number}")
            for number, entry in enumerate(fields.entries("phases", most=MOST_PHASES), start=1)
        ),
    )
    _check_days(specification.phases)
    return specification


def _check_days(phases: tuple[Phase, ...]) -> None:
    """Each phase begins on the day after the one before; the first on day 1; the last alone may be open."""
    if phases[0].first_day != 1:
        raise ContentError(
            key="phases entry 1, days", expected=f"day 1 as the first, without a gap, not {phases[0].first_day}"
        )
    for position, (before, after) in enumerate(pairwise(phases), start=1):
        if before.last_day is None:
            raise ContentError(
                key=f"phases entry {position}, days", expected="a last day, since only the last phase may be open"
            )
        if after.first_day != before.last_day + 1:
            fault = "a gap" if after.first_day > before.last_day + 1 else "an overlap"
            raise ContentError(
                key=f"phases entry {position + 1}, days",
                expected=f"day {before.last_day + 1} as the first, not {after.first_day}, which leaves {fault}",
            )
