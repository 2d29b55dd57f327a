"""What is decided about a beta-blocker and an ACE inhibitor.

Source (clinical.md 5.2): "Beta-blocker: hold the preceding dose unless advised otherwise; ACE inhibitor ideally stop
[UpToDate example, HemOnc]. Never silently: stopping a beta-blocker has its own risk." So a beta-blocker that goes on,
is held, or was stopped in the last 30 days (an implementation choice) needs a decision in words. A list of other
medicines does not say that no beta-blocker is taken; the statement that none is taken does.
"""

from collections.abc import Iterable
from datetime import date

from protocols.rules.readiness_item import Item, fails, holds, unknown
from protocols.rules.readiness_record import Answers, Record, Taken

STOPPED_LATELY_DAYS = 30
DECISIONS = {"continue": "beta-blocker-continue", "hold": "beta-blocker-hold"}


def is_taken(medicine: Taken) -> bool:
    """Whether it may still be taken; where nobody knows, it may."""
    return medicine.intake != "stopped"


def beta_blocker(record: Record, answers: Answers, *, on: date) -> Item:
    """Taken: go on or hold, and why. Not taken: stated or asked."""
    acting = [medicine for medicine in record.beta_blockers if _acts(medicine, on)]
    if acting:
        return _decided(acting, answers)
    if answers.beta_blocker in DECISIONS:
        return fails("beta-blocker", "beta-blocker-unrecorded")
    if answers.beta_blocker == "none":
        return holds("beta-blocker", "beta-blocker-none")
    if record.none_taken_on is not None:
        return holds("beta-blocker", "beta-blocker-stated", day=record.none_taken_on.isoformat())
    return unknown("beta-blocker", "beta-blocker-missing")


def ace_inhibitor(record: Record) -> Item:
    """Named where one is taken; what was decided about it."""
    taken = [medicine for medicine in record.ace_inhibitors if is_taken(medicine)]
    if taken:
        code = "ace-inhibitor-decided" if all(medicine.decision for medicine in taken) else "ace-inhibitor-taken"
        item = holds if code == "ace-inhibitor-decided" else fails
        return item("ace-inhibitor", code, medicine=_told(taken))
    if record.none_taken_on is not None or record.medicines_recorded:
        return holds("ace-inhibitor", "ace-inhibitor-none")
    return unknown("ace-inhibitor", "ace-inhibitor-missing")


def _acts(medicine: Taken, on: date) -> bool:
    """Taken, or stopped so lately, without a word of why, that stopping it is itself to be decided."""
    if is_taken(medicine):
        return True
    lately = medicine.last_on is None or (on - medicine.last_on).days <= STOPPED_LATELY_DAYS
    return lately and not medicine.decision


def _decided(acting: list[Taken], answers: Answers) -> Item:
    named = _told(acting)
    code = DECISIONS.get(answers.beta_blocker)
    if code and answers.beta_blocker_why:
        return holds("beta-blocker", code, medicine=named, why=answers.beta_blocker_why)
    if code:
        return fails("beta-blocker", "beta-blocker-why", medicine=named)
    if answers.beta_blocker == "none":
        return fails("beta-blocker", "beta-blocker-contradiction", medicine=named)
    if all(medicine.decision for medicine in acting):
        return holds("beta-blocker", "beta-blocker-decided", medicine=named)
    stopped = not any(is_taken(medicine) for medicine in acting)
    return fails("beta-blocker", "beta-blocker-stopped" if stopped else "beta-blocker-undecided", medicine=named)


def _told(medicines: Iterable[Taken]) -> str:
    """Their names, each with what was decided about it."""
    return ", ".join(f"{one.name} ({one.decision})" if one.decision else one.name for one in medicines)
