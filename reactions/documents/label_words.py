"""How the label of a culprit changed, as the letter says it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from drugs.names import drug_key
from patients.labels import LabelEntry, LabelStory


def label_texts(stories: Iterable[LabelStory], culprit_key: str) -> tuple[str, ...]:
    """How the label of the culprit changed, the latest first, without mistakes."""
    entries = (entry for story in stories for entry in story.entries if drug_key(entry.row.substance) == culprit_key)
    return tuple(_label(entry) for entry in entries if not hasattr(entry.row, "error"))


def _label(entry: LabelEntry) -> str:
    row = entry.row
    words = {"status": row.get_status_display(), "since": row.noted_on.isoformat()}
    told = _("%(status)s since %(since)s") % words
    if entry.until and not entry.stands:
        told = _("%(status)s from %(since)s until %(until)s") % (words | {"until": entry.until.isoformat()})
    return f"{told}: {figures_kept(row.reaction)}" if row.reaction else told
