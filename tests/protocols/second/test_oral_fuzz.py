"""Whatever is made of a file with oral phases or single doses: a status, and one printable line where it is 2."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.protocols.second.mutations import files
from tests.protocols.second.single_doses import intervals
from tests.protocols.second.test_command_fuzz import FORMATS, check
from tests.protocols.second.whole_days import days


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("oral")


@given(
    content=files(st.one_of(days(), intervals())),
    name=st.sampled_from(["a.yaml", "a.json"]),
    output=st.sampled_from(FORMATS),
)
def test_any_file_gives_a_status_and_at_most_one_line(folder: Path, content: bytes, name: str, output: str) -> None:
    path = folder / name
    path.write_bytes(content)
    check(path, output)
