"""Outputs change only with the engine's version (design.md 5.2)."""

import json

import pytest

from protocols.engine import ENGINE_VERSION, from_stored
from tests.protocols.engine.golden_corpus import CASES, FOLDER, VERSIONS, digest, outputs

ADVICE = "raise ENGINE_VERSION, then python -m tests.protocols.engine.golden_corpus"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_output_is_the_recorded_one(case):
    expected = json.loads((FOLDER / f"{case.stem}.json").read_text())
    assert outputs(case) == expected, ADVICE


def test_the_version_stands_for_exactly_these_outputs():
    recorded = json.loads(VERSIONS.read_text())
    assert recorded.get(ENGINE_VERSION) == digest({case.stem: outputs(case) for case in CASES}), ADVICE


def test_no_expected_file_without_its_case():
    names = {path.stem for path in FOLDER.glob("*.json")} - {VERSIONS.stem}
    assert names == {case.stem for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_recorded_schedule_can_still_be_read(case):
    expected = json.loads((FOLDER / f"{case.stem}.json").read_text())
    assert from_stored(expected["stored"]).engine_version == ENGINE_VERSION
