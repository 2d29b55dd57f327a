"""The lines of the printed history: a desensitization, what stands beside it, or several alike in one line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desens.numbers.sentences import figures_kept
from procedures.choices import Outcome
from review.history.courses import Entry
from review.history.cycles import Cycle
from review.history.marks import Mark
from review.history.strips import Piece
from review.history.words import counted, share

#: What is never left out for want of room before the desensitizations are.
BRIEF = ("reaction", "challenge")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of paper, of which `since` is the earliest day.

    `pieces` is a strip; `glyph` the sign of what is no desensitization, of that `kind`.
    """

    day: str
    since: str
    pieces: tuple[Piece, ...]
    glyph: str
    text: str
    kind: str = ""

    @property
    def cells(self) -> int:
        """How many signs stand side by side."""
        return sum(len(piece.glyphs) for piece in self.pieces) or 1


def every_line(entries: Sequence[Entry]) -> tuple[Line, ...]:
    """One line each, in their order."""
    return tuple(_line(entry) for entry in entries)


def merged_lines(entries: Sequence[Entry]) -> tuple[Line, ...]:
    """Neighbouring desensitizations that were tolerated alike as one line; everything else as it is."""
    return tuple(_merged(entries))


def brief_lines(entries: Sequence[Entry]) -> tuple[Line, ...]:
    """The same with nothing beside the desensitizations but reactions and challenges."""
    return merged_lines([entry for entry in entries if isinstance(entry, Cycle) or entry.kind in BRIEF])


def _merged(entries: Sequence[Entry]) -> Iterator[Line]:
    for _key, group in groupby(enumerate(entries), key=lambda item: _alike(item[1]) or (item[0],)):
        run = [entry for _place, entry in group]
        cycles = [entry for entry in run if isinstance(entry, Cycle)]
        if len(cycles) > 1:
            yield _run(cycles)
        else:
            yield from map(_line, run)


def _alike(entry: Entry) -> tuple[object, ...]:
    """What those share that stand in one line; empty for what stands alone."""
    if not isinstance(entry, Cycle) or entry.outcome != Outcome.TOLERATED or entry.seen:
        return ()
    if (
        entry.changes
        or entry.premedication_changes
        or any(piece.kind not in ("given", "not-noted") for piece in entry.pieces)
    ):
        return ()
    return entry.steps_text, entry.pieces


def _run(cycles: Sequence[Cycle]) -> Line:
    """The newest comes first."""
    times = counted(len(cycles), ngettext("desensitization", "desensitizations", len(cycles)))
    helped = sum(bool(cycle.adjuvants) for cycle in cycles)
    said = (
        _("%(times)s alike: %(outcome)s") % {"times": times, "outcome": cycles[0].outcome_text},
        cycles[0].steps_text,
        cycles[0].not_noted,
        _("adjuvant before %(share)s") % {"share": share(helped, len(cycles))} if helped else "",
    )
    days = {"first": cycles[-1].day_text, "last": cycles[0].day_text}
    return Line(
        day=_("%(first)s to %(last)s") % days,
        since=cycles[-1].day_text,
        pieces=cycles[0].pieces,
        glyph="",
        text="; ".join(filter(None, said)),
    )


def _line(entry: Entry) -> Line:
    return _of_cycle(entry) if isinstance(entry, Cycle) else _of_mark(entry)


def _of_mark(mark: Mark) -> Line:
    return Line(
        day=mark.day_text,
        since=mark.day_text,
        pieces=(),
        glyph=mark.glyph,
        kind=_kind(mark),
        text=figures_kept(f"{mark.name}: {mark.text}"),
    )


def _kind(mark: Mark) -> str:
    return "reacted" if mark.kind == "reaction" else ""


def _of_cycle(cycle: Cycle) -> Line:
    dose = "" if cycle.delivered is None else _("%(dose)s given") % {"dose": cycle.delivered}
    reactions = (seen.whole_text for seen in cycle.seen)
    said = (cycle.outcome_text, dose, cycle.duration, cycle.steps_text, cycle.not_noted, cycle.adjuvants, *reactions)
    more = (*cycle.changes, *(f"{_('premedication')}: {change}" for change in cycle.premedication_changes))
    return Line(
        day=cycle.day_text,
        since=cycle.day_text,
        pieces=cycle.pieces,
        glyph="",
        text=figures_kept("; ".join(filter(None, (*said, *more)))),
    )
