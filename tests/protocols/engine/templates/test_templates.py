"""Reading a template, and the two habits of scaling its rates."""

from datetime import date
from fractions import Fraction

import pytest

from protocols.engine import Choices, ContentError, apply_template, compute, read_template
from tests.protocols.engine.samples import figures, pump, saline_line


def template_data(**changes):
    """A small template as loaded from its file."""
    return {
        "title": "Two bags",
        "revision": "1",
        "citation": "A source,\n  over two lines",
        "mark": "known",
        "review_date": "2026-11-20",
        "drugs": [{"name": "example", "target_dose": "100", "unit": "mg"}],
        "final_rate_ml_h": "80",
        "bag_volume_ml": "250",
        "solutions": [{"number": "1", "dilution": "10"}, {"number": "2", "volume_ml": "100", "amount": "remainder"}],
        "steps": [
            {"solution": "1", "rate_ml_h": "20", "minutes": "15"},
            {"solution": "1", "volume_ml": "10", "minutes": "15"},
            {"solution": "2", "rate_ml_h": "80", "volume_ml": "rest"},
        ],
    } | changes


def choices(**changes):
    chosen = {"final_rate_ml_h": Fraction(40), "bag_volume_ml": Fraction(500)} | changes
    return Choices(drug="example", target_dose=Fraction(50), unit="mg", **chosen)


def test_a_template_is_read_whole():
    template = read_template(template_data(), slug="two-bags")
    assert (template.slug, template.revision, template.citation) == ("two-bags", 1, "A source, over two lines")
    assert template.review_date == date(2026, 11, 20)
    assert [bag.volume_ml for bag in template.solutions] == [250, 100]
    assert (template.premedication, template.errata, template.printed, template.notes) == ((), (), None, "")


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"titel": "x"}, "titel"),
        ({"mark": "sure"}, "mark"),
        ({"review_date": "20/11/2026"}, "review_date"),
        ({"final_rate_ml_h": "75"}, "final_rate_ml_h"),
        ({"drugs": []}, "drugs"),
        ({"drugs": [{"name": "x", "target_dose": "1", "unit": "mgs"}]}, "drugs entry 1, unit"),
        ({"premedication": [{"drug": "x", "dosage": "1"}]}, "premedication entry 1, dosage"),
        ({"premedication": [{"drug": "x", "minutes_before": "0.5"}]}, "premedication entry 1, minutes_before"),
        ({"errata": "none"}, "errata"),
        ({"printed": {"columns": ["step", "dose"], "rows": [["1"]]}}, "printed, rows"),
        ({"printed": {"columns": ["step"], "rows": [[None]]}}, "printed, rows"),
        ({"notes": "gm 5.0\u202e"}, "notes"),
    ],
)
def test_what_is_wrong_with_a_template_is_named(changes, key):
    with pytest.raises(ContentError) as caught:
        read_template(template_data(**changes), slug="two-bags")
    assert caught.value.key == key


def test_all_rates_scale_with_the_final_rate():
    steps = apply_template(read_template(template_data(), slug="x"), choices(rates="all")).steps
    assert [step.rate_ml_h for step in steps] == [10, None, 40]
    assert [step.minutes for step in steps] == [15, 30, None]
    assert [step.volume_ml for step in steps] == [None, 10, "rest"]


def test_or_the_last_rate_alone_changes():
    steps = apply_template(read_template(template_data(), slug="x"), choices(rates="last")).steps
    assert [step.rate_ml_h for step in steps] == [20, None, 40]
    assert [step.minutes for step in steps] == [15, 15, None]


def test_bags_of_the_published_volume_take_the_chosen_one():
    specification = apply_template(read_template(template_data(), slug="x"), choices())
    assert [bag.volume_ml for bag in specification.solutions] == figures("500", "100")


def test_line_and_pump_go_along_and_the_target_is_met():
    chosen = choices(line=saline_line(5), pump=pump())
    specification = apply_template(read_template(template_data(), slug="x"), chosen)
    assert (specification.line, specification.pump) == (chosen.line, chosen.pump)
    assert compute(specification).total_dose == 50


def test_the_final_rate_of_a_last_step_by_volume_and_time_is_theirs():
    steps = [
        {"solution": "1", "rate_ml_h": "20", "minutes": "15"},
        {"solution": "2", "volume_ml": "40", "minutes": "30"},
    ]
    assert read_template(template_data(steps=steps), slug="x").final_rate_ml_h == 80
    with pytest.raises(ContentError, match="final_rate_ml_h: expected the rate of the last step"):
        read_template(template_data(steps=steps, final_rate_ml_h="81"), slug="x")
