"""Each document is drawn in a process with limits of its own: what it does there ends there (safety.md H12, H13)."""

import os
import resource
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import active_children
from pathlib import Path

import pytest

from desens.printing.isolated import pdf_of
from desens.printing.refusal import CannotPrint
from desens.printing.work import MOST_BYTES, MOST_CPU_S
from tests.printing.pdf import pages

BOMBS = {
    "more text than time": '<style>p::before{content:"' + "a" * 50_000 + '"}</style>' + "<p>x" * 3_000,
    "more columns than memory": '<div style="width:1px;columns:100000">' + "a " * 20_000 + "</div>",
    "deeper than the stack": "<table><tr><td>" * 300 + "x",
}
DRAWN = 8


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_a_bomb_is_cut_and_leaves_nothing_behind(name):
    before = resource.getrusage(resource.RUSAGE_SELF)
    with pytest.raises(CannotPrint, match="too much time or memory"):
        pdf_of(BOMBS[name], "a", {})
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert after.ru_utime - before.ru_utime < 1, "the time is the worker's, not ours"
    assert after.ru_maxrss * 1024 < MOST_BYTES
    assert active_children() == []


def test_the_limits_are_those_of_the_worker():
    assert (MOST_CPU_S, MOST_BYTES) == (8, 1 << 30)
    assert resource.getrlimit(resource.RLIMIT_AS) != (MOST_BYTES, MOST_BYTES)


def test_after_a_bomb_the_next_document_prints():
    with pytest.raises(CannotPrint):
        pdf_of(BOMBS["deeper than the stack"], "a", {})
    assert pages(pdf_of("<p>after</p>", "a", {}))[0].strip() == "after"


def test_several_people_print_at_once():
    with ThreadPoolExecutor(4) as people:
        drawn = list(people.map(lambda number: pdf_of(f"<p>sheet {number}</p>", "a", {}), range(8)))
    assert [pages(pdf)[0].strip() for pdf in drawn] == [f"sheet {number}" for number in range(8)]


def test_no_worker_leaves_an_open_file_or_a_folder_of_fonts():
    pdf_of("<p>x</p>", "a", {})
    opened, folders = len(os.listdir("/proc/self/fd")), len(list(Path("/tmp").glob("weasyprint-*")))
    for _time in range(DRAWN):
        pdf_of("<p>x</p>", "a", {})
    assert len(os.listdir("/proc/self/fd")) == opened
    # another process of the tests may have begun its own fork server meanwhile
    assert len(list(Path("/tmp").glob("weasyprint-*"))) < folders + DRAWN


def test_a_picture_reaches_the_worker():
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c4944415408d763f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
    )
    assert b"/Image" in pdf_of('<img src="print:logo.png">', "a", {"print:logo.png": pixel})
    with pytest.raises(CannotPrint, match=r"print:other\.png"):
        pdf_of('<img src="print:other.png">', "a", {"print:logo.png": pixel})
