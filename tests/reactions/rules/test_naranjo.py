"""Naranjo: every item, every category at its edge, and the alectinib case."""

import pytest

from reactions.rules.messages import MESSAGES
from reactions.rules.naranjo import ITEMS, naranjo

ALECTINIB = {
    "previous_conclusive_reports": True,
    "after_drug": True,
    "improved_on_withdrawal": True,
    "reappeared_on_rechallenge": True,
    "alternative_causes": False,
    "objective_evidence": True,
}


def scored(**answers):
    score = naranjo(answers)
    return score.score, score.category


def test_the_alectinib_case_as_printed_and_as_its_erratum_has_it():
    assert scored(**ALECTINIB) == (9, "definite")
    assert scored(**ALECTINIB | {"reappeared_on_rechallenge": None}) == (7, "probable")


def test_nothing_answered_is_no_category():
    for answers in ({}, dict.fromkeys(ITEMS)):
        score = naranjo(answers)
        assert (score.score, score.category) == (0, None)
        assert [reason.code for reason in score.cannot] == ["naranjo-unanswered"]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"toxic_concentration": False}, (0, "doubtful")),
        ({"toxic_concentration": True}, (1, "possible")),
        ({"after_drug": True, "alternative_causes": False}, (4, "possible")),
        ({"after_drug": True, "alternative_causes": False, "dose_dependent": True}, (5, "probable")),
        (ALECTINIB | {"improved_on_withdrawal": None}, (8, "probable")),
        (dict.fromkeys(ITEMS, False), (1, "possible")),
    ],
)
def test_the_edges_of_the_categories(answers, said):
    assert scored(**answers) == said


def test_the_range_is_from_minus_4_to_13():
    best = {item: yes >= no for item, (yes, no) in ITEMS.items()}
    worst = {item: yes < no for item, (yes, no) in ITEMS.items()}
    assert (scored(**best), scored(**worst)) == ((13, "definite"), (-4, "doubtful"))


def test_points_add_up_and_every_item_has_its_words():
    score = naranjo(ALECTINIB)
    assert sum(points for _, points in score.points) == score.score
    assert [item for item, _ in score.points] == list(ITEMS)
    assert {f"naranjo-{item}" for item in ITEMS} <= set(MESSAGES)


def test_an_item_that_does_not_exist():
    with pytest.raises(KeyError, match="rechallenge"):
        naranjo({"rechallenge": True})
