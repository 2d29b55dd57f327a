"""Whatever file the `replay` command is given: a status of contracts.md 0, and one printable line where it is 2."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import event as noted
from hypothesis import example, given
from hypothesis import strategies as st

from protocols.management.commands.replay import run
from tests.protocols.second.brigham import generic
from tests.protocols.second.mutations import JUNK, TOKENS, WORDS

FORMATS = ["json", "table", "text", "csv"]
NUMBERS = st.sampled_from(["0", "1", "15", "24.5", "-3", "1e-05", "1e12", "999999999999"])
EVENTS = st.fixed_dictionaries(
    {"at": NUMBERS, "event": st.sampled_from(["start", "start", "pause", "resume", "stop"])},
    optional={"step": st.sampled_from(["1", "2", "3", "4", "9"]), "rate_ml_h": NUMBERS, "infused_ml": NUMBERS},
)
#: A place in the file: a key or an index at each level.
PLACES = st.lists(st.sampled_from(["schedule", "events", "now", "steps", "at", "event", "step", 0, 1]), max_size=3)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "a.yaml"


def check(path: Path, output: str) -> int:
    status, out, err = run(path, output)
    noted(f"exit status {status}")
    if status == 2:
        assert out == ""
        (line,) = err.splitlines()
        assert line.isprintable()
        assert line.startswith("a.yaml: ")
    else:
        assert status in (0, 1)
        assert err == ""
        assert out.endswith("\n")
    if status != 2 and output == "json":
        answer = json.loads(out, parse_float=pytest.fail)
        assert answer["state" if status == 0 else "findings"]
    return status


def history(events: list) -> dict:
    return {"schedule": generic(4), "events": events, "now": "60"}


def spoiled(content: dict, place: list, value: object) -> object:
    """The content with another value at a place, as deep as the place exists."""
    content = deepcopy(content)
    inside = content
    for key in place[:-1]:
        known = isinstance(inside, dict) and key in inside
        if not known and not (isinstance(inside, list) and isinstance(key, int) and key < len(inside)):
            return value
        inside = inside[key]
    if place and isinstance(inside, dict):
        inside[str(place[-1])] = value
        return content
    return value


@given(st.lists(EVENTS, max_size=8), st.sampled_from(FORMATS))
def test_any_events_give_an_answer_or_one_line(path: Path, events: list, output: str) -> None:
    allowed = {"start": ("at", "event", "step", "rate_ml_h", "infused_ml"), "resume": ("at", "event", "infused_ml")}
    kept = [{key: one[key] for key in allowed.get(one["event"], ("at", "event")) if key in one} for one in events]
    path.write_text(json.dumps(history(kept)))
    status = check(path, output)
    sound = all(one["event"] != "start" or "step" in one for one in kept)
    zero = any(one.get("rate_ml_h", "1") in ("0", "-3") or one.get("infused_ml") == "-3" for one in kept)
    assert status == (0 if sound and not zero else 2)


@given(st.lists(EVENTS, max_size=4), PLACES, JUNK, st.sampled_from(FORMATS))
def test_any_value_anywhere(path: Path, events: list, place: list, value: object, output: str) -> None:
    path.write_text(json.dumps(spoiled(history(events), place, value)))
    check(path, output)


@given(st.integers(0, 2000), st.sampled_from([*TOKENS, *WORDS]), st.sampled_from(FORMATS))
@example(0, "", "json")
def test_anything_typed_anywhere(path: Path, position: int, token: str, output: str) -> None:
    text = json.dumps(history([{"at": "0", "event": "start", "step": "1"}]), indent=1)
    path.write_bytes((text[:position] + token + text[position:]).encode("utf-8", "surrogatepass"))
    check(path, output)


@given(st.binary(max_size=200))
def test_no_bytes_bring_it_down(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert check(path, "json") == 2
