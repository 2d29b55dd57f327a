"""A session of skin tests with one drug (contracts.md 4, clinical.md 4.1 and 4.2).

Source: Brockow 2002 and 2013 (ENDA/EAACI). A series is valid with a histamine of 3 mm or more and a negative control
below 3 mm; invalid is not negative. Tests earlier than 14 days after a reaction give false negatives (2 to 4 weeks
refractory); one taken more than a year after it is weak when negative (best within 6 to 12 months, PMC7304290).
"""

from dataclasses import dataclass
from fractions import Fraction

from reactions.rules.reasons import Reason, because
from reactions.rules.skin_test_input import SkinTests
from reactions.rules.skin_test_readings import (
    ReadingVerdict,
    Result,
    control_of,
    histamine_problem,
    judge_reading,
    reacting,
)
from reactions.rules.washouts import washout_cautions

SOURCE = "Brockow 2002, 2013"
EARLIEST_DAYS, WEAK_AFTER_DAYS = Fraction(14), Fraction(365)


@dataclass(frozen=True, kw_only=True)
class SkinTestVerdict:
    """The session's result; None where `cannot` says why. `valid` is of the controls alone, None where not recorded.

    `not_recorded` names what nobody wrote down and nothing was concluded from.
    """

    valid: bool | None
    result: Result | None
    readings: tuple[ReadingVerdict, ...]
    delayed: bool | None
    cautions: tuple[Reason, ...]
    cannot: tuple[Reason, ...]
    not_recorded: tuple[Reason, ...]
    source: str = SOURCE

    def has_caution(self, code: str) -> bool:
        """Whether the session carries a caution."""
        return any(caution.code == code for caution in self.cautions)


def judge(session: SkinTests) -> SkinTestVerdict:
    """The result of each reading and of the session: a positive counts first, then invalid, then what is missing."""
    readings = tuple(judge_reading(reading, session) for reading in session.readings)
    result = _result(readings)
    delayed = [reading.delayed for reading in readings if reading.delayed]
    cannot = tuple(reason for reading in readings for reason in reading.cannot)
    return SkinTestVerdict(
        valid=_valid(session),
        result=result,
        readings=readings,
        delayed="positive" in delayed if delayed else None,
        cautions=_once((*_of_readings(readings), *_of_session(session, result))),
        cannot=_once(cannot) if readings else (because("no-reading"),),
        not_recorded=_not_recorded(session),
    )


def _result(readings: tuple[ReadingVerdict, ...]) -> Result | None:
    found = {reading.result for reading in readings}
    if "positive" in found:
        return "positive"
    if "invalid" in found:
        return "invalid"
    return "negative" if found == {"negative"} else None


def _valid(session: SkinTests) -> bool | None:
    pricks = [control_of(reading, session) for reading in session.readings if reading.kind == "prick"]
    controls = [*pricks, *([session.negative] if pricks and session.negative else [])]
    problem = histamine_problem(session)
    if any(map(reacting, controls)) or (problem and session.histamine):
        return False
    return None if problem or None in controls else True


def _of_readings(readings: tuple[ReadingVerdict, ...]) -> tuple[Reason, ...]:
    return tuple(caution for reading in readings for caution in reading.cautions)


def _of_session(session: SkinTests, result: Result | None) -> tuple[Reason, ...]:
    cautions = []
    days = session.days_after_reaction
    if result == "negative" and all(reading.kind == "prick" for reading in session.readings):
        cautions.append(because("intradermal-not-done"))
    if days is not None and days < EARLIEST_DAYS:
        cautions.append(because("too-early"))
    if result == "negative" and days is not None and days > WEAK_AFTER_DAYS:
        cautions.append(because("late-negative"))
    return (*cautions, *washout_cautions(session.washouts or ()))


def _not_recorded(session: SkinTests) -> tuple[Reason, ...]:
    missing = {
        "days-after-reaction-not-recorded": session.days_after_reaction is None,
        "washouts-not-recorded": session.washouts is None,
        "histamine-not-recorded": session.histamine is None,
    }
    return tuple(because(code) for code, absent in missing.items() if absent)


def _once(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))
