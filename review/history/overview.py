"""The whole course on one time axis, to scale: how close together everything came. Its items stand below as lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from procedures.choices import Outcome
from review.history.cycles import Cycle
from review.history.grades import DECIDED
from review.history.marks import GLYPHS as MARKS
from review.history.marks import Mark
from review.history.strips import GLYPHS, STOPPED
from review.history.time_axis import TimeAxis, time_axis
from review.history.words import number

EXACT = len("2026-11-21")
OUTCOMES = {Outcome.TOLERATED: GLYPHS["given"], Outcome.WITH_REACTION: DECIDED, Outcome.STOPPED: STOPPED}
#: Pixels of a lane: its name, and below it its signs.
LANE, NAME, SIGN, AXIS = 34, 12, 27, 22


@dataclass(frozen=True, kw_only=True)
class Dot:
    """A sign at its `place`, a percentage of the width."""

    place: str
    glyph: str


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One kind of thing; `name_y` and `sign_y` are pixels from the top."""

    name: str
    name_y: str
    sign_y: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The picture; `undrawn` says how many things are left out because their day is not known, "" for none."""

    height: str
    axis_y: str
    lanes: tuple[Lane, ...]
    ticks: tuple[Dot, ...]
    text: str
    undrawn: str


Dated = tuple[date, str]


def overview(cycles: Sequence[Cycle], marks: Sequence[Mark], doses: Sequence[date | None]) -> Overview | None:
    """Of a course; None where fewer than two things are dated to the day."""
    kinds = _kinds(cycles, marks, doses)
    days = [day for _name, dated in kinds for day, _glyph in dated]
    if len(days) < 2:
        return None
    axis = time_axis(min(days), max(days))
    lanes = tuple(_lane(place, name, dated, axis) for place, (name, dated) in enumerate(kinds))
    drawn, whole = len(days), len(cycles) + len(doses) + sum(mark.kind in _DRAWN for mark in marks)
    undrawn = _("Not drawn, as the day is not known: %(count)s.") % {"count": number(whole - drawn)}
    return Overview(
        height=str(LANE * len(lanes) + AXIS),
        axis_y=str(LANE * len(lanes) + AXIS - 6),
        lanes=lanes,
        ticks=tuple(Dot(place=place, glyph=text) for place, text in axis.ticks),
        text=_text(kinds, days),
        undrawn=undrawn if whole > drawn else "",
    )


_DRAWN = ("reaction", "skin-test", "sample")


def _kinds(
    cycles: Sequence[Cycle], marks: Sequence[Mark], doses: Iterable[date | None]
) -> tuple[tuple[str, tuple[Dated, ...]], ...]:
    """What stands on each lane; a lane without anything is left out."""
    found = (
        *((name, tuple(_ended(cycles, outcome, glyph))) for outcome, name, glyph in _outcomes()),
        (_("other reactions"), tuple(_of(marks, "reaction"))),
        (_("adjuvant doses"), tuple((day, MARKS["adjuvant"]) for day in doses if day is not None)),
        (_("skin tests and samples"), tuple(_of(marks, "skin-test", "sample"))),
    )
    return tuple((name, dated) for name, dated in found if dated)


def _of(marks: Iterable[Mark], *kinds: str) -> Iterator[Dated]:
    return _exact((mark.day, mark.day_text, mark.glyph[:1]) for mark in marks if mark.kind in kinds)


def _exact(things: Iterable[tuple[date, str, str]]) -> Iterator[Dated]:
    return ((day, glyph) for day, text, glyph in things if len(text) >= EXACT)


def _ended(cycles: Iterable[Cycle], outcome: str, glyph: str) -> Iterator[Dated]:
    return _exact((each.day, each.day_text, glyph) for each in cycles if each.outcome == outcome)


def _outcomes() -> Iterator[tuple[str, str, str]]:
    """Each outcome on a lane of its own, so that none hides another where they stand close."""
    for outcome, glyph in OUTCOMES.items():
        yield outcome, _("desensitizations, %(outcome)s") % {"outcome": outcome.label}, glyph
    yield "", _("desensitizations, outcome not recorded"), GLYPHS["not recorded"]


def _lane(place: int, name: str, dated: Iterable[Dated], axis: TimeAxis) -> Lane:
    return Lane(
        name=name,
        name_y=str(LANE * place + NAME),
        sign_y=str(LANE * place + SIGN),
        dots=tuple(Dot(place=axis.place(day), glyph=glyph) for day, glyph in dated),
    )


def _text(kinds: Iterable[tuple[str, Sequence[Dated]]], days: Sequence[date]) -> str:
    """The picture in words."""
    counts = ", ".join(f"{name}: {number(len(dated))}" for name, dated in kinds)
    said = {"first": min(days).isoformat(), "last": max(days).isoformat(), "counts": counts}
    return _("To scale, from %(first)s to %(last)s: %(counts)s. Each stands below with its date.") % said
