"""Both papers as files: the same bytes everywhere, our fonts, black ink, any name, nothing that does something."""

import os
import pickle
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from desens.printing.refusal import CannotPrint
from patients.selectors import AllergyChip
from reactions.documents import card, letter
from reactions.documents.card_entries import CardEntry
from tests.clinic import registered
from tests.printing.pdf import POINTS_A_MM, fonts, links, page_streams, pages, poppler, reader, words
from tests.protocols.documents.test_injection import PAYLOADS, packed
from tests.reactions.assessing.records import challenge_row, grounds_row
from tests.reactions.assessing.scene import reacted, skin_tested
from tests.reactions.documents.scene import LABELLED, everything, label, letter_of, paper_card, signed
from tests.reactions.recording.records import decision_row, treatment_row

pytestmark = pytest.mark.django_db

PAPER = (210 * POINTS_A_MM, 297 * POINTS_A_MM)
IN_ANOTHER_PROCESS = """
import django; django.setup()
import hashlib, pickle, sys
from desens.printing.render import render_pdf
template, context = pickle.load(sys.stdin.buffer)
print(hashlib.sha256(render_pdf(template=template, context=context, identifier="a")).hexdigest())
"""
NAMES = {
    "accented": "ŁUKASZEWSKI-ÑÚÑEZ Y ÇELİK ÅNGSTRÖM-ÕZOLIŅŠ ŠŤASTNÝ ĐORĐEVIĆ, Þóra",
    "hebrew": "כהן לוי בן דוד המשפחה הארוכה מאוד של ירושלים והסביבה, אברהם",
    "arabic": "عبد الرحمن بن محمد بن عبد الله آل سعود التميمي القرشي, فاطمة",
    "longest": f"{'W' * 60}, {'M' * 60}",
}


def both(by):
    """The letter and the card of somebody with everything, each with its template."""
    reaction = everything(by)
    signed(by, reaction, reason="the alternative failed")
    return letter_of(by, reaction), paper_card(by, reaction.patient)


def test_the_same_paper_gives_the_same_bytes_here_and_in_other_processes(allergist):
    report, wallet = both(allergist)
    assert letter.render(report) == letter.render(report)
    assert card.render(wallet) == card.render(wallet)
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS]
    for template, context in (
        ("reactions/documents/letter.html", letter.context(report)),
        ("reactions/documents/card.html", card.context(wallet)),
    ):
        given = pickle.dumps((template, context))
        runs = (subprocess.run(command, env=environment, input=given, capture_output=True, check=True) for _ in "12")
        assert len({run.stdout for run in runs}) == 1


def test_only_our_fonts_black_and_greys_on_upright_a4(allergist):
    report, wallet = both(allergist)
    for pdf in (letter.render(report), card.render(wallet)):
        assert fonts(pdf) <= {"Inter", "Inter-Bold", "DejaVu-Sans", "DejaVu-Sans-Bold"}
        for stream in page_streams(pdf):
            colours = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", stream)
            assert all(red == green == blue for red, green, blue in colours)
        for page in reader(pdf).pages:
            assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_whole_on_both_papers(allergist, name):
    report, wallet = both(allergist)
    shown = NAMES[name]
    for pdf in (
        letter.render(replace(report, identity=replace(report.identity, shown_name=shown))),
        card.render(replace(wallet, identity=replace(wallet.identity, shown_name=shown))),
    ):
        for page, text in zip(words(pdf), pages(pdf), strict=True):
            assert all(word.left >= 0 and word.right <= PAPER[0] and word.bottom <= PAPER[1] for word in page)
            printed = packed(text)
            for letter_ in set(packed(shown)) - set(",-"):
                assert printed.count(letter_) >= 1, letter_
    if name in ("accented", "longest"):
        assert packed(shown) in packed(poppler(pdf, "-raw"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_text_is_only_printed(allergist, payload):
    text = payload[:200]
    patient = registered(allergist)
    label(patient, allergist, reaction=text)
    reaction = reacted(allergist, patient=patient, note=text, sites=text, other_drugs=text)
    treatment_row(reaction, drug=text)
    decision_row(reaction, allergist, proposed=3, decided=2, reason=text, scale="ring_messmer", source=text)
    grounds_row(
        patient,
        allergist,
        alternative="exists",
        alternative_detail=text,
        oncologist=text,
        stated_on=LABELLED,
        statement=text,
    )
    challenge_row(patient, allergist, doses=text, note=text)
    skin_tested(reaction, allergist, opinion="positive")
    report, wallet = letter_of(allergist, reaction), paper_card(allergist, patient)
    who = replace(report.identity, shown_name=f"ROSSI, {text}", allergies=(chip(text),))
    report = replace(report, identity=who, printed_by=text, head=replace(report.head, hospital=text, telephone=text))
    entry = CardEntry(substance=text, label="confirmed", lines=(text, text))
    wallet = replace(wallet, identity=who, entries=(entry, *wallet.entries), head=report.head)
    for pdf, least in ((letter.render(report), 15), (card.render(wallet), 8)):
        assert packed(poppler(pdf, "-raw")).count(packed(text)) >= least
        assert links(pdf) == []
        assert reader(pdf).attachments == {}
        assert len(pages(pdf)) <= 5


def test_hidden_text_is_refused(allergist):
    report, wallet = both(allergist)
    with pytest.raises(CannotPrint, match="RIGHT-TO-LEFT OVERRIDE"):
        letter.render(replace(report, printed_by="0.5\u202e mg"))
    entry = CardEntry(substance="0.5\u202e mg", label="confirmed", lines=())
    with pytest.raises(CannotPrint, match="RIGHT-TO-LEFT OVERRIDE"):
        card.render(replace(wallet, entries=(entry,)))


def chip(substance: str) -> AllergyChip:
    return AllergyChip(substance=substance, status="confirmed", status_text="confirmed", reaction="", noted_on=LABELLED)
