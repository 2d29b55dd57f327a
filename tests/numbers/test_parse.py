"""What people type: read as they mean it, or refused; never read as something else (safety.md H2)."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.parse import NumberError, parse_number
from tests.numbers.people import HABITS, Habit, readings, written

LANGUAGES = sorted({habit.language for habit in HABITS})
PLAIN = st.from_regex(r"(0|[1-9][0-9]{0,6})([.,][0-9]{1,7})?", fullmatch=True)


def code_of(text: str) -> str:
    with pytest.raises(NumberError) as refused:
        parse_number(text)
    return refused.value.code


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("5", "5"), ("0", "0"), ("0.5", "0.5"), ("0,5", "0.5"), ("0,05", "0.05"), ("1,5", "1.5"), ("0.500", "0.500"),
        ("0,125", "0.125"), ("1.40", "1.40"), ("1200", "1200"), ("1200.5", "1200.5"), ("1234.567", "1234.567"),
        (" 2.5 ", "2.5"), ("\u00a02,5\u202f", "2.5"), ("999999999999999", "999999999999999"),
    ],
)  # fmt: skip
def test_a_plain_figure_is_read_exactly(typed: str, value: str) -> None:
    assert str(parse_number(typed)) == value


@pytest.mark.parametrize(
    "typed",
    [
        "-5", "+5", "−5", ".5", "5.", ",5", "5,", "05", "00.5", "1e3", "1E-3", "1 200", "1\u202f200", "1'200", "1’200",
        "1,200.5", "1.200,5", "1.200.300", "1,23,456", "1_000", "0x10", "1/3", "½", "5 mg", "5%", "<5", "~5", "5-6",
        "NaN", "nan", "inf", "Infinity", "٥", "۵", "५", "５", "1٫5", "1·5", "²", "①", "Ⅻ", "5\u200b",
        "\u202e5", "1\x00",
    ],
)  # fmt: skip
def test_anything_else_is_refused(typed: str) -> None:
    assert code_of(typed) == "not_a_number"


@pytest.mark.parametrize("typed", ["", " ", "\t\r\n", "\u00a0"])
def test_nothing_is_missing_and_not_zero(typed: str) -> None:
    assert code_of(typed) == "missing"


@pytest.mark.parametrize(
    ("typed", "decimal", "whole"),
    [("1.500", "1.5", "1500"), ("1,200", "1.2", "1200"), ("1.234", "1.2340", "1234"), ("12,050", "12.05", "12050"),
     ("100.000", "100", "100000"), ("999,999", "999.9990", "999999"), ("1.205", "1.2050", "1205")],
)  # fmt: skip
def test_a_figure_that_could_be_thousands_asks_which_is_meant(typed: str, decimal: str, whole: str) -> None:
    with pytest.raises(NumberError) as refused:
        parse_number(typed)
    assert refused.value.code == "ambiguous"
    assert refused.value.values == {"typed": typed, "decimal": decimal, "whole": whole}


@given(st.from_regex(r"[1-9][0-9]{0,2}[.,][0-9]{3}", fullmatch=True))
def test_both_offered_readings_can_be_typed_and_are_the_two_values(typed: str) -> None:
    with pytest.raises(NumberError) as refused:
        parse_number(typed)
    offered = refused.value.values
    assert parse_number(offered["decimal"]) == Decimal(typed.replace(",", "."))
    assert parse_number(offered["whole"]) == Decimal(typed.replace(",", "").replace(".", ""))


@pytest.mark.parametrize("mark", [".", ",", ""])
def test_fifteen_digits_are_read_and_sixteen_are_too_long(mark: str) -> None:
    most = "1" + mark + "2" * 14
    assert parse_number(most) == Decimal(most.replace(",", "."))
    assert code_of(most + "2") == "too_long"


@pytest.mark.parametrize("character", ["9", "x"])
def test_an_endless_text_is_refused_and_quoted_short(character: str) -> None:
    with pytest.raises(NumberError) as refused:
        parse_number(character * 100_000)
    assert refused.value.values["typed"] == character * 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wrong_accept_in_10_000_written_numbers_a_language(language: str) -> None:
    random = Random(language)
    habits = [habit for habit in HABITS if habit.language == language]
    wrong = [text for text, meant in _many(random, habits) if _accepted(text) not in (None, meant)]
    assert wrong == []


def test_the_fuzzed_strings_are_not_all_refused() -> None:
    random = Random(0)
    accepted = sum(_accepted(text) is not None for text, _ in _many(random, list(HABITS)))
    assert 1_000 < accepted < 9_000


@given(st.text(alphabet="0123456789.,'’ \u202f\u00a0٠٥٫٬+-eE", max_size=12))
def test_an_accepted_text_has_one_reading_in_all_languages(text: str) -> None:
    accepted = _accepted(text)
    if accepted is not None:
        assert readings(text) == {Fraction(accepted)}


@given(PLAIN)
def test_an_accepted_plain_figure_has_one_reading_in_all_languages(text: str) -> None:
    accepted = _accepted(text)
    assert (accepted is None) == (len(readings(text)) > 1)
    assert accepted is None or readings(text) == {Fraction(accepted)}


@given(st.text(max_size=20))
def test_any_text_is_a_figure_or_a_number_error(text: str) -> None:
    value = _accepted(text)
    assert value is None or (value.is_finite() and value >= 0)


def _many(random: Random, habits: list[Habit]) -> list[tuple[str, Decimal]]:
    return [written(random, random.choice(habits)) for _ in range(10_000)]


def _accepted(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except NumberError:
        return None
