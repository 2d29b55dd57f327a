"""The lines of one drug on the card: what happened, what a challenge showed, what was decided, what else there is."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desens.numbers.sentences import figures_kept, kept_together
from reactions.assessment_choices import Alternative
from reactions.documents.decision_words import require_intact
from reactions.documents.ground_words import alternative_text
from reactions.models import Assessment, Challenge, GradeDecision, Grounds
from reactions.recording.shown import ShownReaction


def reaction_lines(cases: list[ShownReaction]) -> Iterator[str]:
    """The worst decided grade with its day, else the last day; and how many more there are."""
    if not cases:
        return
    worst = max(cases, key=_severity)
    words = {"date": kept_together(worst.newest.started_text), "grade": _grade(worst.brown, worst.brown_text)}
    yield _("Reaction of %(date)s: %(grade)s") % words
    if others := len(cases) - 1:
        yield ngettext("%(count)s more reaction recorded", "%(count)s more reactions recorded", others) % {
            "count": others
        }


def _severity(case: ShownReaction) -> tuple[int, str]:
    grade = case.brown.decided if case.brown else None
    return (grade or 0, case.newest.started_at.isoformat())


def _grade(decision: GradeDecision | None, text: str) -> str:
    if decision is None:
        return _("grade not decided")
    return kept_together(f"{decision.get_scale_display()} {text}")


def challenge_line(row: Challenge | None) -> str:
    """The challenge with its result; "" for none."""
    return "" if row is None else figures_kept(row.told)


def decision_line(row: Assessment | None) -> str:
    """The decision in force; "" for none. CannotPrint where its text is not what was signed."""
    if row is None:
        return ""
    require_intact(row)
    words = {"date": timezone.localdate(row.recorded_at).isoformat(), "way": row.get_way_display()}
    return _("Decided %(date)s: %(way)s") % words


def alternative_line(row: Grounds | None) -> str:
    """The alternative as recorded; "" where nobody answered."""
    if row is None or not row.alternative:
        return ""
    exists = row.alternative == Alternative.EXISTS and row.alternative_detail
    text = figures_kept(row.alternative_detail) if exists else alternative_text(row)
    return _("Equally good alternative: %(text)s") % {"text": text}
