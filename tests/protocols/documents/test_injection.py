"""Whatever a person types is printed as they typed it, and does nothing (safety.md H13, H14)."""

from dataclasses import fields, replace

import pytest

from desens.printing.refusal import CannotPrint
from protocols.documents.nursing_sheet import render
from tests.printing.pdf import links, pages, poppler, reader
from tests.protocols.documents.sheets import IDENTITY, allergy, published, sheet

TYPED = (
    "place",
    "filter_text",
    "fluids",
    "monitoring",
    "telephone",
    "prescribed_by",
    "verified_by",
    "template_title",
    "citation",
)
PAYLOADS = [
    '<img src="file:///etc/passwd">',
    '<link rel="stylesheet" href="http://127.0.0.1:9/a.css">',
    '<link rel="attachment" href="file:///etc/passwd">',
    "<style>@import url(http://127.0.0.1:9/a);</style>",
    "<style>* { display: none }</style>",
    "</td></tr></table><h1>5000 mg</h1>",
    '"><svg onload="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    "<script>alert(1)</script>",
    "<!-- hidden",
    "]]><!DOCTYPE x>",
    "{{ sheet.identity }}{% load static %}",
    "&lt;b&gt; &#60;i&#62; &amp;",
    "%(drug)s {0} ${x} \\u202e",
    "'; DROP TABLE patients; --",
]


def infected(payload: str):
    identity = replace(
        IDENTITY,
        shown_name=f"ROSSI, {payload}",
        hospital_number=payload,
        sex_text=payload,
        allergies=(allergy(payload),),
    )
    premedication = tuple(replace(item, drug=payload, route=payload) for item in sheet().premedication)
    texts = dict.fromkeys(TYPED, payload)
    return sheet(
        identity=identity,
        premedication=premedication,
        stop_rules=(payload, payload),
        schedule=replace(published(), drug=payload),
        short_hash=payload,
        **texts,
    )


def packed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_text_is_only_printed(payload):
    pdf = render(infected(payload))
    printed = packed(poppler(pdf, "-raw"))
    assert printed.count(packed(payload)) >= 14
    assert printed.count(packed(payload.upper())) >= 1
    assert links(pdf) == []
    assert reader(pdf).attachments == {}
    assert len(pages(pdf)) <= 5


def test_every_text_of_the_sheet_is_among_those_infected():
    texts = {field.name for field in fields(sheet()) if isinstance(getattr(sheet(), field.name), str)}
    assert texts - {"state", "address", "tall_man"} == {*TYPED, "short_hash"}


@pytest.mark.parametrize("name", [*TYPED, "short_hash"])
def test_hidden_text_is_refused_wherever_it_stands(name):
    with pytest.raises(CannotPrint, match="RIGHT-TO-LEFT OVERRIDE"):
        render(sheet(**{name: "0.5\u202e mg"}))


def test_a_name_our_fonts_lack_is_refused_and_the_name_given_with_it():
    with pytest.raises(CannotPrint, match="U\\+738B CJK UNIFIED IDEOGRAPH-738B, in “\N{WHITE SQUARE}, Wei”"):
        render(sheet(identity=replace(IDENTITY, shown_name="\u738b, Wei")))
