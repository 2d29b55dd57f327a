"""A step that reached the pump with too little said of it: a fault of ours, told at once."""

from fractions import Fraction

import pytest

from protocols.engine import Step
from protocols.engine.line import PlugFlow
from protocols.engine.pumping import settle


@pytest.mark.parametrize("given", [{}, {"rate_ml_h": Fraction(2)}, {"minutes": Fraction(15)}])
def test_one_figure_sets_no_pump(given):
    with pytest.raises(ValueError, match="step 3 needs two of"):
        settle(Step(solution=1, **given), number=3, volume_ml=None, pump=None)


def test_the_target_may_be_reached_by_what_the_line_holds():
    line = PlugFlow(dead_volume_ml=Fraction(10), primed_with=1)
    strengths = {1: Fraction(2), 2: Fraction(20)}
    assert line.volume_delivering(Fraction(20), 2, strengths) == 10
    assert line.volume_delivering(Fraction(5), 2, strengths) == Fraction(5, 2)
    assert line.volume_delivering(Fraction(40), 2, strengths) == 11
