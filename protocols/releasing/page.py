"""What the page of a release shows: each item in words with the field of its reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.forms import BoundField

from protocols.releasing.form import TYPED, ReleaseForm
from protocols.releasing.gathering import Gathered
from protocols.releasing.wording import ItemLine, address_of, line_of
from protocols.rules.readiness_item import Item


@dataclass(frozen=True, kw_only=True)
class ItemRow:
    """One item, and where its reason is typed; None where none is due."""

    line: ItemLine
    reason: BoundField | None


def item_rows(items: Iterable[Item], form: ReleaseForm, gathered: Gathered, *, code: str) -> list[ItemRow]:
    """In their order. Of what is typed on this page, a reason is asked for only after it was sent."""
    return [
        ItemRow(
            line=line_of(item, address=address_of(item.topic, code=code, reaction=gathered.reaction)),
            reason=form[f"reason-{item.topic}"] if _is_due(item, form) else None,
        )
        for item in items
    ]


def _is_due(item: Item, form: ReleaseForm) -> bool:
    return item.asks == "reason" and (form.is_bound or item.topic not in TYPED)
