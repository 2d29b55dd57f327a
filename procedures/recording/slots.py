"""Which recorded happening stands in which row of the form, so that a correction knows what it corrects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from procedures.choices import EventKind
from procedures.event_rows import InfusionEvent, Premedication, Vitals
from procedures.recording.standing import Standing


@dataclass(frozen=True, kw_only=True)
class Slots:
    """What stands, by its row: first starts and first vital signs by step, the rest in order.

    `premedications` follow the ordered ones by name, None where an ordered one was not recorded; others come behind.
    Vital signs beside these rows (a second reading of a step) are not on the form and stay as they are.
    """

    starts: dict[int, InfusionEvent] = field(default_factory=dict)
    others: tuple[InfusionEvent, ...] = ()
    stop: InfusionEvent | None = None
    baseline: Vitals | None = None
    vitals: dict[int, Vitals] = field(default_factory=dict)
    premedications: tuple[Premedication | None, ...] = ()


def slots_of(stands: Standing | None, ordered: Sequence[str]) -> Slots:
    """The rows of what stands; `ordered` names the ordered premedication in the order of the sheet."""
    if stands is None:
        return Slots(premedications=(None,) * len(ordered))
    starts: dict[int, InfusionEvent] = {}
    for event in stands.events:
        if event.kind == EventKind.START and event.step is not None:
            starts.setdefault(event.step, event)
    stop = next((event for event in stands.events if event.kind == EventKind.STOP), None)
    first = {event.pk for event in starts.values()} | ({stop.pk} if stop else set())
    vitals: dict[int, Vitals] = {}
    for row in stands.vitals:
        if row.step is not None:
            vitals.setdefault(row.step, row)
    return Slots(
        starts=starts,
        others=tuple(event for event in stands.events if event.pk not in first),
        stop=stop,
        baseline=next((row for row in stands.vitals if row.baseline), None),
        vitals=vitals,
        premedications=_by_name(stands.premedications, ordered),
    )


def _by_name(rows: Iterable[Premedication], ordered: Sequence[str]) -> tuple[Premedication | None, ...]:
    left = list(rows)
    found: list[Premedication | None] = []
    for name in ordered:
        match = next((row for row in left if row.medicine == name), None)
        found.append(match)
        if match is not None:
            left.remove(match)
    return (*found, *left)
