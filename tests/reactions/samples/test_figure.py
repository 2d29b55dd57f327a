"""The picture of tryptase: what it says, in ink that a photocopy keeps apart, and to whom it is served."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.signing import BadSignature
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from desens.unit.selectors import current
from reactions.samples.figure.content import Content, Point, Threshold, content_from, token_of
from reactions.samples.figure.drawing import SIZES, draw
from reactions.samples.figure.said import described
from reactions.samples.figure.scales import GRID, slot, value_axis
from reactions.samples.figure.shown import content_of
from reactions.samples.judging import judgements
from reactions.samples.selectors import cases, samples
from tests.clinic import registered
from tests.number_linter import lint
from tests.reactions.samples.records import ONSET, case, everything, kept, new

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
THRESHOLDS = (
    Threshold(name="twenty-percent", value=Fraction("5.84"), decides=True),
    Threshold(name="ratio", value=Fraction("5.392")),
    Threshold(name="limit", value=Fraction("11.4")),
)
POINTS = (
    Point(text="2026-10-02 11:05", value=Fraction("44.7"), beyond="", acute=True),
    Point(text="2026-10-02 15:05", value=Fraction(20), beyond=">", acute=True),
    Point(text="2026-10-12", value=Fraction("3.2"), beyond="", acute=False),
    Point(text="2026-11-12", value=Fraction(1), beyond="<", acute=False),
)
CONTENT = Content(unit="ng/mL", points=POINTS, thresholds=THRESHOLDS)
FIGURES = st.integers(1, 10**6).map(lambda n: Fraction(n, 100))


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


@given(st.lists(FIGURES, min_size=1, max_size=6))
def test_every_value_lies_on_the_axis_in_order(values):
    axis = value_axis(values)
    places = [axis.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 < place < GRID for place in places)
    assert axis.marks
    assert all(axis.bottom <= mark <= axis.top for mark, _ in axis.marks)


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        (["3.2", "44.7"], ["2", "5", "10", "20", "50"]),
        (["2", "200"], ["1", "2", "5", "10", "20", "50", "100", "200"]),
        (["0.5", "3000"], ["1", "10", "100", "1\u202f000"]),
        ([], ["0.5", "1"]),
        (["0"], ["0.5", "1"]),
    ],
)
def test_round_figures_are_marked(values, marks):
    assert [text for _, text in value_axis(map(Fraction, values)).marks] == marks


def test_what_lies_below_the_axis_stands_at_its_bottom():
    assert value_axis([Fraction(5)]).place(Fraction(0)) == 0
    assert [slot(number, 4) for number in range(4)] == [1250, 3750, 6250, 8750]


def drawn(patient):
    rows = samples([patient.pk])
    return content_of(rows, judgements(rows, cases([patient.pk]), unit=current()))


@pytest.mark.django_db
def test_the_thresholds_are_those_of_the_judgement(allergist):
    patient = registered(allergist)
    case(patient, allergist)
    content = drawn(patient)
    assert [(point.text, point.value, point.acute) for point in content.points] == [
        ("2026-11-02 11:50", Fraction("44.7"), True),
        ("2026-11-12 10:50", Fraction("3.2"), False),
    ]
    assert content.thresholds == THRESHOLDS


@pytest.mark.django_db
def test_without_a_baseline_there_is_no_threshold(allergist):
    patient = registered(allergist)
    assert drawn(patient) is None
    kept(patient, allergist, new("80", kind="il6", unit="pg/mL"))
    assert drawn(patient) is None
    kept(patient, allergist, new("<1.0"))
    names = [(threshold.name, threshold.beyond, threshold.decides) for threshold in drawn(patient).thresholds]
    assert names == [("twenty-percent", "<", True), ("ratio", "<", False)]


@pytest.mark.django_db
def test_a_mistake_is_not_drawn_and_of_many_the_last_are(allergist):
    patient = registered(allergist)
    everything(patient, allergist)
    assert [point.value for point in drawn(patient).points] == [1, Fraction("44.7"), 20, Fraction("9.1")]
    kept(patient, allergist, *(new(str(n), taken_at=ONSET - timedelta(days=n)) for n in range(20, 9, -1)))
    assert len(drawn(patient).points) == 10


@pytest.mark.django_db
def test_who_reads_reactions_gets_the_picture(allergist, reviewer, administrator, client, as_user):
    patient = registered(allergist)
    case(patient, allergist)
    page = as_user(reviewer).get(reverse("samples", args=[patient.code])).content.decode()
    addresses = re.findall(r'(?:src|srcset)="(/figures/samples/[^"]+)"', page)
    assert len(addresses) == 2
    assert all(patient.code not in address for address in addresses)
    for address in addresses:
        answer = as_user(reviewer).get(address)
        assert answer.headers["Content-Type"] == "image/svg+xml"
        assert answer.content.startswith(b"<svg")
        assert as_user(administrator).get(address).status_code == 403
        assert client.get(address).status_code == 302
    assert as_user(reviewer).get(addresses[0].replace("wide", "huge").replace("narrow", "huge")).status_code == 404
    assert as_user(reviewer).get(reverse("sample_svg", args=["nothing", "wide"])).status_code == 404
