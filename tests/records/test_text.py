"""Free text neither hides nor breaks (safety.md H12)."""

import pytest

from desens.records.text import FIELD_LIMIT, NOTE_LIMIT, TextError, clean_text

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u3164\ufe0f\U000e0041\u180e"


@pytest.mark.parametrize(
    "text",
    [
        "Garc\u00eda-L\u00f3pez, M\u00aa Jos\u00e9",
        "\u05de\u05e9\u05d4",
        "\u0645\u062d\u0645\u062f",
        "0.5 mg",
        "\u00b5g",
        "\u5f20\u4f1f",
        "",
        "\U0001f642",
    ],
)
def test_ordinary_text_stays_as_it_is(text):
    assert clean_text(text, limit=FIELD_LIMIT) == text


def test_composed_and_trimmed():
    assert clean_text(" Jose\u0301\u00a0 Lo\u0301pez\n", limit=FIELD_LIMIT) == "Jos\u00e9  L\u00f3pez"


@pytest.mark.parametrize(
    ("letters", "code"),
    [
        (BIDI, "direction"),
        (ZERO_WIDTH, "invisible"),
        ("\x00\x07\x1b\x7f\x85\t\u2028\u2029", "control"),
        ("\ue000\ud800\U0003fffe\u0378", "not_a_character"),
    ],
)
def test_what_hides_is_refused_and_named(letters, code):
    for letter in letters:
        with pytest.raises(TextError) as refused:
            clean_text(f"give 0.5{letter} mg", limit=NOTE_LIMIT)
        assert refused.value.code == code
        assert refused.value.values == {"character": f"U+{ord(letter):04X}"}


def test_a_bidi_override_cannot_turn_a_dose_round():
    with pytest.raises(TextError, match="direction"):
        clean_text("\u202e0.5 mg", limit=FIELD_LIMIT)
