"""Whatever file the `schedule` command is given: a status of contracts.md 0, and one printable line where it is 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st

from protocols.management.commands.schedule import run
from tests.protocols.second.brigham import generic
from tests.protocols.second.mutations import files

FORMATS = ["json", "table", "text", "csv"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


def check(path: Path, output: str) -> None:
    status, out, err = run(path, output)
    event(f"exit status {status}")
    if status == 2:
        assert out == ""
        assert err.endswith("\n")
        (line,) = err.splitlines()
        assert line.isprintable()
        assert path.name in line
    else:
        assert status in (0, 1)
        assert err == ""
        assert out.endswith("\n")
    if status != 2 and output == "json":
        printed = json.loads(out, parse_float=pytest.fail)
        assert printed["findings"] or status == 0


@given(content=files(), name=st.sampled_from(["a.yaml", "a.json"]), output=st.sampled_from(FORMATS))
@example(content=json.dumps(generic(20)).encode(), name="a.yaml", output="json")
@example(content=json.dumps(generic(4, last="1", ending="to_target")).encode(), name="a.json", output="json")
@example(content=b"", name="a.yaml", output="json")
def test_any_file_gives_a_status_and_at_most_one_line(folder: Path, content: bytes, name: str, output: str) -> None:
    path = folder / name
    path.write_bytes(content)
    check(path, output)


@pytest.mark.parametrize("name", ["is not there.yaml", ".", "no folder/file.yaml", "\n.yaml"])
def test_a_path_that_cannot_be_read(folder: Path, name: str) -> None:
    status, out, err = run(folder / name, "json")
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
