"""The picture itself: what is written in it, what it is drawn with, and that it is the same each time."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from protocols.figure.content import token_of
from protocols.figure.drawing import SIZES, draw
from tests.number_linter import lint
from tests.protocols.engine.samples import saline_line
from tests.protocols.figure.contents import content_through

ROOT = Path(__file__).resolve().parents[3]
LINES = {"no line": None, "a line per bag": saline_line(20), "flushed": saline_line(10, end_flush=True)}
AGAIN = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django
django.setup()
from protocols.figure.content import content_from
from protocols.figure.drawing import draw
sys.stdout.buffer.write(draw(content_from(sys.argv[1]), "wide", "en"))
"""


def texts(content, size="wide"):
    picture = ElementTree.fromstring(draw(content, size, "en"))
    return ["".join(element.itertext()) for element in picture.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_axes_name_their_units_and_figures_are_written_as_they_must(line, size):
    written = texts(content_through(line), size)
    assert {"dose rate, mg/min", "cumulative dose, mg", "time from the first start, h:min"} <= set(written)
    assert {"0.01", "1", "1\u202f000", "target 1\u202f000\xa0mg"} <= set(written)
    assert lint("\n".join(text for text in written if ":" not in text)) == []


def test_nominal_and_delivered_and_silence_are_named_where_they_differ():
    written = texts(content_through(saline_line(20)))
    assert {"nominal: as set at the pump", "delivered to the patient", "nothing reaches the patient"} <= set(written)
    alike = texts(content_through(None))
    assert "delivered to the patient, as set at the pump" in alike
    assert "nothing reaches the patient" not in alike


def test_bags_are_named_and_where_there_is_no_room_numbered():
    content = content_through(saline_line(10, end_flush=True))
    assert [text for text in texts(content) if re.match("bag \\d|flush", text)] == ["bag 1", "bag 2", "bag 3", "flush"]
    assert {"1", "2", "3", "flush"} <= set(texts(content, "narrow"))
    assert "bag 1" not in texts(content, "narrow")


def test_bags_too_near_to_each_other_share_a_label():
    short = content_through(saline_line(10), 10000, 1000, 100, 10, 1)
    crowded = type(short)(**(vars(short) | {"bags": tuple((short.minutes * n / 100, n) for n in range(100))}))
    named = [text for text in texts(crowded) if re.fullmatch(r"bag \d+", text)]
    assert len(named) == 15


def test_lines_are_told_apart_without_colour():
    picture = draw(content_through(saline_line(20)), "wide", "en").decode()
    lines = [element for element in re.findall(r"<path[^>]*/>", picture) if 'fill="none"' in element]
    nominal = [element for element in lines if 'stroke="#15212b"' in element and "stroke-dasharray" in element]
    delivered = [element for element in lines if 'stroke="#0d5f73"' in element]
    assert nominal
    assert delivered
    assert all("stroke-dasharray" not in element and 'stroke-width="2"' in element for element in delivered)
    assert "<pattern" in picture


@pytest.mark.parametrize("size", SIZES)
def test_the_content_policy_has_nothing_to_forbid(size):
    picture = draw(content_through(saline_line(20)), size, "en").decode()
    assert not re.search(r"style|script|<image|<!DOCTYPE|<\?xml|@import|url\((?!#)", picture)
    assert set(re.findall(r'"(\w+://[^"]*)"', picture)) == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert all(name.startswith("#") for name in re.findall(r'href="([^"]*)"', picture))


def test_the_same_content_gives_the_same_bytes_in_another_process_too():
    content = content_through(saline_line(20))
    here = draw(content, "wide", "en")
    draw.cache_clear()
    assert draw(content, "wide", "en") == here
    command = [sys.executable, "-c", AGAIN, token_of(content)]
    there = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert there.stdout == here


def test_what_was_drawn_is_kept():
    content = content_through(None)
    draw.cache_clear()
    assert draw(content, "wide", "en") is draw(content, "wide", "en")
    assert draw.cache_info().hits == 1
