"""Any figure a program writes is read back; any text is a bounded figure or refused."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.figures import GREATEST, LEAST, read_figure


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(-12, 0))
def test_what_programs_write_is_read_back(coefficient: int, exponent: int) -> None:
    value = Fraction(coefficient) * Fraction(10) ** exponent
    if value == 0 or Fraction(LEAST) <= abs(value) <= Fraction(GREATEST):
        assert Fraction(read_figure(f"{coefficient}e{exponent}")) == value
        assert Fraction(read_figure(format(Decimal(coefficient).scaleb(exponent), "f"))) == value


@given(st.text(alphabet="0123456789.eE+-", max_size=45))
def test_any_text_is_a_bounded_figure_or_refused(text: str) -> None:
    try:
        value = read_figure(text)
    except ValueError:
        return
    assert value == 0 or LEAST <= abs(value) <= GREATEST
    assert Fraction(value) == Fraction(text)
