"""One page of a list, by key: no page costs more than the one before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet

PAGE_ROWS = 50
Parts = Callable[[QuerySet[Any]], QuerySet[Any]]


@dataclass(frozen=True, kw_only=True)
class Page:
    """Rows and the mark behind which the next page begins ("" at the end)."""

    rows: Sequence[Any]
    next_after: str


def page_of(rows: QuerySet[Any], *, parts: Parts, by: str, after: str = "") -> Page:
    """The rows in the order of the field `by`, from behind the row with the entry key `after`. Two queries at most.

    The keys of a page are found first, by conditions alone, so that the database walks the index of `by` and stops;
    only then the `parts` of those rows are joined.
    """
    last = _row(rows.model, after)
    if last is not None:
        value = getattr(last, by)
        behind = Q(**{f"{by}__gt": value}) | Q(**{by: value, "pk__gt": last.pk})
        rows = rows.filter(behind, **{f"{by}__gte": value})
    keys = rows.order_by(by, "pk").values("pk")[: PAGE_ROWS + 1]
    found = list(parts(rows.model._default_manager.filter(pk__in=keys)).order_by(by, "pk"))
    more = len(found) > PAGE_ROWS
    return Page(rows=found[:PAGE_ROWS], next_after=str(found[PAGE_ROWS - 1].entry_key) if more else "")


def _row(model: type[Model], after: str) -> Any:
    try:
        key = UUID(after)
    except ValueError:
        return None
    return model._default_manager.filter(entry_key=key).first()
