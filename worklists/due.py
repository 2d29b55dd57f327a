"""Which tests are due, over all patients in care: skin tests to plan, skin tests to read, baselines of tryptase."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from reactions.choices import Occasion, StartPrecision
from reactions.models import Assessment, Reaction, Sample, SkinTestOpinion, SkinTestRound, SkinTestSession
from reactions.rules.skin_tests import WEAK_AFTER_DAYS
from reactions.rules.test_timing import FOUR_WEEKS_DAYS
from reactions.sample_choices import SampleKind, Timing
from worklists.asked import Asked
from worklists.persons import in_care, of_same_person, with_leading

#: Source: clinical.md 2 (WAO J table): a baseline is taken more than 24 h after all signs have gone.
BASELINE_AFTER = timedelta(hours=24)
USUAL_FROM, WEAK_AFTER = timedelta(days=int(FOUR_WEEKS_DAYS)), timedelta(days=int(WEAK_AFTER_DAYS))
#: Of a reaction dated by its month the last day counts (reactions.skin_tests.since_reaction).
LONGEST_MONTH = timedelta(days=31)


def skin_tests_possible(asked: Asked) -> QuerySet[Reaction]:
    """Reactions of four weeks to a year ago without a test since and without a decision about them.

    Source: reactions.rules.test_timing. A reaction dated by its year alone is on no list, nor is a breakthrough: who is
    desensitized has been decided about.
    """
    rows = Reaction.objects.filter(_is_usual_time(asked), error__isnull=True, started_at__gt=asked.at - WEAK_AFTER)
    rows = rows.exclude(occasion=Occasion.DESENSITIZATION)
    corrected = Reaction.objects.filter(
        case_key=OuterRef("case_key"), number__gt=OuterRef("number"), error__isnull=True
    )
    tested = SkinTestSession.objects.filter(error__isnull=True, tested_on__gte=OuterRef("started_at__date"))
    decided = Assessment.objects.filter(reaction__case_key=OuterRef("case_key"))
    standing = with_leading(rows.filter(~Exists(corrected), ~Exists(decided)))
    return standing.filter(~of_same_person(tested), in_care())


def skin_tests_unread(asked: Asked) -> QuerySet[SkinTestSession]:
    """Sessions planned for today or before of which nothing is recorded, neither a reading nor what was read."""
    rows = SkinTestSession.objects.filter(error__isnull=True, tested_on__lte=asked.on)
    read = SkinTestRound.objects.filter(session=OuterRef("pk"), error__isnull=True)
    told = SkinTestOpinion.objects.filter(test__session=OuterRef("pk"), error__isnull=True)
    return with_leading(rows.filter(~Exists(read), ~Exists(told))).filter(in_care())


def baselines_missing(asked: Asked) -> QuerySet[Sample]:
    """The last acute tryptase of each record, taken more than 24 h ago, while its person has no baseline."""
    tryptase = Sample.objects.filter(kind=SampleKind.TRYPTASE, error__isnull=True)
    rows = tryptase.filter(timing=Timing.ACUTE)
    newer = rows.filter(patient=OuterRef("patient")).filter(
        Q(taken_at__gt=OuterRef("taken_at")) | Q(taken_at=OuterRef("taken_at"), pk__gt=OuterRef("pk"))
    )
    last = with_leading(rows.filter(~Exists(newer), taken_at__lte=asked.at - BASELINE_AFTER))
    return last.filter(~of_same_person(tryptase.filter(timing=Timing.BASELINE)), in_care())


def _is_usual_time(asked: Asked) -> Q:
    by_day = Q(started_precision__in=(StartPrecision.MINUTE, StartPrecision.DAY))
    by_month = Q(started_precision=StartPrecision.MONTH)
    latest = asked.at - USUAL_FROM
    return by_day & Q(started_at__lte=latest) | by_month & Q(started_at__lte=latest - LONGEST_MONTH)
