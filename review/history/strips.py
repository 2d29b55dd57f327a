"""A procedure as a strip of its steps: signs that a photocopy keeps apart, each stretch with its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from procedures.choices import EventKind, Outcome
from review.history.breakthroughs import Seen
from review.history.cells import Cell, Course, State, cells
from review.history.gathering import Recorded
from review.history.words import number

NOT_NOTED = "\N{EN DASH}"
GLYPHS: dict[State, str] = {
    "given": "■",
    "reacted": "▲",
    "not noted": NOT_NOTED,
    "not reached": "□",
    "not recorded": "?",
}
BEGUN = (EventKind.START, EventKind.RESUME)
STOPPED = "✕"
COMPLETED = (Outcome.TOLERATED, Outcome.WITH_REACTION)


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Neighbouring steps that are alike, or the one where something happened; `glyphs` one a step."""

    kind: str
    glyphs: tuple[str, ...]
    text: str
    stop: bool


def strip(one: Recorded, seen: Sequence[Seen]) -> tuple[Piece, ...]:
    """The steps of a procedure; empty where neither the number of steps nor any step is recorded."""
    listed = cells(course_of(one, seen))
    pieces: list[Piece] = []
    for (state, _alone), group in groupby(listed, key=_alike):
        pieces.append(_piece(state, list(group), seen))
    return tuple(pieces)


def not_noted(pieces: Iterable[Piece]) -> str:
    """`steps 3 to 5: not noted`; "" where every step up to the last one reached was."""
    return "; ".join(piece.text for piece in pieces if piece.kind == "not-noted")


def course_of(one: Recorded, seen: Iterable[Seen]) -> Course:
    """What the rows say of the steps."""
    outcome = one.ending.outcome if one.ending else ""
    return Course(
        steps=one.size.steps,
        last_step=one.ending.last_step if one.ending else None,
        started=frozenset(event.step for event in one.events if event.kind in BEGUN and event.step),
        reacted=frozenset(each.step for each in seen if each.step is not None and not each.late),
        completed=outcome in COMPLETED,
        stopped=outcome == Outcome.STOPPED,
    )


def _alike(cell: Cell) -> tuple[State, int]:
    """A step with a reaction or a stop stands alone."""
    return cell.state, cell.step if cell.state == "reacted" or cell.stop else 0


def _piece(state: State, group: Sequence[Cell], seen: Sequence[Seen]) -> Piece:
    first, last = group[0], group[-1]
    here = [each for each in seen if each.step == first.step and not each.late] if state == "reacted" else []
    worst = max(here, key=lambda each: each.grade.weight, default=None)
    glyph = worst.grade.glyph if worst else STOPPED if first.stop else GLYPHS[state]
    said = [each.grade.text for each in here] or [_said(state)]
    if first.stop:
        said.append(_("stopped here"))
    return Piece(
        kind=state.replace(" ", "-"),
        glyphs=(glyph,) * len(group),
        text=f"{_steps(first.step, last.step)}: {', '.join(said)}",
        stop=first.stop,
    )


def _steps(first: int, last: int) -> str:
    numbers = {"first": number(first), "last": number(last)}
    return _("step\u00a0%(first)s") % numbers if first == last else _("steps %(first)s to %(last)s") % numbers


def _said(state: State) -> str:
    return {
        "given": _("given"),
        "reacted": _("reaction"),
        "not noted": _("not noted"),
        "not reached": _("not reached"),
        "not recorded": _("not recorded"),
    }[state]
