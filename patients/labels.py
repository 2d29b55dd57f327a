"""What was held about each substance, and when: suspected, confirmed, refuted. Nothing of it is ever dropped."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from patients.models import AllergyLabel, LabelStatus

#: The most pressing first; a substance of which every label was a mistake comes last.
_ORDER = (*LabelStatus.values, "")


@dataclass(frozen=True, kw_only=True)
class LabelEntry:
    """One label: whether it stands, or until when it did (None: it stands, or was a mistake)."""

    row: AllergyLabel
    stands: bool
    until: date | None

    @property
    def struck(self) -> bool:
        """Refuted, or a mistake: stays visible, struck."""
        return hasattr(self.row, "error") or self.row.status == LabelStatus.REFUTED


@dataclass(frozen=True, kw_only=True)
class LabelStory:
    """Every label of one substance, the latest first; `status` is what stands, "" where all were mistakes."""

    substance: str
    status: str
    entries: tuple[LabelEntry, ...]


def label_stories(rows: Iterable[AllergyLabel]) -> tuple[LabelStory, ...]:
    """The labels of a person, grouped: confirmed, suspected, refuted substances, each by name."""
    of_substance: dict[str, list[AllergyLabel]] = {}
    for row in sorted(rows, key=_since, reverse=True):
        of_substance.setdefault(row.substance_key, []).append(row)
    stories = (_story(labels) for labels in of_substance.values())
    return tuple(sorted(stories, key=lambda story: (_ORDER.index(story.status), story.substance.casefold())))


def overtaken_by(rows: Iterable[AllergyLabel], recorded: AllergyLabel) -> AllergyLabel | None:
    """The label of the same substance that stands in spite of one just recorded, because it is of a later day."""
    same = [row for row in rows if row.substance_key == recorded.substance_key]
    return next((row for row in same if row.pk != recorded.pk), None)


def _since(row: AllergyLabel) -> tuple[date, int]:
    return row.noted_on, row.pk


def _story(labels: list[AllergyLabel]) -> LabelStory:
    standing = next((row for row in labels if not hasattr(row, "error")), None)
    entries, until = [], None
    for row in labels:
        mistake = hasattr(row, "error")
        entries.append(LabelEntry(row=row, stands=row is standing, until=None if mistake else until))
        until = until if mistake else row.noted_on
    shown = standing or labels[0]
    return LabelStory(substance=shown.substance, status=standing.status if standing else "", entries=tuple(entries))
