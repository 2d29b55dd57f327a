"""Everything that the history of a person is made of, read with so many queries whatever its length."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any
from uuid import UUID

from desens.unit.selectors import UnitSettings, current
from drugs.culprits import Culprits, culprits
from reactions.models import Assessment, Challenge, Reaction, Sample
from reactions.recording.selectors import reactions
from reactions.recording.shown import ShownReaction
from reactions.samples.judging import judgements
from reactions.samples.selectors import samples
from reactions.samples.shown import shown_judgement
from reactions.skin_tests.selectors import sessions
from reactions.skin_tests.shown import ShownSession
from review.history.gathering import Given, given


@dataclass(frozen=True, kw_only=True)
class Material:
    """What stands: nothing in it was a mistake, save `given.mistakes`. `verdicts` say by acute sample what it means."""

    given: Given
    cases: Mapping[UUID, ShownReaction]
    sessions: tuple[ShownSession, ...]
    samples: tuple[Sample, ...]
    verdicts: Mapping[int, str]
    challenges: tuple[Challenge, ...]
    decisions: tuple[Assessment, ...]
    unit: UnitSettings
    culprits: Culprits

    @property
    def tied(self) -> frozenset[UUID]:
        """The reactions that a desensitization of the history shows."""
        rows = (row for one in self.given.procedures for row in one.breakthroughs)
        return frozenset(row.reaction_case for row in rows)


def material(ids: Collection[int]) -> Material:
    """Of the records of a person. Twenty-five queries."""
    told, unit = given(ids), current()
    cases = {case.newest.case_key: case for case in reactions(ids) if case.row is not None}
    taken = tuple(row for row in samples(ids) if not hasattr(row, "error"))
    tested = tuple(session for session in sessions(ids) if not hasattr(session.row, "error"))
    challenges = tuple(Challenge.objects.filter(patient__in=ids, error=None).order_by("done_on", "id"))
    decided = Assessment.objects.filter(patient__in=ids).select_related("reaction").defer("document").order_by("id")
    decisions = tuple(decided)
    drugs = {test.row.drug_key for session in tested for test in session.tests}
    return Material(
        given=told,
        cases=cases,
        sessions=tested,
        samples=taken,
        verdicts=_verdicts(taken, {key: case.newest for key, case in cases.items()}, unit),
        challenges=challenges,
        decisions=decisions,
        unit=unit,
        culprits=culprits(_keys(told, (case.newest for case in cases.values()), challenges, decisions) | drugs),
    )


def _verdicts(taken: tuple[Sample, ...], cases: Mapping[UUID, Reaction], unit: UnitSettings) -> dict[int, str]:
    shown = [shown_judgement(judged) for judged in judgements(taken, cases, unit=unit) if judged.acute is not None]
    return {each.acute.pk: each.verdict for each in shown if each.acute is not None}


def _keys(told: Given, *others: Iterable[Any]) -> set[str]:
    """Under which keys anything was recorded."""
    rows: list[Any] = [one.row for one in (*told.procedures, *told.mistakes)]
    return {row.culprit_key for row in (*rows, *told.doses, *told.plans, *chain(*others))}
