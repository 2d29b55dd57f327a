"""How large, small and long a figure in a file may be."""

import pytest

from desens.numbers.figures import read_figure


@pytest.mark.parametrize("text", ["1e400", "1e999", "1e13", "1e-13", "1000000000000.1", "-2e12", "0.0000000000001"])
def test_magnitudes_are_bounded(text: str) -> None:
    with pytest.raises(ValueError, match="between 1e-12 and 1e12"):
        read_figure(text)


def test_an_endless_exponent_is_refused_before_it_is_computed() -> None:
    with pytest.raises(ValueError, match="a number with"):
        read_figure("1e400000")


def test_forty_characters_are_read_and_no_more() -> None:
    assert read_figure("0." + "0" * 38) == 0
    with pytest.raises(ValueError, match="a number with a decimal point"):
        read_figure("0." + "0" * 39)


@pytest.mark.parametrize("text", ["1234567890.123456", "1." + "0" * 34 + "1", "0.1234567890123456"])
def test_sixteen_significant_digits_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="15 significant digits"):
        read_figure(text)
