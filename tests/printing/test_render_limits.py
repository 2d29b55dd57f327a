"""How many sheets a document may have, and how long one may take."""

import os
import subprocess
import sys
from contextlib import suppress

import pytest

from desens.printing.drawing import MOST_SHEETS
from desens.printing.refusal import CannotPrint
from desens.printing.render import pdf_of, render_pdf
from desens.printing.text import MOST_IN_A_TEXT, MOST_IN_ALL, printable
from tests.printing.pdf import pages


def sheets(count: int) -> str:
    return "<html><body>" + '<p style="break-after: page">a</p>' * (count - 1) + "<p>a</p></body></html>"


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
