"""Every definition: its default within its own bounds, its source, its value stored and read again (clinical.md 13)."""

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest

from desens.unit.definitions import BY_KEY, GROUPS, Definition
from desens.unit.definitions.equipment import LINES, PUMPS
from desens.unit.definitions.judging import H1_WASHOUT_DAYS
from desens.unit.definitions.schedules import FINAL_RATE_ML_H
from desens.unit.definitions.stock import UnitLine
from desens.unit.kinds import Choice, Number, Rows
from desens.unit.presenting import value_lines
from desens.unit.stored import read_value, value_text
from tests.architecture.tree import python_files, text_of
from tests.number_linter import lint
from tests.unit.samples import other_value

KEPT = Path(__file__).parent / "kept" / "settings_schema_1.json"
EACH = pytest.mark.parametrize("definition", BY_KEY.values(), ids=BY_KEY)
#: What clinical.md 13 lists, and what issue 3 names.
DEMANDED = {
    "immediate-reaction", "tryptase-window", "hypotension", "fev1", "tryptase-rule", "tryptase-at-threshold",
    "h1-washout", "oxaliplatin-strength", "cephalosporin-strength", "resuming", "last-bag", "lower-rates",
    "first-rate", "epinephrine-adult-maximum", "glucagon-rate", "premedication", "line-priming", "minimum-creatinine",
    "docetaxel-stability", "bag-volumes", "pumps", "lines", "syringes", "hospital-name", "unit-name", "logo",
    "observation-time", "stop-rules", "epinephrine-child-age", "weight-change",
}  # fmt: skip


def test_everything_demanded_is_there():
    assert set(BY_KEY) >= DEMANDED
    assert sum(len(group.definitions) for group in GROUPS) == len(BY_KEY)


@EACH
def test_the_default_lies_within_its_own_bounds(definition: Definition):
    assert definition.kind.holds(definition.default)


@EACH
def test_it_says_where_it_comes_from_and_what_it_is_called(definition: Definition):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", definition.key)
    assert len(definition.key) <= 60
    assert all(str(text) for text in (definition.title, definition.source, definition.mark_text))


@EACH
def test_a_value_stored_and_read_again_is_the_same(definition: Definition):
    for value in (definition.default, other_value(definition)):
        text = value_text(definition, value)
        again = read_value(definition, text)
        assert again == value
        assert value_text(definition, again) == text


@EACH
def test_its_value_is_written_as_numbers_must_be(definition: Definition):
    for value in (definition.default, other_value(definition)):
        assert lint("\n".join(value_lines(definition, value))) == []


@EACH
def test_what_says_that_it_takes_effect_is_read_and_only_that(definition: Definition):
    """A setting that nothing reads must not look as if it did."""
    name = next(name for name in _constants(definition) if name.isupper())
    others = [path for path in python_files(product=True) if path.parts[:2] != ("desens", "unit")]
    readers = [text_of(path) for path in others if "benchmarks" not in path.parts]
    read = any(re.search(rf"\b{name}\b", text) for text in readers if "desens.unit.definitions" in text)
    assert read == bool(definition.used_in)


@pytest.mark.parametrize("definition", [d for d in BY_KEY.values() if isinstance(d.kind, Number)], ids=lambda d: d.key)
def test_a_number_ends_at_its_bounds(definition: Definition):
    kind, little = definition.kind, Fraction(1, 10**6)
    assert kind.holds(kind.least)
    assert kind.holds(kind.greatest)
    assert not kind.holds(kind.least - little)
    assert not kind.holds(kind.greatest + little)


def test_days_are_whole():
    assert not H1_WASHOUT_DAYS.kind.holds(Fraction(5, 2))


@pytest.mark.parametrize("definition", [d for d in BY_KEY.values() if isinstance(d.kind, Choice)], ids=lambda d: d.key)
def test_a_choice_offers_at_least_two_and_nothing_else(definition: Definition):
    assert len(definition.kind.options) >= 2
    assert not definition.kind.holds("something else")


def test_rows_need_a_name_of_their_own_and_figures_that_agree():
    line = UnitLine(name="Line A", dead_volume_ml=Fraction(22))
    assert LINES.kind.holds((line,))
    assert not LINES.kind.holds((line, line))
    assert not PUMPS.kind.holds(())
    pump = PUMPS.default[0]
    wrong = type(pump)(**vars(pump) | {"max_rate_ml_h": Fraction(1), "min_rate_ml_h": Fraction(2)})
    assert not PUMPS.kind.holds((wrong,))


def test_the_kept_values_of_schema_1_are_still_read():
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    kinds = {type(BY_KEY[key].kind) for key in kept}
    assert kinds == {type(definition.kind) for definition in BY_KEY.values()}
    for key, text in kept.items():
        assert value_text(BY_KEY[key], read_value(BY_KEY[key], text)) == text


def test_a_value_of_an_unknown_schema_is_refused():
    with pytest.raises(ValueError, match="schema 99"):
        read_value(FINAL_RATE_ML_H, '{"schema":99,"value":"80"}')


def _constants(definition: Definition) -> list[str]:
    modules = [path for path in python_files(product=True) if path.parts[:3] == ("desens", "unit", "definitions")]
    pattern = rf'^(\w+)(?:: [^=]+)? = Definition\(\s*key="{definition.key}"'
    return [name for path in modules for name in re.findall(pattern, text_of(path), re.MULTILINE)]


def test_every_kind_of_row_is_found():
    equipment = {"pumps", "bag-volumes", "lines", "syringes"}
    medicines = {"premedication-sets", "rescue-medicines", "observation-of-drugs"}
    assert {d.key for d in BY_KEY.values() if isinstance(d.kind, Rows)} == equipment | medicines
