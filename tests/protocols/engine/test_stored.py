"""Stored JSON: without loss, readable for good, one canonical text."""

import json
from pathlib import Path

import pytest

from protocols.engine import (
    StoredError,
    canonical,
    compute,
    from_stored,
    specification_from_stored,
    specification_to_stored,
    to_stored,
)
from tests.protocols.engine.samples import family, pump, saline_line

KEPT = Path(__file__).parent / "kept" / "schema-1.json"


def example():
    """A specification with everything in it, and figures that do not end."""
    return family(70, 7, 1, line=saline_line(5, end_flush=True), pump=pump(), declared=["slow", "falling"])


def test_a_schedule_goes_round_without_loss():
    schedule = compute(example())
    assert from_stored(json.loads(json.dumps(to_stored(schedule)))) == schedule


def test_a_specification_goes_round_without_loss():
    assert specification_from_stored(json.loads(json.dumps(specification_to_stored(example())))) == example()
    plain = family(10, 1)
    assert specification_from_stored(specification_to_stored(plain)) == plain


def test_the_kept_example_of_schema_1_is_read():
    """This file was written by engine 1.0.0 and stays as it is, whatever schema comes after."""
    kept = json.loads(KEPT.read_text())
    specification = specification_from_stored(kept["specification"])
    schedule = from_stored(kept["schedule"])
    assert specification == example()
    assert schedule.engine_version == "1.0.0"
    assert schedule.target_dose == specification.target_dose
    assert canonical(to_stored(schedule)) == canonical(kept["schedule"])


@pytest.mark.parametrize("schema", [0, 2, "1", None])
def test_another_schema_is_refused(schema):
    stored = to_stored(compute(example())) | {"schema": schema}
    with pytest.raises(StoredError):
        from_stored(stored)
    with pytest.raises(StoredError):
        specification_from_stored(stored)


def test_canonical_does_not_depend_on_order_and_holds_no_blanks():
    assert canonical({"b": 1, "a": {"d": "\u00b5", "c": [1, 2]}}) == '{"a":{"c":[1,2],"d":"\\u00b5"},"b":1}'
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})
