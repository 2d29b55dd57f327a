"""Outcomes by year as bars: told apart by pattern and word, as long as the year's number of procedures."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.write import number_text
from procedures.choices import Outcome
from review.department.tally import Tally

#: The length of the longest bar; lengths are whole numbers of it.
LONGEST = 1_000
PATTERNS = {Outcome.TOLERATED: "solid", Outcome.WITH_REACTION: "hatched", Outcome.STOPPED: "dark", "": "empty"}


@dataclass(frozen=True, kw_only=True)
class Part:
    """One outcome's stretch of a bar."""

    pattern: str
    x: int
    width: int


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One year; `text` says every number that the bar shows."""

    year: int
    parts: Sequence[Part]
    text: str


@dataclass(frozen=True, kw_only=True)
class Legend:
    """What a pattern means."""

    pattern: str
    name: str


def legends() -> Sequence[Legend]:
    """Every pattern with its word."""
    return [Legend(pattern=pattern, name=_name(outcome)) for outcome, pattern in PATTERNS.items()]


def bars(tally: Tally) -> Sequence[Bar]:
    """The years that have procedures, the latest first."""
    years = sorted({year for year, _outcome in tally.years}, reverse=True)
    most = max((sum(_of(tally, year)) for year in years), default=0)
    return [_bar(tally, year, most) for year in years]


def _of(tally: Tally, year: int) -> Sequence[int]:
    return [tally.years[year, outcome] for outcome in PATTERNS]


def _bar(tally: Tally, year: int, most: int) -> Bar:
    counts = _of(tally, year)
    ends = [LONGEST * sum(counts[: place + 1]) // most for place in range(len(counts))]
    drawn = zip(PATTERNS.values(), [0, *ends], ends, strict=False)
    said = [f"{_name(outcome)} {number_text(count)}" for outcome, count in zip(PATTERNS, counts, strict=True) if count]
    parts = [Part(pattern=pattern, x=begin, width=end - begin) for pattern, begin, end in drawn if end > begin]
    return Bar(year=year, parts=parts, text=", ".join(said))


def _name(outcome: str) -> str:
    return str(Outcome(outcome).label) if outcome else _("outcome not recorded")
