"""The optional keys `diluent` and `min_volume_ml`: read, refused, stored, and absent from what never had them."""

import pytest

from desens.numbers.files import load_text
from protocols.engine import ContentError, read_specification, specification_from_stored, specification_to_stored

PLAN = """
drug: example
route: intravenous
target_dose: 11
unit: mg
solutions:
  - {number: 1, volume_ml: 100, concentration: 0.1}
  - {number: 2, volume_ml: 100, concentration: 1, diluent: glucose-5}
steps:
  - {solution: 1, rate_ml_h: 10, minutes: 60}
  - {solution: 2, rate_ml_h: 10, minutes: 60}
pump: {rate_resolution_ml_h: 0.1, min_rate_ml_h: 0.1, max_rate_ml_h: 1200, min_volume_ml: 0.5}
"""
WHOLE = PLAN + "diluent: sodium-chloride-0.9\n"


def read(text):
    return read_specification(load_text(text, file="plan.yaml"))


@pytest.mark.parametrize(
    ("text", "diluents"), [(PLAN, [None, "glucose-5"]), (WHOLE, ["sodium-chloride-0.9", "glucose-5"])]
)
def test_a_solution_has_its_own_diluent_before_that_of_all(text, diluents):
    assert [bag.diluent for bag in read(text).solutions] == diluents


@pytest.mark.parametrize("text", [PLAN, WHOLE])
def test_it_is_stored_without_loss(text):
    assert specification_from_stored(specification_to_stored(read(text))) == read(text)


def test_what_states_neither_is_stored_as_ever():
    stored = specification_to_stored(read(PLAN.replace(", diluent: glucose-5", "").replace(", min_volume_ml: 0.5", "")))
    assert list(stored["solutions"][1]) == ["number", "volume_ml", "amount", "concentration", "dilution"]
    assert list(stored["pump"]) == ["rate_resolution_ml_h", "min_rate_ml_h", "max_rate_ml_h"]


@pytest.mark.parametrize(
    ("what", "into", "named"),
    [
        ("diluent: glucose-5", "diluent: glucose5", "solutions entry 2, diluent: .*did you mean glucose-5"),
        ("diluent: glucose-5", "diluent: chloride", "solutions entry 2, diluent: "),
        ("diluent: glucose-5", "diluent: [glucose-5]", "solutions entry 2, diluent: .*not a list"),
        ("diluent: glucose-5", "diluent: null", "solutions entry 2, diluent: .*not null"),
        ("min_volume_ml: 0.5", "min_volume_ml: 0", "pump, min_volume_ml: .*above zero"),
        ("min_volume_ml: 0.5", "min_volume_ml: yes", "pump, min_volume_ml: "),
        ("route:", "diluent: saline\nroute:", "^diluent: "),
    ],
)
def test_what_is_wrong_is_named(what, into, named):
    with pytest.raises(ContentError, match=named):
        read(PLAN.replace(what, into))
