"""What the page of a release shows: each item in words with the field of its reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.forms import BoundField

from protocols.releasing.form import TYPED, ReleaseForm
from protocols.releasing.gathering import Gathered
from protocols.releasing.wording import ItemLine, address_of, line_of
from protocols.rules.readiness_item import Item
from protocols.rules.readiness_messages import TOPICS


@dataclass(frozen=True, kw_only=True)
class ItemRow:
    """One topic: its item, None where none is judged now, and where its reason is typed, None where none is due.

    `kept` is a reason that was typed and is not due any more; `wrong` (label, message) of what cannot be read; `turned`
    whether the reason is due on this answer and was not on the page before it, or the other way round.
    """

    topic: str
    line: ItemLine | None
    reason: BoundField | None
    kept: str
    wrong: list[tuple[str, str]]
    turned: bool


def item_rows(
    items: Iterable[Item], form: ReleaseForm, gathered: Gathered, *, code: str, typing: bool
) -> list[ItemRow]:
    """A row for each topic there is, in their order; `typing`: judged while it is being typed."""
    found = {item.topic: item for item in items}
    shown_before = form.due_before() if typing else frozenset()
    rows = []
    for topic in TOPICS:
        item = found.get(topic)
        is_due = item is not None and _is_due(item, form, typing=typing)
        address = address_of(topic, code=code, reaction=gathered.reaction)
        row = ItemRow(
            topic=topic,
            line=line_of(item, address=address) if item else None,
            reason=form[f"reason-{topic}"] if is_due else None,
            kept="" if is_due else form.data.get(f"reason-{topic}", ""),
            wrong=form.wrong(topic) if typing else [],
            turned=is_due != (topic in shown_before),
        )
        rows.append(row)
    return rows


def _is_due(item: Item, form: ReleaseForm, *, typing: bool) -> bool:
    """Of what is typed on this page, a reason is asked for once it is typed, or everything was sent."""
    if item.asks != "reason":
        return False
    return item.topic not in TYPED or (form.is_touched(item.topic) if typing else form.is_bound)
