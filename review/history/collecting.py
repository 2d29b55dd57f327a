"""What belongs to one culprit drug: its desensitizations, adjuvants, and the marks of its time line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from procedures.models import AdjuvantDose, AdjuvantPlan
from reactions.assessed import decision_on
from reactions.models import Sample
from review.history.adjuvants import Before, before_each
from review.history.breakthroughs import Reading
from review.history.gathering import Recorded
from review.history.marks import (
    Mark,
    challenge_mark,
    decision_mark,
    dose_mark,
    plan_mark,
    reaction_mark,
    sample_mark,
    skin_test_mark,
)
from review.history.material import Material


@dataclass(frozen=True, kw_only=True)
class Collected:
    """One drug: `procedures` from the first to the last, `marks` in the order of time.

    A dose that leads to a desensitization stands in `before`, by its procedure, not among the marks.
    """

    name: str
    procedures: tuple[Recorded, ...]
    mistakes: tuple[Recorded, ...]
    doses: tuple[AdjuvantDose, ...]
    before: Mapping[int, tuple[Before, ...]]
    plans: tuple[AdjuvantPlan, ...]
    marks: tuple[Mark, ...]

    @property
    def plans_in_force(self) -> tuple[AdjuvantPlan, ...]:
        """Of each medicine the newest plan."""
        return tuple({row.name: row for row in self.plans}.values())


def collected(stuff: Material, reading: Reading) -> list[Collected]:
    """Every drug of which anything is recorded, the one desensitized last first."""
    drugs = [_drug(key, name, stuff, reading) for key, name in _names(stuff).items()]
    return sorted(drugs, key=_newest, reverse=True)


def _newest(drug: Collected) -> tuple[bool, str]:
    days = [one.particulars.day for one in drug.procedures] or [mark.day for mark in drug.marks]
    return bool(drug.procedures), max(days).isoformat() if days else ""


def _names(stuff: Material) -> dict[str, str]:
    """The name of every drug by its key: of desensitizations, adjuvants, reactions, challenges and skin tests."""
    told = stuff.given
    rows: list[Any] = [one.row for one in (*told.procedures, *told.mistakes)]
    rows += [*told.doses, *told.plans, *stuff.challenges, *(case.newest for case in stuff.cases.values())]
    named = [(row.culprit_key, row.culprit) for row in rows]
    named += [(test.row.drug_key, test.row.drug) for session in stuff.sessions for test in session.tests]
    return {stuff.culprits.key(key): stuff.culprits.name(key, typed) for key, typed in reversed(named)}


def _drug(key: str, name: str, stuff: Material, reading: Reading) -> Collected:
    told, own = stuff.given, stuff.culprits.key
    procedures = tuple(one for one in told.procedures if own(one.row.culprit_key) == key)
    doses = tuple(row for row in told.doses if own(row.culprit_key) == key)
    plans = tuple(row for row in told.plans if own(row.culprit_key) == key)
    before = before_each(procedures, doses)
    leading = {each.dose.pk for listed in before.values() for each in listed}
    marks = [
        *_reactions_and_samples(key, stuff, reading),
        *_skin_tests(key, stuff, reading),
        *_challenges(key, stuff, reading),
        *(dose_mark(row, reading) for row in doses if row.pk not in leading),
        *(plan_mark(row, reading) for row in plans),
        *_decision(key, stuff, reading),
    ]
    return Collected(
        name=name,
        procedures=procedures,
        mistakes=tuple(one for one in told.mistakes if own(one.row.culprit_key) == key),
        doses=doses,
        before=before,
        plans=plans,
        marks=tuple(sorted(marks, key=lambda mark: mark.day)),
    )


def _reactions_and_samples(key: str, stuff: Material, reading: Reading) -> Iterator[Mark]:
    """A sample that belongs to no reaction, such as a baseline, belongs to every drug."""
    for case in stuff.cases.values():
        if case.newest.case_key not in stuff.tied and stuff.culprits.key(case.newest.culprit_key) == key:
            yield reaction_mark(case, reading)
    for row in stuff.samples:
        if _of_drug(row, stuff) in (None, key):
            yield sample_mark(row, stuff.verdicts.get(row.pk, ""), reading)


def _of_drug(row: Sample, stuff: Material) -> str | None:
    case = None if row.reaction is None else stuff.cases.get(row.reaction.case_key)
    return None if case is None else stuff.culprits.key(case.newest.culprit_key)


def _skin_tests(key: str, stuff: Material, reading: Reading) -> Iterator[Mark]:
    for session in stuff.sessions:
        for drug in session.drugs:
            if stuff.culprits.key(drug.tests[0].row.drug_key) == key:
                yield skin_test_mark(session, drug, reading)


def _challenges(key: str, stuff: Material, reading: Reading) -> Iterator[Mark]:
    """A challenge names its drug, no reaction: it is shown with the newest reaction to the drug."""
    cases = [each for each, case in stuff.cases.items() if stuff.culprits.key(case.newest.culprit_key) == key]
    for row in stuff.challenges:
        if stuff.culprits.key(row.culprit_key) == key:
            yield challenge_mark(row, next(iter(cases), None), reading)


def _decision(key: str, stuff: Material, reading: Reading) -> Iterator[Mark]:
    newest = {row.culprit_key: row for row in stuff.decisions}
    row = decision_on(newest, {each for each in newest if stuff.culprits.key(each) == key})
    if row is not None:
        yield decision_mark(row, reading)
