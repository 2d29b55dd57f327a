"""The whole course on one time axis, to scale: how close together everything came. Its items stand below as lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from procedures.choices import Outcome
from review.history.cycles import Cycle
from review.history.grades import DECIDED
from review.history.marks import GLYPHS as MARKS
from review.history.marks import Kind, Mark
from review.history.strips import GLYPHS, STOPPED
from review.history.time_axis import TimeAxis, percent, time_axis
from review.history.words import number

EXACT = len("2026-11-21")
OUTCOMES = {Outcome.TOLERATED: GLYPHS["given"], Outcome.WITH_REACTION: DECIDED, Outcome.STOPPED: STOPPED}
#: Hundredths of a percent of the width below which two signs would hide one another: then each is a stroke.
CLOSE = 250


@dataclass(frozen=True, kw_only=True)
class Dot:
    """A sign or a word at `at`, in hundredths of a percent of the width; a word stands behind it or `before` it."""

    at: int
    glyph: str
    before: bool = False

    @property
    def place(self) -> str:
        """The same as a page writes it."""
        return percent(self.at)


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One kind of thing under its `name`; `strokes`: they stand too close for signs."""

    name: str
    dots: tuple[Dot, ...]
    strokes: bool


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The picture; `undrawn` says how many things are left out because their day is not known, "" for none.

    `breaks` stand where a long time is cut out of the axis, which `broken` says, "" where there is none.
    """

    lanes: tuple[Lane, ...]
    ticks: tuple[Dot, ...]
    breaks: tuple[Dot, ...]
    text: str
    broken: str
    undrawn: str


Dated = tuple[date, str]


def overview(cycles: Sequence[Cycle], marks: Sequence[Mark], doses: Sequence[date | None]) -> Overview | None:
    """Of a course; None where fewer than two things are dated to the day."""
    kinds = _kinds(cycles, marks, doses)
    days = [day for _name, dated in kinds for day, _glyph in dated]
    if len(days) < 2:
        return None
    axis = time_axis(days)
    drawn, whole = len(days), len(cycles) + len(doses) + sum(mark.kind in _DRAWN for mark in marks)
    undrawn = _("Not drawn, as the day is not known: %(count)s.") % {"count": number(whole - drawn)}
    broken = " ".join(_broken(axis))
    return Overview(
        lanes=tuple(_lane(name, dated, axis) for name, dated in kinds),
        ticks=tuple(Dot(at=each.at, glyph=each.text, before=each.before) for each in axis.ticks),
        breaks=tuple(Dot(at=each.at, glyph="") for each in axis.breaks),
        text=" ".join(filter(None, (_text(kinds, days), broken))),
        broken=broken,
        undrawn=undrawn if whole > drawn else "",
    )


_DRAWN: tuple[Kind, ...] = ("reaction", "skin-test", "challenge", "sample")


def _kinds(
    cycles: Sequence[Cycle], marks: Sequence[Mark], doses: Iterable[date | None]
) -> tuple[tuple[str, tuple[Dated, ...]], ...]:
    """What stands on each lane; a lane without anything is left out."""
    found = (
        *((name, tuple(_ended(cycles, outcome, glyph))) for outcome, name, glyph in _outcomes()),
        (_("other reactions"), tuple(_of(marks, "reaction"))),
        (_("adjuvant doses"), tuple((day, MARKS["adjuvant"]) for day in doses if day is not None)),
        (_("skin tests"), tuple(_of(marks, "skin-test"))),
        (_("graded challenges"), tuple(_of(marks, "challenge"))),
        (_("samples"), tuple(_of(marks, "sample"))),
    )
    return tuple((name, dated) for name, dated in found if dated)


def _of(marks: Iterable[Mark], kind: Kind) -> Iterator[Dated]:
    return _exact((mark.day, mark.day_text, mark.glyph[:1]) for mark in marks if mark.kind == kind)


def _exact(things: Iterable[tuple[date, str, str]]) -> Iterator[Dated]:
    return ((day, glyph) for day, text, glyph in things if len(text) >= EXACT)


def _ended(cycles: Iterable[Cycle], outcome: str, glyph: str) -> Iterator[Dated]:
    return _exact((each.day, each.day_text, glyph) for each in cycles if each.outcome == outcome)


def _outcomes() -> Iterator[tuple[str, str, str]]:
    """Each outcome on a lane of its own, so that none hides another where they stand close."""
    for outcome, glyph in OUTCOMES.items():
        yield outcome, _("desensitizations, %(outcome)s") % {"outcome": outcome.label}, glyph
    yield "", _("desensitizations, outcome not recorded"), GLYPHS["not recorded"]


def _lane(name: str, dated: Sequence[Dated], axis: TimeAxis) -> Lane:
    dots = sorted((Dot(at=axis.place(day), glyph=glyph) for day, glyph in dated), key=lambda dot: dot.at)
    strokes = any(0 < other.at - one.at < CLOSE for one, other in pairwise(dots))
    if strokes:
        words = {"name": name, "glyph": dots[0].glyph, "count": number(len(dots))}
        name = _("%(glyph)s %(name)s: %(count)s strokes") % words
    return Lane(name=name, dots=tuple(dots), strokes=strokes)


def _broken(axis: TimeAxis) -> Iterator[str]:
    """Between which days nothing is drawn."""
    for each in axis.breaks:
        days = {"first": each.after.isoformat(), "last": each.before.isoformat()}
        yield _("The axis is broken from %(first)s to %(last)s, between which nothing is dated to the day.") % days


def _text(kinds: Iterable[tuple[str, Sequence[Dated]]], days: Sequence[date]) -> str:
    """The picture in words."""
    counts = ", ".join(f"{name}: {number(len(dated))}" for name, dated in kinds)
    said = {"first": min(days).isoformat(), "last": max(days).isoformat(), "counts": counts}
    return _("To scale, from %(first)s to %(last)s: %(counts)s. Each stands below with its date.") % said
