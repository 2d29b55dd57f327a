"""The command and the assessment page judge alike: of every published case the same verdicts."""

import pytest

from reactions.assess import answer, read_case
from reactions.assessing.judged import Blood, Limits, Material, judge
from reactions.rules.skin_tests import judge as judge_skin_tests
from tests.reactions.assess.test_published_cases import CASES


def on_screen(case):
    """The case as the page gathers it from the records."""
    found = answer(case)
    truth = {True: "yes", False: "no", None: "unknown"}
    blood = {"baseline": case.tryptase.baseline, "acute": case.tryptase.acute}
    return judge(
        Material(
            observed=case.observed,
            brown_grade=found.verdicts.brown.grade,
            blood=Blood(**blood, minutes_after_onset=case.tryptase.minutes_after_onset),
            skin_tests=case.skin_tests and judge_skin_tests(case.skin_tests),
            background=case.background,
            naranjo=tuple((item, truth[value]) for item, value in case.naranjo.items()),
            alternative=case.patient.alternative,
            challenge=case.challenge,
            breakthroughs=case.breakthroughs,
        ),
        Limits(),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_command_says_what_the_page_shows(case):
    read = read_case(case["assess"])
    command, page = answer(read), on_screen(read)
    for verdict in ("tryptase", "phenotype", "naranjo", "contraindications"):
        assert getattr(command.verdicts, verdict) == getattr(page, verdict), verdict
    assert command.proposal == page.proposal
