"""Facts of a procedure of 16 steps of 15 minutes, given as planned on 2026-11-20 from 08:00 and seen a day later."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from procedures.rules.as_planned import PlannedStep
from procedures.rules.facts import Facts, Happened

DAY = date(2026, 11, 20)
START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
STEPS = tuple(PlannedStep(number=n, minutes=Fraction(15), volume_ml=Fraction(5)) for n in range(1, 17))


def minute(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def start(step: int, minutes: float | None) -> Happened:
    return Happened(kind="start", row=f"s{step}", step=step, at=None if minutes is None else minute(minutes))


def other(kind: str, minutes: float | None, step: int | None = None, row: str = "") -> Happened:
    return Happened(kind=kind, row=row, step=step, at=None if minutes is None else minute(minutes))


def facts(**changes: object) -> Facts:
    stands = {
        "born": date(1962, 4, 3),
        "now": minute(24 * 60),
        "today": date(2026, 11, 21),
        "first_day": DAY,
        "last_day": DAY,
        "started_at": START,
        "steps": 16,
        "rows": 16,
        "planned": Fraction(1200),
        "held": Fraction(1250),
        "outcome": "tolerated",
        "last_step": 16,
        "happened": tuple(start(n, 15 * (n - 1)) for n in range(1, 17)),
        "planned_on": DAY,
    }
    return Facts(**(stands | changes))
