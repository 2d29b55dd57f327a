"""Everything recorded about one culprit of one person, judged. What was not recorded stays None."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.http import Http404
from django.utils import timezone

from desens.audit.signed_text import digest_of, text_of
from desens.unit.selectors import current
from patients.background.selectors import medicines, shown_values, standing_risks
from reactions.assessing.about_patient import PatientRisks, risks_of
from reactions.assessing.answers import Standing, standing_of
from reactions.assessing.facts import Fact, fact
from reactions.assessing.judged import Judged, Material, judge
from reactions.assessing.material import blood_of, breakthroughs_of, grade_of, limits_of, samples_about
from reactions.assessing.skin_results import combined, facts_of_tests, sessions_about
from reactions.assessment_rows import NARANJO_ITEMS
from reactions.models import Reaction, Sample
from reactions.observing import observed_of
from reactions.recording.selectors import reactions
from reactions.recording.shown import ShownReaction
from reactions.samples.selectors import samples
from reactions.skin_tests.selectors import sessions
from reactions.skin_tests.shown import ShownSession


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """The judgement of a culprit, with the entries it rests on; `cases` are all reactions to it."""

    case: ShownReaction
    cases: tuple[ShownReaction, ...]
    judged: Judged
    standing: Standing
    risks: PatientRisks
    sessions: tuple[ShownSession, ...]
    samples: tuple[Sample, ...]

    @property
    def reaction(self) -> Reaction:
        """The row of the reaction that stands."""
        return self.case.newest

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every entry that the judgement rests on."""
        grades = (row for case in self.cases for row in case.decisions)
        return (
            *(fact(case.newest, case.newest.told) for case in self.cases),
            *(fact(row, f"{row.get_scale_display()} {row.decided}") for row in grades),
            *facts_of_tests(self.sessions),
            *(fact(row, row.told) for row in self.samples),
            *self.risks.facts,
            *self.standing.facts,
        )

    @property
    def digest(self) -> str:
        """The digest of everything that was judged and what came out of it."""
        return digest_of(text_of({"judged": self.judged}))


def gather(ids: Collection[int], reaction: Reaction) -> Gathered:
    """All about the reaction's culprit, judged by the unit's settings of now; 404 where it was a mistake meanwhile."""
    cases = tuple(case for case in reactions(ids) if case.row and case.row.culprit_key == reaction.culprit_key)
    mine = next((case for case in cases if case.newest.case_key == reaction.case_key), None)
    if mine is None:
        raise Http404
    unit, row = current(), mine.newest
    limits, blood_rows = limits_of(unit), samples_about(samples(ids), row)
    blood = blood_of(row, blood_rows, unit=unit)
    taken = medicines(ids, on=timezone.localdate(), unit=unit)
    tests = sessions_about(sessions(ids, taken=taken), row.culprit_key)
    standing = standing_of(ids, row.culprit_key)
    risks = risks_of(standing_risks(ids), taken, shown_values(ids), blood.baseline)
    material = Material(
        observed=observed_of(row),
        brown_grade=grade_of(mine, limits),
        blood=blood,
        skin_tests=combined(tests, row.culprit_key),
        background=risks.background,
        breakthroughs=breakthroughs_of(cases, limits),
    )
    return Gathered(
        case=mine,
        cases=cases,
        judged=judge(_with_answers(material, standing), limits),
        standing=standing,
        risks=risks,
        sessions=tests,
        samples=blood_rows,
    )


def _with_answers(material: Material, standing: Standing) -> Material:
    answers, grounds = standing.naranjo, standing.grounds
    return replace(
        material,
        naranjo=tuple((item, getattr(answers, item)) for item in NARANJO_ITEMS) if answers else (),
        alternative=(grounds.alternative or None) if grounds else None,
        challenge=standing.challenge_result,
    )
