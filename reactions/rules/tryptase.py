"""Acute tryptase against its baseline.

Source: Valent 2019 (PMC7115850), acute >= 1.2 x baseline + 2 ng/mL; a table of the WAO journal (40413-016-0094-3)
prints ">" instead: what holds at exactly the threshold is an argument. PMID 34425177: acute / baseline > 1.685, more
specific in hereditary alpha-tryptasemia and mastocytosis; strictly above, as printed, whatever holds for the other.
Both are computed, the unit's rule decides. A normal value does not exclude a reaction.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from reactions.rules.level import Level
from reactions.rules.reasons import Reason, because
from reactions.rules.tryptase_cautions import level_cautions, time_cautions

Rule = Literal["twenty-percent", "ratio"]
FACTOR, ADDED, RATIO = Fraction("1.2"), Fraction(2), Fraction("1.685")
SOURCES = {"twenty-percent": "Valent 2019", "ratio": "PMID 34425177"}
#: 1 ng/mL is 1 ug/L.
UNITS = ("ng/mL", "ug/L", "mcg/L")


@dataclass(frozen=True, kw_only=True)
class TryptaseVerdict:
    """Both rules, and what the chosen one says; None where it cannot be told. Threshold in ng/mL."""

    significant: bool | None
    rule: Rule
    by_twenty_percent: bool | None
    by_ratio: bool | None
    threshold: Level | None
    ratio: Level | None
    because: tuple[Reason, ...] = ()
    cannot: tuple[Reason, ...] = ()
    cautions: tuple[Reason, ...] = ()
    source: str

    @property
    def tells(self) -> bool | None:
        """What may be concluded: a rise whenever it is seen; no rise only where the sample was in its window."""
        mistimed = {caution.code for caution in self.cautions} & {"tryptase-too-early", "tryptase-too-late"}
        return None if self.significant is False and mistimed else self.significant


def judge_tryptase(
    *,
    baseline: Level | None,
    acute: Level | None,
    minutes_after_onset: Fraction | None = None,
    rule: Rule = "twenty-percent",
    at_threshold_risen: bool = True,
    window_hours: int = 4,
) -> TryptaseVerdict:
    """Whether the acute value has risen over the baseline, both in ng/mL.

    `at_threshold_risen`: whether exactly 1.2 x baseline + 2 counts as risen. `minutes_after_onset` is the time of the
    acute sample after the reaction's onset; outside the window, to `window_hours`, the verdict carries a caution.
    """
    risen: dict[Rule, bool | None] = {"twenty-percent": None, "ratio": None}
    if baseline is not None and acute is not None:
        risen["twenty-percent"] = _beyond(acute, baseline, FACTOR, ADDED, inclusive=at_threshold_risen)
        risen["ratio"] = _beyond(acute, baseline, RATIO, Fraction(0), inclusive=False)
    threshold = None if baseline is None else _threshold(baseline)
    ratio = None if baseline is None or acute is None else _ratio(acute, baseline)
    timed = () if acute is None else time_cautions(minutes_after_onset, window_hours=window_hours)
    return TryptaseVerdict(
        significant=risen[rule],
        rule=rule,
        by_twenty_percent=risen["twenty-percent"],
        by_ratio=risen["ratio"],
        threshold=threshold,
        ratio=ratio,
        because=_because(acute, threshold, ratio),
        cannot=_cannot(baseline, acute, decided=risen[rule] is not None),
        cautions=(*timed, *level_cautions(baseline=baseline, acute=acute)),
        source=SOURCES[rule],
    )


def _beyond(acute: Level, baseline: Level, factor: Fraction, added: Fraction, *, inclusive: bool) -> bool | None:
    """Whether acute >= (or >) factor x baseline + added whatever the two can be; None where it depends on that."""
    if baseline.most is not None:
        excess = acute.least - factor * baseline.most - added
        open_end = baseline.beyond == "<" or acute.beyond == ">"
        if excess > 0 or (excess == 0 and (inclusive or open_end)):
            return True
    if acute.most is not None:
        excess = acute.most - factor * baseline.least - added
        open_end = acute.beyond == "<" or baseline.beyond == ">"
        if excess < 0 or (excess == 0 and (not inclusive or open_end)):
            return False
    return None


def _threshold(baseline: Level) -> Level:
    return Level(value=FACTOR * baseline.value + ADDED, beyond=baseline.beyond)


def _ratio(acute: Level, baseline: Level) -> Level | None:
    """Acute over baseline; None where both are beyond what was measured and nothing can be said."""
    turned: Literal["", "<", ">"] = ">" if baseline.beyond == "<" else "<" if baseline.beyond == ">" else ""
    if acute.beyond and turned and acute.beyond != turned:
        return None
    return Level(value=acute.value / baseline.value, beyond=acute.beyond or turned)


def _because(acute: Level | None, threshold: Level | None, ratio: Level | None) -> tuple[Reason, ...]:
    if acute is None or threshold is None:
        return ()
    compared = because("tryptase-against-threshold", acute=acute.shown, threshold=threshold.shown)
    return (compared,) if ratio is None else (compared, because("tryptase-ratio", ratio=ratio.shown))


def _cannot(baseline: Level | None, acute: Level | None, *, decided: bool) -> tuple[Reason, ...]:
    missing = []
    if acute is None:
        missing.append(because("tryptase-acute-missing"))
    if baseline is None:
        missing.append(because("tryptase-baseline-missing"))
    if not missing and not decided:
        missing.append(because("tryptase-not-certain"))
    return tuple(missing)
