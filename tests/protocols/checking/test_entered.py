"""The stored figures of a blind check: a kept example of each schema, and nothing lost on the way."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols.checking.entered import Entered, entered_text, read_entered
from protocols.checking.stock import Stock

KEPT_1 = (
    '{"bags_from_stock":[3,4],"figures":{"bag-1-concentration":"0.0048","bag-4-concentration":"4.760"},'
    '"product":"atezolizumab 60 mg/mL concentrate","schema":1,"strength":"60"}'
)


def test_a_kept_text_of_schema_1_is_read_and_written_as_it_was():
    entered = read_entered(KEPT_1)
    assert entered == Entered(
        figures={"bag-1-concentration": Decimal("0.0048"), "bag-4-concentration": Decimal("4.760")},
        stock=Stock(product="atezolizumab 60 mg/mL concentrate", strength=Fraction(60), bags=frozenset({3, 4})),
    )
    assert entered_text(entered.figures, entered.stock) == KEPT_1


@pytest.mark.parametrize("text", ["{}", '{"schema":2}'])
def test_another_schema_is_refused(text):
    with pytest.raises(ValueError, match="schema"):
        read_entered(text)


@given(
    figures=st.dictionaries(
        st.from_regex(r"bag-[1-9]-amount", fullmatch=True), st.decimals(0, 10**9, places=9), max_size=4
    ),
    strength=st.none() | st.fractions(min_value=Fraction(1, 1000), max_value=1000),
    bags=st.frozensets(st.integers(1, 20), max_size=4),
)
def test_what_was_typed_comes_back_with_its_zeros(figures, strength, bags):
    stock = Stock(product="a product", strength=strength, bags=bags)
    read = read_entered(entered_text(figures, stock))
    assert read == Entered(figures=figures, stock=stock)
    assert [str(figure.as_tuple()) for figure in read.figures.values()] == [
        str(figures[key].as_tuple()) for key in read.figures
    ]
