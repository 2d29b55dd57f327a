"""A patient who is ready, and what one change makes of it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from protocols.rules.readiness import readiness
from protocols.rules.readiness_item import Item
from protocols.rules.readiness_messages import MESSAGES, TOPICS
from protocols.rules.readiness_record import Answers, Decided, Grounds, Limits, Record

TODAY = date(2026, 11, 24)
GROUNDS = Grounds(
    alternative="none",
    oncologist="Dr. Oncologist Example",
    stated_on=date(2026, 11, 2),
    consent="written",
    consent_on=date(2026, 11, 3),
)
READY = Record(
    age_years=64,
    grounds=GROUNDS,
    decision=Decided(number=1, way="desensitization", place="day hospital"),
    asthma=False,
    medicines_recorded=True,
    none_taken_on=date(2026, 11, 2),
    pregnant=False,
)
FIT = Answers(
    planned_on=TODAY,
    place="day hospital",
    patients_per_nurse=1,
    allergist="present",
    consent_again="yes",
    infection="none",
    temperature_c=Fraction("36.6"),
    systolic_mmhg=Fraction(120),
    diastolic_mmhg=Fraction(70),
    spo2_percent=Fraction(98),
    heart_rate=Fraction(72),
)


def judged(record: Record = READY, answers: Answers = FIT, limits: Limits | None = None) -> dict[str, Item]:
    """Every item by its topic; each has a title, a source, and a sentence that its values fill."""
    items = readiness(record, answers, limits or Limits(), on=TODAY)
    for item in items:
        assert all(TOPICS[item.topic])
        assert MESSAGES[item.code] % dict(item.values)
    assert len({item.topic for item in items}) == len(items)
    return {item.topic: item for item in items}


def recorded(**changes: Any) -> Record:
    """The ready record with changes."""
    return replace(READY, **changes)


def answered(**changes: Any) -> Answers:
    """The fit answers with changes."""
    return replace(FIT, **changes)


def said(topic: str, record: Record = READY, answers: Answers = FIT, limits: Limits | None = None) -> tuple[str, str]:
    """What an item asks for, and the code of its sentence."""
    item = judged(record, answers, limits)[topic]
    return item.asks, item.code
