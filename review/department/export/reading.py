"""The rows of an export, by key range: every query is finished before a row is written (traps.md 11)."""

from collections import Counter
from collections.abc import Sequence

from django.db.models import Max

from procedures.models import Ending, Procedure
from review.department.export.columns import Told
from review.department.facts import breakthroughs
from review.department.wanted import Wanted, answering

#: So many keys a part; what is asked for may be fewer of them.
PART_KEYS = 2_000


def newest_key() -> int:
    """The key behind which nothing is recorded."""
    return Procedure.objects.aggregate(newest=Max("pk"))["newest"] or 0


def part(wanted: Wanted, *, after: int) -> Sequence[Told]:
    """What was asked for among the next keys, in the order in which it was recorded. Three queries."""
    keys = {"procedure__gt": after, "procedure__lte": after + PART_KEYS}
    rows = list(answering(wanted).filter(**keys).select_related("procedure__patient").order_by("procedure_id"))
    endings = {row.procedure_id: row for row in Ending.objects.filter(**keys).order_by("number")}
    reactions = Counter(breakthroughs().filter(**keys).values_list("procedure", flat=True))
    return [Told(row=row, ending=endings.get(row.procedure_id), reactions=reactions[row.procedure_id]) for row in rows]
