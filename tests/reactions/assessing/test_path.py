"""The tree is drawn whole: one branch taken at each question that was asked, none elsewhere, each end in words."""

import pytest

from reactions.assessing.judged import Blood, Limits, Material, judge
from reactions.assessing.path import drawn
from reactions.rules.decision_tree import TREE, WAYS
from reactions.rules.observed import Observed
from reactions.rules.risk import Background

SEVERE = frozenset({"urticaria", "hypotension", "syncope"})


def judged(**changes):
    values = {"observed": Observed(signs=SEVERE), "blood": Blood(), "background": Background(), "brown_grade": 3}
    return judge(Material(**(values | changes)), Limits())


@pytest.mark.parametrize(
    ("changes", "end"),
    [
        ({}, "cannot be proposed yet"),
        ({"alternative": "exists"}, "avoid the drug, give the alternative"),
        ({"alternative": "none"}, "desensitization"),
        ({"alternative": "none", "brown_grade": 1}, "test first"),
        ({"alternative": "none", "challenge": "negative"}, "desensitization"),
        ({"alternative": "none", "challenge": "negative", "brown_grade": None}, "regular infusion"),
        ({"observed": Observed(signs=frozenset({"blisters"}))}, "no desensitization"),
    ],
)
def test_the_path_ends_in_words(changes, end):
    path = judged(**changes).proposal.path
    forks = drawn(path)
    taken = [branch for fork in forks for branch in fork.branches if branch.taken]
    assert len(forks) == len(TREE)
    assert len(taken) == len(path) == sum(fork.asked for fork in forks)
    assert [branch.ends for branch in taken] == [False] * (len(taken) - 1) + [True]
    assert taken[-1].leads_to == end
    assert all(branch.because for branch in taken)


def test_a_question_that_was_not_asked_marks_nothing():
    forks = drawn(judged(alternative="exists").proposal.path)
    assert [fork.asked for fork in forks] == [True, True] + [False] * (len(TREE) - 2)
    assert all(branch.because == () for fork in forks for branch in fork.branches if not branch.taken)
    assert sum(branch.ends for fork in forks for branch in fork.branches) >= len(WAYS)


def test_the_same_material_gives_the_same_judgement():
    assert judged(alternative="none") == judged(alternative="none")
    assert judged(alternative="none") != judged(alternative="exists")
