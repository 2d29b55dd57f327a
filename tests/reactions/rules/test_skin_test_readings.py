"""One reading: every edge of a prick and of an intradermal."""

from fractions import Fraction

import pytest

from reactions.rules.messages import in_words
from reactions.rules.skin_tests import judge
from tests.reactions.rules.skin_test_cases import codes, intradermal, mm, prick, result, session


@pytest.mark.parametrize(
    ("wheal", "negative", "said"),
    [
        ((3, 2), 0, "negative"),
        ((3, 3), 0, "positive"),
        ((4, 2), 0, "positive"),
        ((5, 4), 2, "negative"),
        ((5, 5), 2, "positive"),
        (("5.8", "5.8"), "2.9", "negative"),
        (("5.9", "5.9"), "2.9", "positive"),
        ((6, 6), 3, "invalid"),
        ((5, 5), 3, "negative"),
    ],
)
def test_the_edge_of_a_prick(wheal, negative, said):
    assert result(prick(*wheal), negative=negative) == said


@pytest.mark.parametrize(
    ("wheal", "bleb", "growth", "said"),
    [
        (("7.9", "7.9"), 5, 3, "negative"),
        ((8, 8), 5, 3, "positive"),
        ((9, 7), 5, 3, "positive"),
        (("9.9", "9.9"), 5, 5, "negative"),
        ((10, 10), 5, 5, "positive"),
    ],
)
def test_the_edge_of_an_intradermal(wheal, bleb, growth, said):
    assert result(intradermal(*wheal, initial=mm(bleb)), growth_mm=Fraction(growth)) == said


def test_without_a_bleb_an_intradermal_is_compared_with_its_own_control_only():
    assert result(intradermal(6, control=mm(3))) == "positive"
    assert result(intradermal("5.9", control=mm(3))) == "negative"
    assert result(intradermal(9, initial=mm(5), control=mm(9))) == "positive"
    unknown = judge(session(intradermal(6)))
    assert (unknown.result, codes(unknown.cannot)) == (None, ["bleb-and-control-missing"])
    assert result(intradermal(2)) == "negative"


def test_a_small_prick_needs_no_negative_control():
    assert result(prick(2), negative=None) == "negative"


def test_a_wheal_whose_flare_was_looked_for_and_absent_is_not_positive():
    verdict = judge(session(prick(4, erythema="0"), intradermal(5, initial=mm(5))))
    assert (verdict.result, codes(verdict.cautions)) == ("negative", ["wheal-without-flare"])


def test_readings_below_what_they_are_compared_with():
    said = [
        in_words(judge(session(reading, negative=2)).readings[0].because[0])
        for reading in (
            prick(1),
            intradermal(4, initial=mm(5)),
            intradermal(4, control=mm(5)),
            intradermal(5, initial=mm(5)),
        )
    ]
    assert said == [
        "1 mm below the negative control",
        "1 mm smaller than the bleb",
        "1 mm below its own negative control",
        "grown by 0 mm over the bleb",
    ]
