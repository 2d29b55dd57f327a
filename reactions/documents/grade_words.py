"""The grades that a person decided, as the letter says them."""

from dataclasses import dataclass

from django.utils.timezone import get_current_timezone

from desens.numbers.sentences import figures_kept
from desens.pages.times import local_text
from reactions.choices import Scale
from reactions.models import GradeDecision
from reactions.recording.scales import grade_text
from reactions.recording.shown import ShownReaction


@dataclass(frozen=True, kw_only=True)
class DecidedGrade:
    """A grade on its scale, who decided it, and where it differs the proposal with the reason."""

    scale: str
    grade: str
    by: str
    proposed: str
    reason: str
    source: str


def decided_grades(case: ShownReaction) -> tuple[DecidedGrade, ...]:
    """The grades that hold, in the order of the scales."""
    order = list(Scale.values)
    return tuple(_grade(row) for row in sorted(case.decisions, key=lambda row: order.index(row.scale)))


def _grade(row: GradeDecision) -> DecidedGrade:
    return DecidedGrade(
        scale=str(row.get_scale_display()),
        grade=grade_text(row.scale, row.decided),
        by=f"{row.recorded_by}, {local_text(row.recorded_at, get_current_timezone())}",
        proposed="" if row.confirms else grade_text(row.scale, row.proposed),
        reason="" if row.confirms else figures_kept(row.reason),
        source=row.source,
    )
