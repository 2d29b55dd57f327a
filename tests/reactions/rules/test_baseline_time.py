"""A baseline is taken before the reaction, or more than 24 h after it."""

from fractions import Fraction

import pytest

from reactions.rules.baseline_time import baseline_cautions, is_early
from reactions.rules.messages import in_words


@pytest.mark.parametrize(
    ("minutes", "early"), [(None, False), (-1, False), (0, True), (1439, True), (1440, True), (1441, False)]
)
def test_a_day_must_pass_after_the_onset(minutes, early):
    minutes = None if minutes is None else Fraction(minutes)
    assert is_early(minutes) is early
    assert [reason.code for reason in baseline_cautions(minutes)] == ["baseline-early"] * early


def test_the_caution_says_when_it_is_right():
    (caution,) = baseline_cautions(Fraction(60))
    assert "more than 24 h after full resolution" in in_words(caution)
