"""How many steps: the default map, and breakthroughs."""

import pytest

from reactions.rules.steps import Breakthrough, propose_steps


def proposed(grade=None, *, skin_test=None, anaphylaxis=None, breakthroughs=()):
    met = tuple(Breakthrough(protocol_steps=steps, step=1, brown_grade=its) for steps, its in breakthroughs)
    return propose_steps(brown_grade=grade, skin_test=skin_test, anaphylaxis=anaphylaxis, breakthroughs=met)


def codes(reasons):
    return [reason.code for reason in reasons]


@pytest.mark.parametrize(("grade", "steps", "dilution"), [(1, 12, 100), (2, 12, 100), (3, 16, 1000)])
def test_by_grade(grade, steps, dilution):
    found = proposed(grade)
    assert (found.steps, found.first_bag_dilution) == (steps, dilution)


@pytest.mark.parametrize(
    ("skin_test", "anaphylaxis", "steps"),
    [("positive", True, 16), ("positive", False, 12), ("positive", None, 16), ("negative", True, 12), (None, True, 12)],
)
def test_a_positive_skin_test_with_anaphylaxis(skin_test, anaphylaxis, steps):
    assert proposed(2, skin_test=skin_test, anaphylaxis=anaphylaxis).steps == steps


@pytest.mark.parametrize(
    ("breakthrough", "steps"),
    [
        ((8, 1), 12),
        ((8, 2), 12),
        ((12, 1), 12),
        ((12, 2), 16),
        ((12, 3), 16),
        ((16, 1), 16),
        ((16, 2), 20),
        ((17, 1), 20),
        ((20, 1), 20),
        ((20, 3), 20),
    ],
)
def test_a_breakthrough_asks_for_more(breakthrough, steps):
    found = proposed(2, breakthroughs=[breakthrough])
    assert found.steps == steps
    assert ("steps-omalizumab" in codes(found.because)) == (breakthrough[0] >= 16)
