"""Of everything read in a session what stands of each test, judged drug by drug."""

from collections.abc import Iterable
from dataclasses import replace

from reactions.models import SkinTest, SkinTestOpinion, SkinTestReading, SkinTestRound
from reactions.rules.skin_test_input import Reading, SkinTests
from reactions.rules.skin_test_readings import ReadingVerdict
from reactions.rules.skin_tests import judge
from reactions.skin_test_choices import ReadAfter
from reactions.skin_tests.judging import reading_of
from reactions.skin_tests.shown import ShownDrug
from reactions.skin_tests.shown_test import ShownTest


def by_drug(tests: Iterable[SkinTest]) -> list[list[SkinTest]]:
    """The tests of each drug, in the order of the sheet."""
    found: dict[str, list[SkinTest]] = {}
    for test in tests:
        found.setdefault(test.drug_key, []).append(test)
    return list(found.values())


def shown_drug(tests: list[SkinTest], rounds: list[SkinTestRound], series: SkinTests) -> ShownDrug:
    """The tests of one drug with what stands of each, and what they say together; `rounds` from the newest."""
    read = {test.pk: _readings_of(test, rounds) for test in tests}
    opinions = {test.pk: _opinion_of(test, read[test.pk]) for test in tests}
    done = [test for test in tests if read[test.pk] or opinions[test.pk]]
    readings = tuple(_as_the_rules_take_it(test, read[test.pk]) for test in done)
    verdict = judge(replace(series, readings=readings)) if done else None
    said = dict(zip((test.pk for test in done), verdict.readings if verdict else (), strict=True))
    return ShownDrug(
        name=tests[0].drug,
        tests=tuple(_test(test, read[test.pk], said.get(test.pk), opinions[test.pk]) for test in tests),
        verdict=verdict,
    )


def _opinion_of(test: SkinTest, read: dict[str, SkinTestReading]) -> SkinTestOpinion | None:
    """The newest opinion on a reading that stands, or on the test without any."""
    standing = {row.pk for row in read.values()} | {None}
    return next((opinion for opinion in test.opinions.all() if opinion.reading_id in standing), None)


def _readings_of(test: SkinTest, rounds: list[SkinTestRound]) -> dict[str, SkinTestReading]:
    """Of each time the newest reading of the test, by when it was read."""
    found: dict[str, SkinTestReading] = {}
    for each in rounds:
        for reading in each.readings.all():
            if reading.test_id == test.pk:
                found.setdefault(each.read_after, reading)
    return found


def _as_the_rules_take_it(test: SkinTest, read: dict[str, SkinTestReading]) -> Reading:
    later = [(after, bool(row.infiltrated)) for after, row in read.items() if after != ReadAfter.MINUTES]
    return reading_of(test, read.get(ReadAfter.MINUTES), later)


def _test(
    test: SkinTest,
    read: dict[str, SkinTestReading],
    verdict: ReadingVerdict | None,
    opinion: SkinTestOpinion | None,
) -> ShownTest:
    later = tuple((ReadAfter(after), row) for after, row in sorted(read.items()) if after != ReadAfter.MINUTES)
    return ShownTest(row=test, reading=read.get(ReadAfter.MINUTES), later=later, verdict=verdict, opinion=opinion)
