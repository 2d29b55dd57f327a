"""Whether at all, and with consent.

Source (clinical.md 0): "only where no equally good alternative exists; the oncologist's statement, risk against
benefit, and written consent are recorded". An alternative that exists, a refusal, and a decision against it are
overridden by no reason here: who knows better records it where it stands. Brigham and Women's Hospital (5.2): "consent
each time", so the patient is asked again for this procedure.
"""

from collections.abc import Iterator
from datetime import date

from protocols.rules.readiness_item import Item, bars, fails, holds, unknown
from protocols.rules.readiness_record import Answers, Decided, Grounds, Record

CLOSED = ("contraindicated", "avoid")
DESENSITIZATION = "desensitization"


def indication(record: Record, answers: Answers) -> Iterator[Item]:
    """Alternative, statement, decision, consent, and consent for this procedure."""
    grounds = record.grounds or Grounds()
    yield _alternative(grounds)
    yield _statement(grounds)
    yield _decision(record.decision)
    yield _consent(grounds, answers.planned_on)
    yield _consent_again(answers.consent_again)


def _alternative(grounds: Grounds) -> Item:
    if not grounds.alternative:
        return unknown("alternative", "alternative-missing")
    if grounds.alternative == "none":
        return holds("alternative", "alternative-none")
    if grounds.alternative_detail:
        return bars("alternative", "alternative-named", alternative=grounds.alternative_detail)
    return bars("alternative", "alternative-exists")


def _statement(grounds: Grounds) -> Item:
    if grounds.stated_on is None:
        return unknown("statement", "statement-missing")
    return holds("statement", "statement", who=grounds.oncologist, day=grounds.stated_on.isoformat())


def _decision(decision: Decided | None) -> Item:
    if decision is None:
        return unknown("decision", "decision-missing")
    values = {"number": str(decision.number), "way": decision.way}
    if decision.way in CLOSED:
        return bars("decision", "decision-closed", **values)
    if decision.way != DESENSITIZATION:
        return fails("decision", "decision-other", **values)
    return holds("decision", "decision-open", **values)


def _consent(grounds: Grounds, planned_on: date | None) -> Item:
    if grounds.consent_on is None:
        return unknown("consent", "consent-missing")
    day = grounds.consent_on.isoformat()
    if grounds.consent == "refused":
        return bars("consent", "consent-refused", day=day)
    if planned_on is not None and grounds.consent_on > planned_on:
        return fails("consent", "consent-later", day=day)
    return holds("consent", "consent-written", day=day)


def _consent_again(answer: str) -> Item:
    if answer == "no":
        return bars("consent-again", "consent-again-no")
    return (
        holds("consent-again", "consent-again-yes")
        if answer == "yes"
        else unknown("consent-again", "consent-again-missing")
    )
