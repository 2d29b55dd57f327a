"""From a template to bytes."""

import os
import subprocess
import sys
from contextlib import suppress

import pytest

from desens.printing.drawing import MOST_SHEETS
from desens.printing.refusal import CannotPrint
from desens.printing.render import pdf_of, render_pdf
from desens.printing.text import MOST_IN_A_TEXT, MOST_IN_ALL, printable
from tests.printing.pdf import fonts, pages, reader

SHEET = """<html><head><link rel="stylesheet" href="print:base.css"></head>
<body><div class="state" data-text="DRAFT - כהן"></div>
<p>1\u202f200 mg <b>Łukasz</b> כהן محمد □ 0.5 mg -> 10x10</p></body></html>"""

IN_ANOTHER_PROCESS = """
import django; django.setup()
import hashlib, sys
from desens.printing.render import pdf_of
print(hashlib.sha256(pdf_of(sys.argv[1], identifier="a")).hexdigest())
"""


def sheets(count: int) -> str:
    return "<html><body>" + '<p style="break-after: page">a</p>' * (count - 1) + "<p>a</p></body></html>"


def test_the_same_input_gives_the_same_bytes():
    assert pdf_of(SHEET, identifier="a") == pdf_of(SHEET, identifier="a")


def test_the_same_input_gives_the_same_bytes_in_other_processes():
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS, SHEET]
    digests = {subprocess.run(command, env=environment, capture_output=True, check=True).stdout for _ in range(2)}
    assert len(digests) == 1


def test_the_identifier_tells_files_apart():
    assert pdf_of(SHEET, identifier="a") != pdf_of(SHEET, identifier="b")


def test_only_our_fonts_print_margin_boxes_and_other_scripts_included():
    assert fonts(pdf_of(SHEET, identifier="a")) == {"Inter", "Inter-Bold", "DejaVu-Sans", "DejaVu-Sans-Bold"}


def test_the_text_layer_says_what_was_written():
    (text,) = pages(pdf_of(SHEET, identifier="a"))
    assert "-> 10x10" in text
    assert "Łukasz" in text
    assert "page 1 of 1" not in text  # the words come from the base template


def test_no_date_and_no_text_of_the_page_lie_in_the_file_about_itself():
    about = reader(pdf_of(SHEET, identifier="a")).metadata
    assert set(about) == {"/Producer"}


@pytest.mark.parametrize("count", [1, MOST_SHEETS])
def test_up_to_twenty_sheets_print(count):
    assert len(pages(pdf_of(sheets(count), identifier="a"))) == count


def test_more_sheets_are_refused():
    with pytest.raises(CannotPrint, match="21 sheets"):
        pdf_of(sheets(MOST_SHEETS + 1), identifier="a")


def test_the_base_template_numbers_its_pages():
    pdf = render_pdf(
        template="print/base.html", context={"state_text": "VOID - NOT FOR ADMINISTRATION"}, identifier="a"
    )
    text = " ".join(" ".join(pages(pdf)).split())
    assert "page 1 of 1" in text
    assert "VOID - NOT FOR ADMINISTRATION" in text


def test_public_commands_do_not_load_weasyprint():
    program = "import django; django.setup(); import sys; print('weasyprint' in sys.modules)"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    ran = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True, text=True)
    assert ran.stdout.strip() == "False"


def test_the_longest_document_our_limits_let_through_is_cut_or_printed():
    letters = sorted(character for character in printable() if character.isalpha())
    text = "".join(letters[n * 7 % len(letters)] for n in range(MOST_IN_A_TEXT))
    with suppress(CannotPrint):
        assert pdf_of(f"<p>{text}</p>" * (MOST_IN_ALL // MOST_IN_A_TEXT), identifier="a").startswith(b"%PDF-")
