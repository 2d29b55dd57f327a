"""Everything that must hold before a version is released, in the order in which it is asked (clinical.md 0, 5.2)."""

from datetime import date

from protocols.rules.readiness_conditions import lungs, pregnancy
from protocols.rules.readiness_fitness import fitness
from protocols.rules.readiness_indication import indication
from protocols.rules.readiness_item import Item
from protocols.rules.readiness_medicines import ace_inhibitor, beta_blocker
from protocols.rules.readiness_place import nurses, place, separate_days
from protocols.rules.readiness_reach import allergist
from protocols.rules.readiness_record import Answers, Limits, Record


def readiness(record: Record, answers: Answers, limits: Limits, *, on: date) -> tuple[Item, ...]:
    """Each item judged; `on` is today. Before the day of the procedure is chosen, today stands for it."""
    day = answers.planned_on or on
    days_ahead = (answers.planned_on - on).days if answers.planned_on else None
    found = (
        place(record, answers, limits),
        nurses(record, answers, limits),
        allergist(answers),
        separate_days(record, answers.planned_on),
        *indication(record, answers),
        *fitness(record, answers, limits, days_ahead=days_ahead),
        lungs(record, limits, on=day),
        beta_blocker(record, answers, on=day),
        ace_inhibitor(record),
        pregnancy(record),
    )
    return tuple(item for item in found if item is not None)
