"""What the controls void."""

import pytest

from reactions.rules.skin_tests import judge
from tests.reactions.rules.skin_test_cases import intradermal, mm, prick, result, session


@pytest.mark.parametrize(
    ("histamine", "said", "valid"), [("2.9", "invalid", False), (3, "negative", True), (None, None, None)]
)
def test_a_negative_needs_histamine(histamine, said, valid):
    verdict = judge(session(prick(0), histamine=histamine))
    assert (verdict.result, verdict.valid) == (said, valid)
    assert result(prick(4), histamine=histamine) == "positive"


def test_an_own_negative_control_stands_for_that_of_the_series():
    assert result(prick(6, control=mm(4)), negative=0) == "negative"
    assert result(prick(7, control=mm(4)), negative=0) == "invalid"
    assert result(prick(4, control=mm(0)), negative=5) == "positive"
    assert judge(session(prick(0, control=mm(0)), negative=None)).valid is True
    assert judge(session(prick(0, control=mm(0)), negative=5)).valid is False


def test_the_negative_control_of_the_pricks_says_nothing_of_an_intradermal_alone():
    assert judge(session(intradermal(9, initial=mm(5)), negative=3)).valid is True


def test_invalid_is_not_negative_and_gives_way_to_a_positive():
    assert result(prick(6), intradermal(5, initial=mm(5)), negative=3) == "invalid"
    assert result(prick(6), intradermal(8, initial=mm(5)), negative=3) == "positive"
    assert result(prick(0), intradermal(6)) is None
