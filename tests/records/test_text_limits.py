"""How long a text may be, how many lines and marks it may have."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.records.text import FIELD_LIMIT, NOTE_LIMIT, TextError, clean_text

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u3164\ufe0f\U000e0041\u180e"


@pytest.mark.parametrize("limit", [FIELD_LIMIT, NOTE_LIMIT])
def test_the_limit_is_reached_and_not_passed(limit):
    assert len(clean_text("x" * limit, limit=limit)) == limit
    for length in (limit + 1, 5 * limit):
        with pytest.raises(TextError) as refused:
            clean_text("x" * length, limit=limit)
        assert (refused.value.code, refused.value.values) == ("too_long", {"limit": str(limit)})


def test_the_limit_counts_composed_characters():
    assert clean_text("e\u0301" * FIELD_LIMIT, limit=FIELD_LIMIT) == "\u00e9" * FIELD_LIMIT


def test_lines_are_for_notes():
    assert clean_text("one\r\ntwo\rthree", limit=NOTE_LIMIT) == "one\ntwo\nthree"
    with pytest.raises(TextError, match="control"):
        clean_text("one\ntwo", limit=FIELD_LIMIT)


def test_three_marks_on_a_letter_and_not_four():
    assert clean_text("x\u0316\u0317\u0318", limit=FIELD_LIMIT) == "x\u0316\u0317\u0318"
    with pytest.raises(TextError, match="marks"):
        clean_text("x\u0316\u0317\u0318\u0319", limit=FIELD_LIMIT)


@given(st.text(max_size=300) | st.text(st.sampled_from("a \n\u0301" + BIDI + ZERO_WIDTH), max_size=20))
def test_what_is_accepted_is_clean_and_cleaning_again_changes_nothing(text):
    try:
        cleaned = clean_text(text, limit=NOTE_LIMIT)
    except TextError:
        return
    assert clean_text(cleaned, limit=NOTE_LIMIT) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert len(cleaned) <= NOTE_LIMIT
    assert not set(cleaned) & set(BIDI + ZERO_WIDTH)
    assert all(letter == "\n" or unicodedata.category(letter)[0] != "C" for letter in cleaned)
