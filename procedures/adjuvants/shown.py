"""What the page of adjuvants shows: by culprit the doses with their days before, and how it goes on."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desens.numbers.quantity import NO_BREAK_SPACE, Quantity
from drugs.culprits import Culprits
from procedures.adjuvants.counting import Before, KnownDay, before_next
from procedures.adjuvants.selectors import Given
from procedures.choices import DayPrecision
from procedures.models import AdjuvantDose, AdjuvantPlan, Particulars, Procedure


@dataclass(frozen=True, kw_only=True)
class ShownDose:
    """One dose; `before` in words, "" for a mistake, which counts nowhere."""

    row: AdjuvantDose
    before: str


@dataclass(frozen=True, kw_only=True)
class ShownPlan:
    """One plan or stop in words, without its reason; `holds` where none of its medicine is newer."""

    row: AdjuvantPlan
    text: str
    holds: bool


@dataclass(frozen=True, kw_only=True)
class ShownCulprit:
    """Everything that was given so that one drug is tolerated."""

    culprit: str
    doses: tuple[ShownDose, ...]
    plans: tuple[ShownPlan, ...]

    @property
    def holding(self) -> tuple[ShownPlan, ...]:
        """How it goes on, one of each medicine."""
        return tuple(plan for plan in self.plans if plan.holds)


def shown_adjuvants(
    doses: Sequence[AdjuvantDose], plans: Sequence[AdjuvantPlan], given: Given, drugs: Culprits
) -> tuple[ShownCulprit, ...]:
    """By culprit, whatever it was called, in order of their names; rows in the order they come, the last one first."""
    names = {drugs.key(row.culprit_key): drugs.name(row.culprit_key, row.culprit) for row in (*plans, *doses)}
    return tuple(
        ShownCulprit(
            culprit=name,
            doses=tuple(_dose(row, _of_drug(key, given, drugs)) for row in doses if drugs.key(row.culprit_key) == key),
            plans=_plans([row for row in plans if drugs.key(row.culprit_key) == key]),
        )
        for key, name in sorted(names.items())
    )


def known(day: date, precision: str) -> KnownDay:
    """The days it may be."""
    if precision == DayPrecision.YEAR:
        return KnownDay(first=date(day.year, 1, 1), last=date(day.year, 12, 31))
    if precision == DayPrecision.MONTH:
        return KnownDay(first=day.replace(day=1), last=day.replace(day=monthrange(day.year, day.month)[1]))
    return KnownDay(first=day, last=day)


def days_text(days: int) -> str:
    """So many days, the figure on the line of its unit."""
    figure = Quantity.of(days, "").number
    return ngettext("%(days)s day", "%(days)s days", days).replace(" ", NO_BREAK_SPACE) % {"days": figure}


def _of_drug(key: str, given: Given, drugs: Culprits) -> list[tuple[Procedure, Particulars]]:
    return [pair for recorded, listed in given.items() if drugs.key(recorded) == key for pair in listed]


def _dose(row: AdjuvantDose, given: Iterable[tuple[Procedure, Particulars]]) -> ShownDose:
    if hasattr(row, "error"):
        return ShownDose(row=row, before="")
    days = [known(particulars.day, particulars.day_precision) for _procedure, particulars in given]
    return ShownDose(row=row, before=_words(before_next(known(row.given_on, row.given_precision), days)))


def _words(before: Before) -> str:
    if before.days is not None:
        return days_text(before.days)
    return {
        "none-after": _("no later desensitization is recorded"),
        "dose-day": _("not recorded: the day of the dose is not known"),
        "next-day": _("not recorded: the day of the desensitization is not known"),
    }[before.why]


def _plans(rows: Sequence[AdjuvantPlan]) -> tuple[ShownPlan, ...]:
    shown, seen = [], set()
    for row in rows:
        holds = not hasattr(row, "error") and row.name not in seen
        if holds:
            seen.add(row.name)
        shown.append(ShownPlan(row=row, text=_plan_text(row), holds=holds))
    return tuple(shown)


def _plan_text(row: AdjuvantPlan) -> str:
    words = {"medicine": row.name, "since": row.from_text}
    if row.stopped or row.interval_days is None:
        return _("%(medicine)s: stopped %(since)s") % words
    words["days"] = days_text(row.interval_days)
    return _("%(medicine)s: every %(days)s from %(since)s") % words
