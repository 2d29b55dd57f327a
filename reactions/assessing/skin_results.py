"""What the skin tests with a culprit say together: a positive one counts, otherwise the last session."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, cast

from drugs.names import drug_key
from reactions.assessing.facts import Fact, fact
from reactions.rules.skin_tests import SkinTestVerdict
from reactions.skin_tests.shown import ShownDrug, ShownSession

Result = Literal["positive", "negative", "invalid"]


def sessions_about(sessions: Iterable[ShownSession], culprit_key: str) -> tuple[ShownSession, ...]:
    """The sessions that tested the culprit and were no mistake, the last first."""
    return tuple(
        session
        for session in sessions
        if not hasattr(session.row, "error") and any(drug_key(drug.name) == culprit_key for drug in session.drugs)
    )


def combined(sessions: Iterable[ShownSession], culprit_key: str) -> SkinTestVerdict | None:
    """The verdict of the last positive session, else of the last one that was read; None: not done."""
    drugs = [drug for session in sessions for drug in session.drugs if drug_key(drug.name) == culprit_key]
    verdicts = [verdict for drug in drugs if (verdict := verdict_of(drug))]
    positive = (verdict for verdict in verdicts if verdict.result == "positive")
    return next(positive, verdicts[0] if verdicts else None)


def verdict_of(drug: ShownDrug) -> SkinTestVerdict | None:
    """The computed verdict, with the allergist's own reading in the place of each that somebody gave."""
    if drug.verdict is None or not any(test.opinion for test in drug.tests):
        return drug.verdict
    return replace(drug.verdict, result=_result(list(_results(drug))))


def facts_of_tests(sessions: Iterable[ShownSession]) -> tuple[Fact, ...]:
    """Each session, each round of readings and each opinion as a fact."""
    found: list[Fact] = []
    for session in sessions:
        found.append(fact(session.row, session.row.told))
        found += [fact(each, each.told) for each in session.rounds if not hasattr(each, "error")]
        read = ((test.row.told, test.opinion) for test in session.tests if test.opinion)
        found += [fact(opinion, f"{told} · {opinion.get_result_display()}") for told, opinion in read]
    return tuple(found)


def _results(drug: ShownDrug) -> Iterator[Result | None]:
    for test in drug.tests:
        if test.opinion:
            yield cast(Result, test.opinion.result)
        elif test.verdict:
            yield test.verdict.result


def _result(results: Sequence[Result | None]) -> Result | None:
    if "positive" in results:
        return "positive"
    if "invalid" in results:
        return "invalid"
    return "negative" if results and set(results) == {"negative"} else None
