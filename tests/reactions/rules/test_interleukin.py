"""Interleukin 6 against the laboratory's limit."""

import pytest

from reactions.rules.interleukin import judge_interleukin
from reactions.rules.level import read_level
from reactions.rules.messages import in_words


def judged(value, limit):
    return judge_interleukin(value=value and read_level(value), limit=limit and read_level(limit))


@pytest.mark.parametrize(
    ("value", "raised"),
    [
        ("6.9", False),
        ("7", False),
        ("7.1", True),
        ("80", True),
        ("<7", False),
        ("<8", None),
        (">7", True),
        (">6", None),
    ],
)
def test_raised_is_above_the_limit(value, raised):
    verdict = judged(value, "<7")
    assert verdict.raised is raised
    assert [reason.code for reason in verdict.cannot] == ([] if raised is not None else ["il6-not-certain"])


def test_nothing_without_value_or_limit():
    assert [reason.code for reason in judged(None, None).cannot] == ["il6-value-missing", "il6-limit-missing"]
    assert judged("80", None).raised is judged(None, "7").raised is None


def test_it_says_what_it_compared():
    assert [in_words(reason) for reason in judged("80", "7").because] == ["interleukin 6 80, the laboratory's limit 7"]
