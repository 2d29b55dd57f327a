"""The kept examples of schemas days-1 and intervals-1, written by engine 1.0.0, stay readable as they are."""

import json
from pathlib import Path

import pytest

from protocols.engine import (
    StoredError,
    any_from_stored,
    any_specification_from_stored,
    any_specification_to_stored,
    any_to_stored,
    canonical,
    compute_any,
)

KEPT = Path(__file__).parent / "kept"


@pytest.mark.parametrize("schema", ["days-1", "intervals-1"])
def test_the_kept_example_is_read(schema):
    kept = json.loads((KEPT / f"schema-{schema}.json").read_text())
    specification = any_specification_from_stored(kept["specification"])
    schedule = any_from_stored(kept["schedule"])
    assert canonical(any_specification_to_stored(specification)) == canonical(kept["specification"])
    assert canonical(any_to_stored(schedule)) == canonical(kept["schedule"])
    assert compute_any(specification).target_dose == schedule.target_dose


@pytest.mark.parametrize("schema", ["days-2", "intervals-0", 2, None])
def test_another_schema_is_refused(schema):
    with pytest.raises(StoredError):
        any_from_stored({"schema": schema})
    with pytest.raises(StoredError):
        any_specification_from_stored({"schema": schema})
