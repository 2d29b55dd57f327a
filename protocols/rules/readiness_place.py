"""Where, with how many nurses, and on which day.

Source (clinical.md 5.2, Brigham and Women's Hospital): "initial reaction with hypotension and/or desaturation; cardiac
risk; on beta-blocker; FEV1 < 80 % -> medical ICU. Others: outpatient, 1:1 nurse"; (0): "First desensitization of a
severe reactor in intensive care, one nurse to one patient"; "Two culprits are desensitized on separate days, at least
24 h apart". The place is what the assessment in force says; a beta-blocker, cardiac disease or a
low FEV1 recorded since counts too.
"""

from datetime import date

from protocols.rules.readiness_conditions import is_low
from protocols.rules.readiness_item import Item, fails, holds, noted, unknown
from protocols.rules.readiness_medicines import is_taken
from protocols.rules.readiness_record import Answers, Limits, Record

INTENSIVE_CARE = "intensive care"


def place(record: Record, answers: Answers, limits: Limits) -> Item:
    """Less than the assessment proposes needs a reason; intensive care never does."""
    chosen, proposed = answers.place, record.decision.place if record.decision else ""
    if not chosen:
        return noted("place", "place-missing")
    if chosen == INTENSIVE_CARE:
        return holds("place", "place-chosen", place=chosen)
    if proposed == INTENSIVE_CARE:
        return fails("place", "place-less", place=chosen, proposed=proposed)
    if _is_risky(record, limits):
        return fails("place", "place-risk", place=chosen)
    if not proposed:
        return unknown("place", "place-not-proposed", place=chosen)
    if chosen != proposed:
        return fails("place", "place-other", place=chosen, proposed=proposed)
    return holds("place", "place-proposed", place=chosen)


def nurses(record: Record, answers: Answers, limits: Limits) -> Item:
    """One nurse to one patient."""
    number = answers.patients_per_nurse
    if number is None:
        return noted("nurses", "nurses-missing")
    if number == 1:
        return holds("nurses", "nurses-one")
    proposed = record.decision.place if record.decision else ""
    high = INTENSIVE_CARE in (proposed, answers.place) or _is_risky(record, limits)
    return fails("nurses", "nurses-high-risk" if high else "nurses-many", number=str(number))


def separate_days(record: Record, planned_on: date | None) -> Item:
    """No other protocol of the patient is released for the same day."""
    if planned_on is None:
        return noted("separate-days", "separate-days-missing")
    drugs = [drug for drug, day in record.other_days if day == planned_on]
    if drugs:
        return fails("separate-days", "separate-days-same", drugs=", ".join(drugs), day=planned_on.isoformat())
    near = sorted((day, drug) for drug, day in record.other_days if abs((day - planned_on).days) == 1)
    if near:
        return holds("separate-days", "separate-days-next", drug=near[0][1], day=near[0][0].isoformat())
    return holds("separate-days", "separate-days-none")


def _is_risky(record: Record, limits: Limits) -> bool:
    """What is recorded since: a beta-blocker that may be taken, cardiac disease, asthma with a low FEV1."""
    known = bool(record.cardiac) or any(map(is_taken, record.beta_blockers))
    return known or bool(record.asthma and is_low(record, limits))
