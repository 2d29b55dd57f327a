"""From a template to bytes."""

import os
import subprocess
import sys

from desens.printing.render import pdf_of
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
