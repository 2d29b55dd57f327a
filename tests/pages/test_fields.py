"""Fields read strictly, say what they expect, and lose nothing that was typed (safety.md H2, H9, H12)."""

import uuid
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django import forms
from django.core.exceptions import ValidationError

from desens.pages.fields import DateField, EntryKeyField, LineField, NoteField, NumberField


class Weighing(forms.Form):
    entry_key = EntryKeyField()
    weight = NumberField(unit="kg", minimum=Fraction(1, 2), maximum=300)
    height = NumberField(unit="cm", required=False)
    measured_on = DateField()
    scales = LineField()
    note = NoteField(required=False)


def refusal(field, typed):
    with pytest.raises(ValidationError) as caught:
        field.clean(typed)
    return " ".join(caught.value.messages)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("0.5", "0.5"), ("0,5", "0.5"), (" 71.5 ", "71.5"), ("300", "300"), ("300.0", "300"), ("12,25", "12.25")],
)
def test_a_figure_is_read_with_point_or_comma(typed, expected):
    assert NumberField(unit="kg", minimum=Fraction(1, 2), maximum=300).clean(typed) == Decimal(expected)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1.500", "1.500 could mean 1.5 or 1500: type 1.5 or 1500."),
        ("1,234", "1,234 could mean 1.2340 or 1234: type 1.2340 or 1234."),
        ("0.49", "Type a number of at least 0.5\u00a0kg."),
        ("300.01", "Type a number of at most 300\u00a0kg."),
        ("70 kg", "no unit and no sign"),
        ("-70", "no unit and no sign"),
        ("7e1", "no unit and no sign"),
        ("٧٠", "no unit and no sign"),
        (".5", "no unit and no sign"),
        ("1234567890123.4567", "at most 15 digits"),
        ("", "Type a number."),
        ("   ", "Type a number."),
    ],
)
def test_a_refusal_says_what_is_expected(typed, told):
    assert told in refusal(NumberField(unit="kg", minimum=Fraction(1, 2), maximum=300), typed)


def test_an_optional_figure_may_be_empty():
    assert NumberField(unit="kg", required=False).clean("") is None


def test_a_stored_figure_is_shown_in_plain_digits():
    form = Weighing(initial={"weight": Fraction("1234.5"), "height": Decimal("178.00")})
    assert 'value="1234.5"' in str(form["weight"])
    assert 'value="178"' in str(form["height"])


def test_an_unchanged_figure_counts_as_unchanged():
    form = Weighing({"weight": "71,5"}, initial={"weight": Fraction("71.5")})
    assert "weight" not in form.changed_data


def test_a_figure_shows_its_unit_and_asks_for_the_decimal_keypad():
    shown = str(Weighing()["weight"])
    assert 'inputmode="decimal"' in shown
    assert '<span class="input-group-text">kg</span>' in shown


@pytest.mark.parametrize("typed", ["2026-11-20", "20261120", " 2026-11-20 "])
def test_a_date_is_written_year_first(typed):
    assert DateField().clean(typed) == date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed",
    ["20/11/2026", "2026-1-2", "20-11-2026", "2026-W47-5", "11.20.2026", "٢٠٢٦-١١-٢٠", "2026-11-20T00:00", "today"],
)
def test_another_way_of_writing_a_date_is_refused(typed):
    assert refusal(DateField(), typed) == "Type the date as year, month, day, such as 2026-11-20."


def test_a_day_outside_the_calendar_is_named():
    assert "2026-02-29 is not in the calendar" in refusal(DateField(), "2026-02-29")
    assert DateField().clean("2028-02-29") == date(2028, 2, 29)


def test_an_optional_date_may_be_empty():
    assert DateField(required=False).clean("") is None


def test_a_line_walks_its_edge():
    assert LineField().clean("é" * 200) == "é" * 200
    assert "at most 200 characters" in refusal(LineField(), "é" * 201)
    assert "at most 2000 characters" in refusal(NoteField(), "x" * 2001)


def test_a_note_may_have_lines_and_a_line_may_not():
    assert NoteField().clean("first\nsecond") == "first\nsecond"
    assert "U+000A" in refusal(LineField(), "first\nsecond")


def test_a_hidden_character_is_named():
    assert "U+202E" in refusal(LineField(), "0.5 \u202emg")
    assert "U+200B" in refusal(LineField(), "pac\u200blitaxel")


def test_text_is_composed():
    assert LineField().clean("Mari\u0301a") == "Mar\u00eda"


def test_the_key_is_made_when_the_form_is_shown_and_kept_when_it_comes_back():
    first, second = Weighing(), Weighing()
    assert first["entry_key"].value() != second["entry_key"].value()
    key = uuid.uuid4()
    sent = Weighing({"entry_key": str(key)})
    sent.is_valid()
    assert sent.cleaned_data["entry_key"] == key
    assert str(key) in str(sent["entry_key"])


def test_a_form_without_its_key_is_refused():
    form = Weighing({"weight": "70"})
    assert "entry_key" in form.errors


def test_what_was_typed_stays_beside_its_refusal():
    typed = {"weight": "1.500", "measured_on": "20/11/26", "scales": "<b>ward & 3</b>"}
    form = Weighing(typed)
    assert not form.is_valid()
    assert 'value="1.500"' in str(form["weight"])
    assert 'value="20/11/26"' in str(form["measured_on"])
    assert "&lt;b&gt;ward &amp; 3&lt;/b&gt;" in str(form["scales"])
