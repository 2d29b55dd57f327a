"""All errors of contracts.md 0: each names its key and what was expected."""

import copy
from fractions import Fraction

import pytest

from desens.numbers.files import load_text
from protocols.engine import ContentError, Line, Pump, read_specification
from protocols.engine.entries import MOST_STEPS

EXAMPLE = """
drug: rituximab
route: intravenous
target_dose: 500
unit: mg
declared: []
solutions:
  - {number: 1, volume_ml: 250, dilution: 100}
  - {number: 2, volume_ml: 250, concentration: 0.2}
  - {number: 3, volume_ml: 250, amount: remainder}
steps:
  - {solution: 1, rate_ml_h: 2, minutes: 15}
  - {solution: 2, rate_ml_h: 5, minutes: 15}
  - {solution: 3, rate_ml_h: 80, volume_ml: rest}
line: {dead_volume_ml: 22, primed_with: diluent, per_solution: true, end_flush: no}
pump: {rate_resolution_ml_h: 0.1, min_rate_ml_h: 0.1, max_rate_ml_h: 1200}
"""


def example(path=(), value=None, *, without=None):
    """The example of contracts.md 1 as loaded, one place of it changed or left out."""
    data = load_text(EXAMPLE, file="example.yaml")
    *parents, last = path or (None,)
    place = data
    for key in parents:
        place = place[key]
    if without is not None:
        del place[last]
    elif path:
        place[last] = value
    return data


def error_of(data):
    with pytest.raises(ContentError) as caught:
        read_specification(data)
    return caught.value.key, caught.value.expected


def test_the_example_is_read():
    specification = read_specification(example())
    assert specification.target_dose == 500
    assert specification.declared == frozenset()
    assert [bag.amount for bag in specification.solutions] == [None, None, "remainder"]
    assert specification.steps[-1].volume_ml == "rest"
    assert specification.line == Line(dead_volume_ml=Fraction(22), primed_with="diluent")
    assert specification.pump == Pump(
        rate_resolution_ml_h=Fraction("0.1"), min_rate_ml_h=Fraction("0.1"), max_rate_ml_h=Fraction(1200)
    )


def test_line_and_pump_and_declared_may_be_absent():
    data = {key: value for key, value in example().items() if key not in ("line", "pump", "declared")}
    specification = read_specification(data)
    assert (specification.line, specification.pump, specification.declared) == (None, None, frozenset())


@pytest.mark.parametrize("text", ["500", "500.0", "5e2", "5E+02", "+500"])
def test_figures_as_programs_write_them(text):
    assert read_specification(example(["target_dose"], text)).target_dose == 500


BAD_FIGURES = [
    "1:10", "010", "1_000", "1,000", "5,5", ".5", "5.", "0x10", "", " ", "five", ".inf", ".nan", "NaN", "1e400000",
    "1e13", "9e-13", "1234567890.123456", "-5", "0", "-0", "\uff11", "\u0665", True, None, [], {},
]  # fmt: skip
FIGURE_KEYS = [
    ["target_dose"],
    ["solutions", 0, "volume_ml"],
    ["solutions", 0, "dilution"],
    ["solutions", 1, "concentration"],
    ["steps", 0, "rate_ml_h"],
    ["steps", 0, "minutes"],
    ["pump", "rate_resolution_ml_h"],
    ["pump", "max_rate_ml_h"],
]


@pytest.mark.parametrize("path", FIGURE_KEYS, ids=lambda path: path[-1])
@pytest.mark.parametrize("bad", BAD_FIGURES, ids=repr)
def test_what_is_no_figure_above_zero(path, bad):
    key, expected = error_of(example(path, bad))
    assert key.endswith(path[-1])
    assert "number" in expected
    assert str(expected).isprintable()


@pytest.mark.parametrize("path", [["line", "dead_volume_ml"], ["pump", "min_rate_ml_h"]], ids=lambda path: path[-1])
def test_zero_where_it_means_something(path):
    read_specification(example(path, "0"))
    assert error_of(example(path, "-0.1"))[0] == ", ".join(path)


@pytest.mark.parametrize("text", ["0.123456789012345", "999999999999.999", "1e12", "1e-12", "1000000000000"])
def test_fifteen_digits_and_both_ends_of_the_range(text):
    assert read_specification(example(["target_dose"], text)).target_dose == Fraction(text)


UNKNOWN = [
    (["target_doze"], "1", "target_doze", "target_dose"),
    (["solutions", 0, "volume"], "1", "solutions entry 1, volume", "volume_ml"),
    (["steps", 1, "rate_mlh"], "1", "steps entry 2, rate_mlh", "rate_ml_h"),
    (["line", "dead_volume"], "1", "line, dead_volume", "dead_volume_ml"),
    (["pump", "max_rate"], "1", "pump, max_rate", "max_rate_ml_h"),
]


@pytest.mark.parametrize(("path", "value", "key", "suggestion"), UNKNOWN)
def test_unknown_keys_suggest_the_nearest(path, value, key, suggestion):
    assert error_of(example(path, value)) == (key, f"a known key (did you mean {suggestion}?)")


def test_an_unknown_key_like_none_lists_them():
    assert error_of(example(["zzz"], "1"))[1].startswith("a known key out of drug, route")


REQUIRED = [
    ["drug"], ["route"], ["target_dose"], ["unit"], ["solutions"], ["steps"], ["solutions", 0, "number"],
    ["solutions", 0, "volume_ml"], ["steps", 0, "solution"], ["line", "dead_volume_ml"], ["line", "primed_with"],
    ["pump", "rate_resolution_ml_h"], ["pump", "min_rate_ml_h"], ["pump", "max_rate_ml_h"],
]  # fmt: skip


@pytest.mark.parametrize("path", REQUIRED, ids=str)
def test_missing_keys(path):
    key, expected = error_of(example(path, without=True))
    assert key.endswith(path[-1])
    assert "missing" in expected


CHOICES = [
    (["route"], "intravenos", "did you mean intravenous?"),
    (["unit"], "mgs", "did you mean mg?"),
    (["unit"], "\u00b5g", "did you mean mcg?"),
    (["unit"], "ug", "did you mean mcg?"),
    (["unit"], "units", "did you mean U?"),
    (["declared"], ["logaritmic"], "did you mean logarithmic?"),
    (["solutions", 2, "amount"], "remaindr", "did you mean remainder?"),
    (["steps", 2, "volume_ml"], "to target", "did you mean to_target?"),
    (["line", "primed_with"], "diluant", "did you mean diluent?"),
    (["line", "primed_with"], "saline", "did you mean diluent?"),
]


@pytest.mark.parametrize(("path", "value", "suggestion"), CHOICES)
def test_words_that_do_not_exist_suggest_the_nearest(path, value, suggestion):
    key, expected = error_of(example(path, value))
    assert key.endswith(path[-1])
    assert suggestion in expected


@pytest.mark.parametrize("route", ["oral", "subcutaneous"])
def test_other_routes_are_refused_clearly(route):
    assert error_of({"route": route, "phases": []}) == (
        "route",
        "intravenous here; oral and subcutaneous plans have phases or doses",
    )


TOGETHER = [
    (["solutions", 0, "amount"], "5", "solutions entry 1, amount", "exactly one of amount"),
    (["solutions", 0], {"number": "1", "volume_ml": "250"}, "solutions entry 1, amount", "exactly one of amount"),
    (["solutions", 1, "number"], "1", "solutions entry 2, number", "1 stands twice"),
    (["solutions", 1, "number"], "1.5", "solutions entry 2, number", "whole number"),
    (["solutions", 0], {"number": "1", "volume_ml": "250", "amount": "remainder"},
     "solutions entry 1, amount", "last solution only"),
    (["steps", 0, "solution"], "9", "steps entry 1, solution", "(1, 2, 3), not 9"),
    (["steps", 0], {"solution": "1", "rate_ml_h": "2"}, "steps entry 1, rate_ml_h", "two of"),
    (["steps", 0], {"solution": "1", "minutes": "2"}, "steps entry 1, rate_ml_h", "two of"),
    (["steps", 0], {"solution": "1", "volume_ml": "rest"}, "steps entry 1, rate_ml_h", "two of"),
    (["steps", 0, "volume_ml"], "0.51", "steps entry 1, volume_ml", "do not meet"),
    (["steps", 2, "minutes"], "174", "steps entry 3, volume_ml", "rest is the volume"),
    (["steps", 2, "volume_ml"], "to_target", "steps entry 3, volume_ml", "a remainder meets the target"),
    (["pump", "max_rate_ml_h"], "0.05", "pump, max_rate_ml_h", "not below min_rate_ml_h"),
    (["solutions"], [], "solutions", "1 to 20"),
    (["steps"], [], "steps", "1 to 200"),
    (["steps"], "5", "steps", "a list"),
    (["steps", 0], "5", "steps entry 1", "a mapping"),
    (["line"], None, "line", "a mapping"),
    (["declared"], "slow", "declared", "a list"),
    (["declared"], None, "declared", "a list"),
    (["declared"], [True], "declared", "not true or false"),
    (["line", "end_flush"], "maybe", "line, end_flush", "true, false, yes or no"),
    (["line", "per_solution"], None, "line, per_solution", "not null"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "key", "expected"), TOGETHER)
def test_what_must_fit_together(path, value, key, expected):
    found_key, found_expected = error_of(example(path, value))
    assert found_key == key
    assert expected in found_expected


def test_three_that_agree_are_read():
    step = read_specification(example(["steps", 0, "volume_ml"], "0.5")).steps[0]
    assert (step.rate_ml_h, step.minutes, step.volume_ml) == (2, 15, Fraction("0.5"))


@pytest.mark.parametrize("value", [True, "true", "yes", "Yes"])
def test_yes_and_true_are_both_read(value):
    assert read_specification(example(["line", "end_flush"], value)).line.end_flush is True


@pytest.mark.parametrize("drug", ["", "  ", None, True, [], "gm 5.0\u202e", "a\nb", "x" * 201])
def test_a_drug_is_printable_text(drug):
    assert error_of(example(["drug"], drug))[0] == "drug"


@pytest.mark.parametrize("data", [None, [], "text", True, {"route": []}, {"route": "intravenous"}])
def test_what_is_no_specification_at_all(data):
    assert all(error_of(data))


def test_not_more_steps_than_can_be_meant():
    step = {"solution": "1", "rate_ml_h": "2", "minutes": "1"}
    assert len(read_specification(example(["steps"], [step] * MOST_STEPS)).steps) == MOST_STEPS
    assert error_of(example(["steps"], [step] * (MOST_STEPS + 1)))[0] == "steps"


def test_reading_leaves_the_data_alone():
    data = example()
    before = copy.deepcopy(data)
    read_specification(data)
    assert data == before
