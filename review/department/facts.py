"""What the department asks of each procedure, as expressions of one query: for filters, counts, list and export."""

from typing import Any

from django.db.models import (
    BooleanField,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from desens.records.plans import judged_row_by_row
from procedures.choices import Adjuvant, Outcome
from procedures.models import AdjuvantDose, AdjuvantPlan, Breakthrough, Ending, Particulars, ProcedureInError
from reactions.choices import Scale
from reactions.models import Assessment, GradeDecision, Reaction
from review.department.persons import about_same_drug, any_of_person, last_of_person, leading


def procedures() -> QuerySet[Any]:
    """The standing particulars of every procedure that is no error, each with its facts.

    `outcome` "" where none is recorded; `reacted` whether there was a breakthrough reaction: one is recorded, or the
    outcome says so; `grade` the worst Brown grade that somebody decided, None where nobody did; `phenotype` of the
    newest signed assessment of the person and the drug, "" without one; `omalizumab` and `other_adjuvant` whether one
    was under way for this drug on the day.
    """
    newest = Particulars.objects.filter(procedure=OuterRef("procedure")).order_by("-number").values("number")[:1]
    error = ProcedureInError.objects.filter(entry=OuterRef("procedure"))
    rows = Particulars.objects.filter(judged_row_by_row(Q(~Exists(error), number=Subquery(newest))))
    return rows.annotate(
        culprit_key=F("procedure__culprit_key"),
        leading=leading("procedure__patient"),
        outcome=_outcome(),
    ).annotate(
        reacted=ExpressionWrapper(
            Q(Exists(breakthroughs().filter(procedure=OuterRef("procedure")))) | Q(outcome=Outcome.WITH_REACTION),
            output_field=BooleanField(),
        ),
        grade=_grade(),
        assessment=last_of_person(Assessment.objects.filter(about_same_drug("culprit_key"))),
        phenotype=Coalesce(
            Subquery(Assessment.objects.filter(pk=OuterRef("assessment")).values("phenotype")[:1]), _nothing()
        ),
        omalizumab=_under(Adjuvant.OMALIZUMAB),
        other_adjuvant=_under(Adjuvant.OTHER),
    )


def _nothing() -> Value:
    return Value("", output_field=CharField())


def _outcome() -> Coalesce:
    endings = Ending.objects.filter(procedure=OuterRef("procedure")).order_by("-number")
    return Coalesce(Subquery(endings.values("outcome")[:1]), _nothing())


def breakthroughs() -> QuerySet[Any]:
    """The ties that stand to reactions that stand."""
    stands = Exists(Reaction.objects.filter(case_key=OuterRef("reaction_case"), error__isnull=True))
    return _ties().filter(stands)


def _ties() -> QuerySet[Any]:
    return Breakthrough.objects.filter(corrected_by__isnull=True, error__isnull=True)


def _grade() -> Subquery:
    """The worst over the reactions that stand: of each its newest row's newest decision by either Brown scale.

    Each step is a lookup by key from the one before, so that no planner reads all reactions for one procedure.
    """
    newest = Reaction.objects.filter(case_key=OuterRef(OuterRef("reaction_case")), error__isnull=True)
    decided = GradeDecision.objects.filter(
        reaction=Subquery(newest.order_by("-number").values("pk")[:1]), scale__in=(Scale.BROWN, Scale.BROWN_TAXANES)
    )
    ties = _ties().filter(procedure=OuterRef("procedure"))
    graded = ties.annotate(decided=Subquery(decided.order_by("-pk").values("decided")[:1]))
    return Subquery(graded.order_by(F("decided").desc(nulls_last=True)).values("decided")[:1])


def _under(adjuvant: Adjuvant) -> ExpressionWrapper:
    """A dose on or before the day, for this drug, and no stop between the two in any record of the person."""
    stops = AdjuvantPlan.objects.filter(
        about_same_drug("culprit_key"),
        adjuvant=adjuvant,
        other_name=OuterRef("other_name"),
        stopped=True,
        error__isnull=True,
        from_on__gte=OuterRef("given_on"),
        from_on__lte=OuterRef(OuterRef("day")),
    )
    ended = any_of_person(stops, leading=OuterRef("leading"))
    doses = AdjuvantDose.objects.filter(~ended, adjuvant=adjuvant, error__isnull=True, given_on__lte=OuterRef("day"))
    return ExpressionWrapper(any_of_person(doses.filter(about_same_drug("culprit_key"))), output_field=BooleanField())
