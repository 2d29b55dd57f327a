"""The printed page: one page of A4, everything inside it, whole or honestly condensed, nothing that does something."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desens.printing.refusal import CannotPrint
from review.history.paper import render
from tests.browser.pages_of_history import everything
from tests.clinic import registered
from tests.printing.pdf import (
    POINTS_A_MM,
    fonts,
    links,
    page_streams,
    pages,
    photocopied,
    poppler,
    reader,
    rendered,
    words,
)
from tests.protocols.documents.test_injection import PAYLOADS, packed
from tests.reactions.documents.scene import label, said
from tests.review.history import made
from tests.review.history.papers import paper_of

pytestmark = pytest.mark.django_db
LEFT, RIGHT = 18 * POINTS_A_MM, (210 - 16) * POINTS_A_MM
TOP, BOTTOM = 3 * POINTS_A_MM, (297 - 12) * POINTS_A_MM


def one_page(pdf: bytes) -> None:
    """One page, with every word inside its margins."""
    (page,) = words(pdf)
    assert len(page) > 20
    for word in page:
        assert LEFT - 1 <= word.left < word.right <= RIGHT + 1, word
        assert TOP <= word.top < word.bottom <= BOTTOM + 1, word


@pytest.fixture
def full(allergist):
    patient = registered(allergist)
    everything(patient, allergist)
    return patient


def test_a_usual_course_is_whole_on_one_page(allergist, full):
    pdf = render(paper_of(full, allergist))
    one_page(pdf)
    text = said(pdf)
    for expected in (
        "NÚÑEZ, Ana",
        "stopped at step 13: clinical decision; 9.5 mg given; 16 steps, 4 bags",
        "step 11: Brown 2 (9.5 mg reached, urticaria)",
        "late, 1 h after the end",
        "outcome not recorded",
        "steps and bags not recorded",
        "omalizumab 300 mg 14 days before",
        "omalizumab: every 28 days",
        "carboplatin",
        "stopped: 1 of 5",
    ):
        assert expected in text, expected
    assert "alike" not in text
    assert "Left out" not in text


def test_ten_years_stand_on_one_page_in_runs_of_alike_cycles(allergist):
    patient = registered(allergist)
    made.monthly(patient, allergist, 120)
    pdf = render(paper_of(patient, allergist))
    one_page(pdf)
    text = said(pdf)
    assert "120 desensitizations" in text
    assert "tolerated: 108 of 120; completed with reaction: 12 of 120" in text
    assert text.count("9 desensitizations alike: tolerated; 16 steps, 4 bags; adjuvant before 9 of 9") == 11
    assert text.count("step 14: Brown") == 12
    assert "Desensitizations that were tolerated alike stand in one line." in text
    assert "Left out" not in text


def test_what_no_page_takes_is_left_out_and_said(allergist):
    patient = registered(allergist)
    for number in range(130):
        row = made.procedure(patient, allergist, made.FIRST - timedelta(days=21 * number))
        made.breakthrough(row, allergist, 1 + number % 16, grade=1 + number % 3)
    pdf = render(paper_of(patient, allergist))
    one_page(pdf)
    found = re.search(r"Left out: (\d+) earlier lines, before (\S+); the history on screen has them\.", said(pdf))
    assert found is not None
    printed = said(pdf).count("16 steps, 4 bags")
    assert printed + int(found[1]) == 130
    assert printed > 40


def test_very_many_drugs_leave_out_whole_ones_by_name(allergist):
    patient = registered(allergist)
    for number in range(60):
        made.procedure(patient, allergist, date(2026, 1, 1) + timedelta(days=number), culprit=f"drug {number} of many")
    pdf = render(paper_of(patient, allergist))
    one_page(pdf)
    assert re.search(r"Left out: .*drug 0 of many\.", said(pdf))


def test_who_may_not_see_identity_prints_age_and_code_only(allergist, reviewer, full):
    pdf = render(paper_of(full, reviewer))
    text = said(pdf)
    assert f"Patient {full.code}" in text
    assert "64 y" in text
    told = reader(pdf).metadata
    assert told.title == f"Desensitization history · {full.code}"
    everywhere = text + str(dict(told)) + pdf.decode("latin-1")
    for secret in ("Núñez", "NÚÑEZ", "Ana", "1962-04-03", "123456"):
        assert secret not in text, secret
        assert secret not in str(dict(told)), secret
    assert "1962-04-03" not in everywhere


def test_the_title_names_nobody_even_for_who_may_see_identity(allergist, full):
    assert reader(render(paper_of(full, allergist))).metadata.title == f"Desensitization history · {full.code}"


def test_the_same_page_gives_the_same_bytes_in_our_fonts_and_in_greys(allergist, full):
    page = paper_of(full, allergist)
    pdf = render(page)
    assert pdf == render(page)
    assert fonts(pdf) <= {"Inter", "Inter-Bold", "DejaVu-Sans", "DejaVu-Sans-Bold"}
    for stream in page_streams(pdf):
        colours = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", stream)
        assert all(red == green == blue for red, green, blue in colours)


def test_a_photocopy_keeps_every_sign_apart(allergist, full):
    pdf = render(paper_of(full, allergist))
    (picture,) = (photocopied(page) for page in rendered(pdf, 300))
    shapes = {}
    for word in words(pdf)[0]:
        if word.text in "■▲▼✕□?◇○◆✓":
            scale = 300 / 72
            box = tuple(int(side * scale) for side in (word.left, word.top, word.right, word.bottom))
            cut = picture.crop(box)
            dark = cut.histogram()[0]
            shapes.setdefault(word.text, []).append(dark * 1000 // (cut.width * cut.height))
    assert {"■", "□", "?", "◇", "○", "◆"} <= set(shapes)
    assert all(min(found) > 60 for found in shapes.values()), shapes
    assert min(shapes["■"]) > 2 * max(shapes["□"])
    assert min(shapes["◆"]) > 1.5 * max(shapes["◇"] + shapes["○"])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_text_is_only_printed(allergist, payload):
    patient = registered(allergist)
    label(patient, allergist, reaction=payload)
    stop = made.stopped(3, reason=payload)
    row = made.procedure(patient, allergist, culprit=payload, ending=stop, particulars={"protocol_note": payload})
    made.breakthrough(row, allergist, 2)
    made.dose(patient, allergist, date(2026, 9, 1), culprit=payload, adjuvant="other", other_name=payload, note=payload)
    made.plan(patient, allergist, date(2026, 9, 1), culprit=payload, adjuvant="other", other_name=payload)
    page = paper_of(patient, allergist, printed_by=payload)
    page = replace(page, identity=replace(page.identity, shown_name=f"ROSSI, {payload}"))
    pdf = render(replace(page, head=replace(page.head, hospital=payload)))
    one_page(pdf)
    assert packed(poppler(pdf, "-raw")).count(packed(payload)) >= 9
    assert links(pdf) == []
    assert reader(pdf).attachments == {}
    assert len(pages(pdf)) == 1


def test_hidden_text_is_refused(allergist, full):
    with pytest.raises(CannotPrint, match="RIGHT-TO-LEFT OVERRIDE"):
        render(paper_of(full, allergist, printed_by="0.5\u202e mg"))


@pytest.mark.parametrize("name", [f"{'W' * 60}, {'M' * 60}", "Núñez de la Torre y Álvarez-Cienfuegos Santamaría, Ana"])
def test_a_long_name_is_whole_and_moves_nothing_off_the_page(allergist, name):
    patient = registered(allergist)
    made.monthly(patient, allergist, 120)
    page = paper_of(patient, allergist)
    pdf = render(replace(page, identity=replace(page.identity, shown_name=name)))
    one_page(pdf)
    assert packed(name) in packed(poppler(pdf, "-raw"))
