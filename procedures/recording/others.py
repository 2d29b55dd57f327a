"""What else is recorded that a procedure is judged by: others on its day, and the grades of its reactions."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from procedures.choices import DayPrecision
from procedures.models import Breakthrough, Particulars, Procedure
from reactions.choices import Scale
from reactions.models import GradeDecision


def alike(ids: Collection[int], culprit_key: str, day: date) -> QuerySet[Particulars]:
    """What stands of the procedures of the drug on this very day in these records."""
    newer = Particulars.objects.filter(procedure=OuterRef("procedure"), number__gt=OuterRef("number"))
    return Particulars.objects.filter(
        ~Exists(newer),
        procedure__patient__in=ids,
        procedure__culprit_key=culprit_key,
        procedure__error__isnull=True,
        day=day,
        day_precision=DayPrecision.DAY,
    )


def grades_of(procedure: Procedure) -> tuple[int, ...]:
    """The Brown grades decided, by either version of the scale, of the reactions that stand: the newest of each."""
    ties = Breakthrough.objects.filter(procedure=procedure, corrected_by__isnull=True, error__isnull=True)
    cases = list(ties.values_list("reaction_case", flat=True))
    if not cases:
        return ()
    decisions = GradeDecision.objects.filter(
        reaction__case_key__in=cases, reaction__error__isnull=True, scale__in=(Scale.BROWN, Scale.BROWN_TAXANES)
    )
    rows = decisions.order_by("reaction__number", "pk").values_list("reaction__case_key", "decided")
    return tuple(decided for decided in dict(rows).values() if decided is not None)
