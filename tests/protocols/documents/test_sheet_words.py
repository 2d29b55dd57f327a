"""What the sheet says for each state of what is known; absent is never printed as none."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from desens.numbers.sentences import figures_kept
from desens.printing.refusal import CannotPrint
from protocols.documents.fitting import DOSE, fitted, sized
from protocols.documents.nursing_sheet import context, render
from protocols.documents.sheet_rows import clock_text
from protocols.engine import Line
from protocols.rules.epinephrine import intramuscular
from tests.printing.pdf import poppler
from tests.protocols.documents.sheets import IDENTITY, allergy, published, sheet, steps_in_bags


def printed(**changes: object) -> str:
    """The text of the first sheet's drawing order, blanks made one."""
    return " ".join(poppler(render(sheet(**changes)), "-raw").split())


def identity(**changes: object):
    return replace(IDENTITY, **changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "ALLERGIES none known (2026-11-02)"),
        ({"none_known_on": None}, "ALLERGIES not recorded"),
        (
            {"none_known_on": None, "allergies": (allergy("penicillin", "refuted"),)},
            "ALLERGIES not recorded penicillin (refuted, 2026-10-01)",
        ),
        ({"allergies": (allergy("oxaliplatin"),)}, "ALLERGIES oxaliplatin (confirmed, 2026-10-01)"),
        ({"weight": None}, "weight not recorded"),
        ({"height": None}, "height not recorded"),
        ({"sex": "U", "sex_text": "not recorded"}, "sex not recorded"),
    ],
)
def test_what_is_not_recorded_is_said_so(changes, words):
    assert words in printed(identity=identity(**changes))


def test_epinephrine_stands_as_dose_and_volume():
    text = printed(rescue=intramuscular(Fraction(23), 8))
    assert "epinephrine IM 0.23 mg = 0.23 mL of 1 mg/mL" in text


@pytest.mark.parametrize(
    ("weight", "age", "asked"),
    [
        (None, 64, ["weigh (kg):"]),
        (None, None, ["weigh (kg):", "age (years):"]),
        (Fraction(71), None, ["age (years):"]),
    ],
)
def test_without_weight_or_age_there_is_a_blank_and_no_figure(weight, age, asked):
    text = printed(rescue=intramuscular(weight, age))
    box = text[text.index("EMERGENCY") : text.index("Anterolateral")]
    assert box.split() == ["EMERGENCY", "epinephrine", "IM", *" ".join(asked).split(), "dose", "(mg):"]


def test_unknown_telephone_place_and_date_are_blanks():
    shown = context(sheet(telephone="", place="", intended_on=None))
    assert (shown["telephone"], shown["place"], shown["intended"]) == ("", "", "")
    text = printed(telephone="", place="", intended_on=None)
    assert "Call the allergist:" in text
    assert "intended , place" in text


def test_what_was_not_stated_is_said_so():
    text = printed(filter_text="", fluids="", monitoring="", line=None, premedication=())
    assert text.count("not stated") == 4
    assert "none prescribed" in text


def test_a_premedication_dose_left_open_is_a_blank():
    items = tuple(replace(item, dose=None, minutes_before=None, route="") for item in sheet().premedication)
    assert printed(premedication=items).count("____ ____ ____") == 3


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (Line(dead_volume_ml=Fraction(10), primed_with="solution"), "do not flush, discard the line: "),
        (Line(dead_volume_ml=Fraction(10), primed_with="diluent"), "of the drug stay in lines holding"),
        (
            Line(dead_volume_ml=Fraction(10), primed_with="diluent", end_flush=True),
            "flush the line as the last row says",
        ),
    ],
)
def test_the_end_of_the_line_is_prescribed(line, words):
    assert words in printed(schedule=steps_in_bags(2, line=line), line=line)


def test_a_sum_that_misses_the_target_says_by_how_much():
    low = replace(published(), total_dose=Fraction(2_392, 2))
    high = replace(published(), total_dose=Fraction(2_402, 2))
    assert "sum of steps = 1 196 mg, target 1 200 mg: 4 mg too little" in printed(schedule=low)
    assert "sum of steps = 1 201 mg, target 1 200 mg: 1 mg too much" in printed(schedule=high)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 20, 14, 5, tzinfo=UTC), "2026-11-20 15:05"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25 02:30 (UTC+02:00)"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-10-25 02:30 (UTC+01:00)"),
    ],
)
def test_times_are_local_with_the_offset_where_the_hour_comes_twice(settings, at, words):
    settings.TIME_ZONE = "Europe/Madrid"
    assert context(sheet(prescribed_at=at))["prescribed_at"] == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [("60.49", "1 h 0 min"), ("174.375", "2 h 54 min"), ("174.5", "2 h 55 min"), ("179.5", "3 h 0 min")],
)
def test_long_steps_in_hours(minutes, words):
    assert clock_text(Fraction(minutes)) == words.replace(" ", "\u00a0")


@pytest.mark.parametrize(("volume", "timed"), [("0.999", True), ("1", False), ("1.001", False)])
def test_a_volume_below_one_millilitre_is_timed(volume, timed):
    first = replace(published().steps[0], volume_ml=Fraction(volume))
    row = context(sheet(schedule=replace(published(), steps=(first, *published().steps[1:]))))["rows"][1]
    assert (row.volume is None) is timed


@pytest.mark.parametrize(("length", "size"), [(8, ""), (9, "small"), (14, "small")])
def test_long_figures_are_set_smaller(length, size):
    assert fitted(["1", "9" * length], DOSE) == size


def test_a_figure_that_no_size_fits_is_refused_not_cut():
    with pytest.raises(CannotPrint, match="999999999999999 does not fit"):
        fitted(["1", "9" * 15], DOSE)


def test_texts_are_set_smaller_by_their_length():
    assert [sized("a" * n, long=10, longest=20) for n in (10, 11, 20, 21)] == ["", "long", "long", "longest"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("saline 100 mL/h, then 0.5 mg", "saline 100\u00a0mL/h, then 0.5\u00a0mg"),
        ("SpO2 before step1 and (20 min)", "SpO2 before step1 and (20\u00a0min)"),
        ("5 1234", "5 1234"),
        ("19.84 mL (± 0.505 mL)", "19.84\u00a0mL (±\u00a00.505\u00a0mL)"),
    ],
)
def test_a_typed_figure_keeps_its_unit(typed, kept):
    assert figures_kept(typed) == kept
