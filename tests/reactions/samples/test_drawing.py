"""The picture itself: what it says, in ink that a photocopy keeps apart, the same bytes each time."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.signing import BadSignature

from reactions.samples.figure.content import content_from, token_of
from reactions.samples.figure.drawing import SIZES, draw
from reactions.samples.figure.said import described
from tests.number_linter import lint
from tests.reactions.samples.contents import CONTENT, POINTS

ROOT = Path(__file__).resolve().parents[3]
AGAIN = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django
django.setup()
print("matplotlib" in sys.modules)
from reactions.samples.figure.content import content_from
import reactions.samples.figure.shown
print("matplotlib" in sys.modules)
from reactions.samples.figure.drawing import draw
print(draw(content_from(sys.argv[1]), "wide", "en").decode())
"""


def texts(content, size="wide"):
    picture = ElementTree.fromstring(draw(content, size, "en"))
    return ["".join(element.itertext()) for element in picture.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("size", SIZES)
def test_every_figure_and_threshold_is_named(size):
    written = texts(CONTENT, size)
    assert {"44.7", "above 20", "3.2", "below 1", "acute", "baseline"} <= set(written)
    assert {
        "1.2 × baseline + 2, which decides: 5.84\u00a0ng/mL",
        "1.685 × baseline: 5.392\u00a0ng/mL",
        "laboratory's limit: 11.4\u00a0ng/mL",
        "tryptase, ng/mL (log scale)",
        "when taken, in order; distances are not to scale",
    } <= set(written)
    assert written.count("acute") == 1
    assert lint("\n".join(written)) == []


def test_it_is_told_in_words_for_those_who_cannot_see_it():
    told = described(CONTENT)
    assert told.startswith(
        "Tryptase over time: 2026-10-02 11:05 acute 44.7\u00a0ng/mL; 2026-10-02 15:05 acute above 20"
    )
    assert "2026-11-12 baseline below 1\u00a0ng/mL." in told
    assert told.endswith("laboratory's limit: 11.4\u00a0ng/mL.")
    assert described(replace(CONTENT, thresholds=())).endswith("below 1\u00a0ng/mL.")
    assert lint(told) == []


def test_it_is_read_in_black_and_white():
    picture = draw(CONTENT, "wide", "en").decode()
    lines = re.findall(r'<path[^>]*fill="none"[^>]*/>', picture)
    assert any('stroke="#15212b"' in line and 'stroke-width="2"' in line and "dasharray" not in line for line in lines)
    assert any('stroke="#15212b"' in line and "dasharray" in line for line in lines)
    assert any('stroke="#75868f"' in line and "dasharray" in line for line in lines)
    assert 'fill="#ffffff" stroke="#15212b"' in picture


@pytest.mark.parametrize("size", SIZES)
def test_the_content_policy_has_nothing_to_forbid(size):
    picture = draw(CONTENT, size, "en").decode()
    assert not re.search(r"style|script|<image|<!DOCTYPE|<\?xml|@import|url\((?!#)", picture)


def test_the_same_content_gives_the_same_bytes_elsewhere_and_only_drawing_loads_the_library():
    command = [sys.executable, "-c", AGAIN, token_of(CONTENT)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    assert ran.stdout == f"False\nFalse\n{draw(CONTENT, 'wide', 'en').decode()}\n"


def test_a_content_goes_round_in_its_address():
    assert content_from(token_of(CONTENT)) == CONTENT
    assert token_of(replace(CONTENT, points=tuple(replace(POINTS[0], text=str(n)) for n in range(3000)))) is None
    for broken in ("", "nothing", token_of(CONTENT)[:-1]):
        with pytest.raises(BadSignature):
            content_from(broken)
