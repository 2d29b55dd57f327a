"""Each dependency carries its reason; each lock its hashes and no address."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, project_files, text_of

IN = sorted((ROOT / "requirements").glob("*.in"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def entries(path: Path) -> list[str]:
    """The requirements of a lock, each with its hashes in one line."""
    joined = path.read_text().replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def test_there_is_a_lock_for_each_list() -> None:
    assert [path.stem for path in LOCKS] == [path.stem for path in IN] == ["run", "test"]


@pytest.mark.parametrize("path", IN, ids=lambda path: path.name)
def test_every_dependency_carries_its_reason(path: Path) -> None:
    lines = path.read_text().splitlines()
    wanting = [
        line
        for above, line in zip(["", *lines], lines, strict=False)
        if line.strip() and not line.startswith(("#", "-")) and not re.search(r"# \S+", line) and above[:1] != "#"
    ]
    assert wanting == [], "\n".join(wanting)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_is_exact_and_hashed(path: Path) -> None:
    locked = r"[A-Za-z0-9._-]+(\[[a-z0-9,-]+\])?==[^ ]+( ;[^-]+(-[^-]+)*?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*"
    assert [entry[:80] for entry in entries(path) if re.fullmatch(locked, entry) is None] == []


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_no_lock_names_an_address(path: Path) -> None:
    assert [line for line in path.read_text().splitlines() if "://" in line or "index-url" in line] == []


def test_every_direct_dependency_is_locked() -> None:
    for source, lock in zip(IN, LOCKS, strict=True):
        wanted = re.findall(r"^([A-Za-z0-9_-]+)", source.read_text(), re.MULTILINE)
        locked = {re.split(r"[=\[]", entry)[0].lower() for entry in entries(lock)}
        assert {name.lower().replace("_", "-") for name in wanted} <= locked


def test_no_file_names_the_host_of_a_package_registry() -> None:
    hosts = [
        ".".join(parts)
        for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("anaconda", "org"))
    ]
    naming = [str(path) for path in project_files() if any(host in _text(path) for host in hosts)]
    assert naming == [], "\n".join(naming)


def _text(path: Path) -> str:
    try:
        return text_of(path)
    except UnicodeDecodeError:
        return ""
