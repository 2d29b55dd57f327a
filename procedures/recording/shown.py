"""One procedure as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desens.numbers.sentences import figures_kept
from procedures.choices import EventKind
from procedures.delivered import Delivered, delivered_of
from procedures.models import Ending, Particulars, Procedure
from procedures.recording.judging import doubt_texts
from procedures.recording.lines import Line, lines_of
from procedures.recording.others import grades_of
from procedures.recording.standing import Standing, of_procedure
from procedures.rules.doubts import REACTED_DOUBT, reacted_though_tolerated
from procedures.rules.reasons import read_reasons


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """What contradicts itself and is true, with the reason."""

    text: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ShownProcedure:
    """What stands, what stood before, and what it comes to."""

    row: Procedure
    stands: Standing
    delivered: Delivered
    lines: tuple[Line, ...]
    earlier: tuple[Particulars, ...]
    earlier_endings: tuple[Ending, ...]
    accepted: tuple[Accepted, ...]
    open_doubts: tuple[str, ...]

    @property
    def told(self) -> str:
        """The procedure in a few words."""
        return f"{self.row.culprit} · {self.stands.particulars.day_text}"

    @property
    def protocol_text(self) -> str:
        """How many steps and bags, as far as it is recorded; what was written of the protocol stands beside it."""
        given = self.stands.particulars
        parts = [
            _("%(count)s steps") % {"count": given.steps} if given.steps else "",
            _("%(count)s bags") % {"count": given.bags} if given.bags else "",
        ]
        return figures_kept(", ".join(filter(None, parts)))

    @property
    def untimed(self) -> str:
        """The steps up to the last one begun of which nobody recorded the time; "" where there are none."""
        starts = [event for event in self.stands.events if event.kind == EventKind.START]
        ending = self.stands.ending
        last = max([ending.last_step if ending and ending.last_step else 0, *(event.step or 0 for event in starts)])
        timed = {event.step for event in starts if event.at is not None}
        found = [step for step in range(1, last + 1) if step not in timed]
        words = ngettext("Time of step %(steps)s: not recorded", "Times of steps %(steps)s: not recorded", len(found))
        return figures_kept(words % {"steps": runs_text(found)}) if found else ""


def runs_text(steps: Sequence[int]) -> str:
    """Steps in order, those that follow each other as a run: 2, 4-16."""
    runs: list[list[int]] = []
    for step in steps:
        if runs and runs[-1][-1] == step - 1:
            runs[-1].append(step)
        else:
            runs.append([step])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def shown_procedure(row: Procedure) -> ShownProcedure:
    """Everything of one procedure. Eleven queries, one more where breakthrough reactions are tied to it."""
    stands = of_procedure(row)
    particulars = list(row.particulars_rows.select_related("recorded_by").order_by("-number"))
    endings = list(row.ending_rows.select_related("recorded_by").order_by("-number"))
    return ShownProcedure(
        row=row,
        stands=stands,
        delivered=delivered_of(row, stands),
        lines=lines_of(row),
        earlier=tuple(particulars),
        earlier_endings=tuple(endings[1:]),
        accepted=_accepted([particulars[0], *endings[:1]]),
        open_doubts=_open_doubts(row, stands),
    )


def _open_doubts(row: Procedure, stands: Standing) -> tuple[str, ...]:
    """What came since and contradicts the outcome: a reaction is often recorded after it. No reason was given yet."""
    ending = stands.ending
    if ending is None or not reacted_though_tolerated(ending.outcome, grades_of(row)):
        return ()
    codes = {code for code, _reason in read_reasons(ending.reasons)}
    return () if REACTED_DOUBT in codes else tuple(doubt_texts([REACTED_DOUBT]))


def _accepted(rows: Sequence[Any]) -> tuple[Accepted, ...]:
    found = [pair for row in rows for pair in read_reasons(row.reasons)]
    return tuple(Accepted(text=doubt_texts([code])[0] if code else "", reason=reason) for code, reason in found)
