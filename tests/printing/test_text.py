"""What may be printed (safety.md H12)."""

import pytest

from desens.printing.refusal import CannotPrint
from desens.printing.text import MOST_IN_A_TEXT, MOST_IN_ALL, MOST_MARKS, check_text, printable

ACUTE = "\N{COMBINING ACUTE ACCENT}"


@pytest.mark.parametrize(
    "text", ["GARCÍA MORENO, Antonio", "Łukasz Żółć", "Ελένη", "Юлия", "כהן", "שָׁלוֹם", "محمد", "1\u202f200\u00a0mg"]
)
def test_names_of_many_scripts_print(text):
    check_text(f"<p>{text}</p>")


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u4e2d", "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D"),
        ("\u0905", "U+0905 DEVANAGARI LETTER A"),
        ("\U0001f9ec", "U+1F9EC DNA DOUBLE HELIX"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u00ad", "U+00AD SOFT HYPHEN"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\x07", "U+0007 (a control character)"),
        ("\ue000", "U+E000 (a control character)"),
    ],
)
def test_a_character_without_a_visible_glyph_is_refused_and_named_with_its_place(character, name):
    with pytest.raises(CannotPrint) as refused:
        check_text(f"<table><td>12 mg</td><td>Ana {character}Ruiz</td></table>")
    assert name in refused.value.reason
    assert "Ana \N{WHITE SQUARE}Ruiz" in refused.value.reason
    assert character not in refused.value.reason


def test_a_character_written_as_a_reference_is_refused_too():
    with pytest.raises(CannotPrint, match=r"U\+202E"):
        check_text("<p>&#x202e;5.0 mg</p>")


@pytest.mark.parametrize("count", [0, MOST_MARKS])
def test_a_letter_bears_a_few_marks(count):
    check_text(f"<p>a{ACUTE * count}</p>")


def test_marks_that_would_cover_the_next_line_are_refused():
    with pytest.raises(CannotPrint, match="Too many marks"):
        check_text(f"<p>a{ACUTE * (MOST_MARKS + 1)}</p>")


@pytest.mark.parametrize("count", [MOST_IN_A_TEXT - 1, MOST_IN_A_TEXT])
def test_a_text_up_to_the_limit_prints(count):
    check_text(f"<p>{'a' * count}</p>")


def test_a_text_beyond_the_limit_is_refused():
    with pytest.raises(CannotPrint, match="2001 characters"):
        check_text(f"<p>{'a' * (MOST_IN_A_TEXT + 1)}</p>")


def test_a_document_beyond_the_limit_is_refused():
    pieces = MOST_IN_ALL // MOST_IN_A_TEXT
    check_text(f"<p>{'a' * MOST_IN_A_TEXT}</p>" * pieces)
    with pytest.raises(CannotPrint, match="more than 60000 characters"):
        check_text(f"<p>{'a' * MOST_IN_A_TEXT}</p>" * pieces + "<p>a</p>")


def test_every_character_of_our_own_figures_prints():
    assert set("0123456789.·-–—×≥≤°%“”\u202f\u00a0•…") <= printable()
