"""One page of the department's list, by key: no page costs more than the one before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any
from uuid import UUID

from django.db.models import Model, OuterRef, Q, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from procedures.models import Particulars, Procedure
from review.department.wanted import Wanted, answering

PAGE_ROWS = 50
#: By the word of the choice: its label, whose index is walked, and its fields in order; the last is unique.
ORDERS: Mapping[str, tuple[Promise, type[Particulars] | type[Procedure], Sequence[str]]] = {
    "latest": (_("the latest first"), Particulars, ("-day", "-pk")),
    "earliest": (_("the earliest first"), Particulars, ("day", "pk")),
    "drug": (_("by drug"), Procedure, ("culprit_key", "-pk")),
    "recorded": (_("what was recorded last first"), Procedure, ("-pk",)),
}
LATEST = "latest"


@dataclass(frozen=True, kw_only=True)
class Page:
    """Rows and the mark behind which the next page begins ("" at the end)."""

    rows: Sequence[Any]
    next_after: str


def page_of(wanted: Wanted, *, order: str = LATEST, after: str = "") -> Page:
    """What was asked for, from behind the row with the entry key `after`. Three queries at most, whatever the number.

    The keys of a page are found first, by conditions alone, so that the database walks an index and stops; only then
    the facts of those rows are read. A row keeps its place for ever: a correction is another row.
    """
    _label, model, fields = ORDERS[order]
    name = "pk" if model is Particulars else "procedure"
    rows = answering(wanted)
    answer = Subquery(rows.filter(procedure=OuterRef("pk")).values("pk")[:1])
    of_drug = Procedure.objects.filter(wanted.of_drug())
    walked = rows if model is Particulars else of_drug.alias(answer=answer).filter(answer__isnull=False)
    last = _row(model, after)
    behind = walked if last is None else walked.filter(_behind(last, fields))
    keys = list(behind.order_by(*fields).values_list("pk", "entry_key")[: PAGE_ROWS + 1])
    of_page = dict(keys[:PAGE_ROWS])
    read = rows.filter(**{f"{name}__in": of_page}).select_related("procedure__patient")
    found = {row.pk if model is Particulars else row.procedure_id: row for row in read}
    shown = [found[key] for key in of_page if key in found]
    return Page(rows=shown, next_after=str(keys[PAGE_ROWS - 1][1]) if len(keys) > PAGE_ROWS else "")


def _behind(last: Model, fields: Sequence[str]) -> Q:
    """What comes behind a row in the order of the fields: the first bound stands alone, so that an index serves it."""
    bounds = [(field.removeprefix("-"), "lt" if field.startswith("-") else "gt") for field in fields]
    values = [(name, way, getattr(last, name)) for name, way in bounds]
    first, way, value = values[0]
    later = [
        reduce(and_, [Q(**{name: same}) for name, _way, same in values[:place]], Q()) & Q(**{f"{name}__{way}": value})
        for place, (name, way, value) in enumerate(values)
    ]
    return Q(**{f"{first}__{way}e": value}) & reduce(or_, later)


def _row(model: type[Particulars] | type[Procedure], after: str) -> Model | None:
    try:
        key = UUID(after)
    except ValueError:
        return None
    return model.objects.filter(entry_key=key).first()
