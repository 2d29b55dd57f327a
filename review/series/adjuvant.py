"""What of a course stands in the last two columns: the adjuvant medicine, and the outcome under it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from desens.unit.selectors import current
from procedures.models import AdjuvantDose, AdjuvantPlan, Procedure
from reactions.assessing.material import grade_of, limits_of
from reactions.recording.shown import ShownReaction
from reactions.rules.signs import SIGNS_BY_SYSTEM
from review.series.courses import Course, day_of
from review.series.words import Given, omalizumab_text, outcome_text

MILD = 1


def under_adjuvant(course: Course, cases: Iterable[ShownReaction]) -> dict[str, str]:
    """The cells `omalizumab` and `outcome`; the outcome counts from the first dose on, where there was one."""
    mine = {"patient__in": course.ids, "culprit_key__in": course.keys, "error__isnull": True}
    doses = [row.given_on for row in AdjuvantDose.objects.filter(**mine)]
    plans = list(AdjuvantPlan.objects.filter(**mine).order_by("from_on", "id"))
    counted = [row for row in course.procedures if not doses or day_of(row) >= min(doses)]
    by_key = {case.newest.case_key: case for case in cases}
    return {
        "omalizumab": omalizumab_text(
            doses_before=_before(doses, counted),
            intervals=[plan.interval_days for plan in plans if plan.interval_days is not None],
            stopped=bool(plans) and plans[-1].stopped,
        ),
        "outcome": outcome_text([_given(row, by_key) for row in counted]),
    }


def _before(doses: Sequence[date], counted: Sequence[Procedure]) -> int:
    """How many doses were given before the first desensitization under them; all of them where none followed."""
    return sum(not counted or day <= day_of(counted[0]) for day in doses)


def _given(procedure: Procedure, cases: Mapping[UUID, ShownReaction]) -> Given:
    ending = procedure.ending_rows.order_by("-number").first()
    ties = procedure.breakthrough_rows.filter(corrected_by__isnull=True, error__isnull=True)
    came = [cases[tie.reaction_case] for tie in ties if tie.reaction_case in cases]
    cycle = procedure.particulars_rows.order_by("-number")[0].cycle_number
    return Given(outcome=ending.outcome if ending else "", cycle=cycle, mild=_mild(came))


def _mild(came: Sequence[ShownReaction]) -> str:
    """ "cutaneous" where every reaction was of grade 1 with signs of the skin alone."""
    skin, limits = SIGNS_BY_SYSTEM["skin"], limits_of(current())
    seen = [{sign.code for sign in case.newest.signs.all()} for case in came]
    if came and all(codes and codes <= set(skin) for codes in seen) and all(grade_of(c, limits) == MILD for c in came):
        return "cutaneous"
    return ""
