"""What people said of a revision: who read it, whether it was retired, whether its review is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from protocols.models import Template, TemplateOrigin, TemplateReading, TemplateRetirement
from protocols.selectors import entry_content


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What people said of one revision; `review_due` is the day the content names, `due` whether it has come."""

    row: Template
    readings: tuple[TemplateReading, ...]
    retirement: TemplateRetirement | None
    review_due: date | None
    due: bool

    @property
    def of_unit(self) -> bool:
        """Whether it is the unit's own."""
        return self.row.origin == TemplateOrigin.UNIT

    @property
    def states(self) -> tuple[str, ...]:
        """What has to be said of it: retired, unread, review-due."""
        said = {
            "retired": self.retirement is not None,
            "unread": self.of_unit and not self.readings,
            "review-due": self.due,
        }
        return tuple(name for name, holds in said.items() if holds)


def standings(rows: Iterable[Template], *, on: date) -> list[Standing]:
    """What stands of each of the rows on a day; two queries however many they are."""
    kept = list(rows)
    read: dict[int, list[TemplateReading]] = {}
    for reading in TemplateReading.objects.filter(template__in=kept).select_related("by").order_by("pk"):
        read.setdefault(reading.template_id, []).append(reading)
    retired = {row.slug: row for row in TemplateRetirement.objects.select_related("by")}
    return [_standing(row, tuple(read.get(row.pk, ())), retired.get(row.slug), on) for row in kept]


def _standing(
    row: Template, readings: tuple[TemplateReading, ...], retirement: TemplateRetirement | None, on: date
) -> Standing:
    review_due = entry_content(row).review_due
    due = review_due is not None and review_due <= on
    return Standing(row=row, readings=readings, retirement=retirement, review_due=review_due, due=due)
