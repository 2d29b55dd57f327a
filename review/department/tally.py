"""Counting the department a range of keys at a time: each query is finished before the next begins."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.db.models import Max, Min

from procedures.choices import Outcome
from procedures.models import Procedure
from review.department.wanted import Wanted, answering

#: What the list's own page counts, and what each request counts that goes on from there.
FIRST_KEYS, MORE_KEYS = 2_000, 20_000
_SIGNER = signing.Signer(salt="review.department.tally")
FACTS = ("outcome", "reacted", "grade", "phenotype", "omalizumab", "other_adjuvant")


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many of what was asked for, up to the key `last`; `done` when nothing lies behind it.

    `years` counts by year and outcome; `found` by (what, which of it), see `_things`.
    """

    last: int = 0
    done: bool = False
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    years: Counter[tuple[int, str]] = field(default_factory=Counter)

    def count(self, what: str, which: str = "") -> int:
        """How many of it."""
        return self.found[what, which]


def counted_on(wanted: Wanted, before: Tally, *, keys: int) -> Tally:
    """The tally with the next `keys` procedures counted too. Two queries."""
    ends = Procedure.objects.aggregate(oldest=Min("pk"), newest=Max("pk"))
    newest, begin = ends["newest"] or 0, max(before.last, (ends["oldest"] or 1) - 1)
    last = min(begin + keys, newest)
    rows = answering(wanted).filter(procedure__gt=begin, procedure__lte=last)
    found, years = Counter(before.found), Counter(before.years)
    for row in rows.values("day", *FACTS):
        found.update(_things(row))
        years[row["day"].year, row["outcome"]] += 1
    return Tally(last=last, done=last >= newest, found=found, years=years)


def _things(row: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """What one procedure counts as; the words of a reaction are those of wanted.GRADES."""
    yield "all", ""
    yield "outcome", row["outcome"]
    yield "phenotype", row["phenotype"]
    adjuvants = ["omalizumab"] * row["omalizumab"] + ["other"] * row["other_adjuvant"]
    yield from (("adjuvant", each) for each in adjuvants or [""])
    if row["reacted"]:
        yield "reaction", "yes"
        yield "grade", "" if row["grade"] is None else str(row["grade"])
    else:
        yield "reaction", "no" if row["outcome"] == Outcome.TOLERATED else ""


def token_of(tally: Tally) -> str:
    """The tally as signed text for the address of the request that goes on."""
    found = [[*key, count] for key, count in tally.found.items()]
    return _SIGNER.sign_object(
        [tally.last, found, [[*key, count] for key, count in tally.years.items()]], compress=True
    )


def tally_from(token: str) -> Tally:
    """The inverse of `token_of`; a tally of nothing for a text that is none of ours."""
    try:
        last, found, years = _SIGNER.unsign_object(token)
    except signing.BadSignature:
        return Tally()
    return Tally(
        last=last,
        found=Counter({(what, which): count for what, which, count in found}),
        years=Counter({(year, outcome): count for year, outcome, count in years}),
    )
