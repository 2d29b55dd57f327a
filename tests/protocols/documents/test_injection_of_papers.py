"""Whatever a person typed is printed as typed on every document, and does nothing (safety.md H13, H14)."""

from dataclasses import replace

import pytest

from desens.printing.refusal import CannotPrint
from tests.printing.pdf import links, pages, poppler, reader
from tests.protocols.documents.papers import (
    bags_made,
    the_calendar,
    the_dose_sheet,
    the_labels,
    the_preparation_sheet,
)
from tests.protocols.documents.sheets import IDENTITY, allergy
from tests.protocols.documents.test_injection import PAYLOADS, packed

DOCUMENTS = {
    "preparation sheet": the_preparation_sheet,
    "labels": lambda **changes: the_labels("roll", **changes),
    "sheet of doses": lambda **changes: the_dose_sheet("penicillin-v-oral-14-dose", **changes),
    "sheet of days": lambda **changes: the_dose_sheet("alectinib-case", **changes),
    "calendar": the_calendar,
}


def infected(payload):
    identity = replace(
        IDENTITY, shown_name=payload, hospital_number=payload, sex_text=payload, allergies=(allergy(payload),)
    )
    return {"identity": identity, "drug": payload, "place": payload, "short_hash": payload, "size": payload}


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_text_is_only_printed(name, payload):
    pdf = DOCUMENTS[name](**infected(payload))
    assert packed(poppler(pdf, "-raw")).count(packed(payload)) >= 4
    assert links(pdf) == []
    assert reader(pdf).attachments == {}
    assert len(pages(pdf)) <= 4


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_text_of_the_bags_record_is_only_printed(payload):
    pdf = the_preparation_sheet(bags_made(payload))
    assert packed(poppler(pdf, "-raw")).count(packed(payload)) >= 10
    assert links(pdf) == []
    assert len(pages(pdf)) <= 4


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_hidden_text_is_refused(name):
    with pytest.raises(CannotPrint, match="RIGHT-TO-LEFT OVERRIDE"):
        DOCUMENTS[name](drug="0.5\u202e mg")


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
@pytest.mark.parametrize("given", ["Łukasz-Œ Ñandú", "משה כהן", "محمد"])
def test_names_in_other_scripts_are_printed(name, given):
    pdf = DOCUMENTS[name](identity=replace(IDENTITY, shown_name=f"GARCÍA, {given}"))
    assert "GARCÍA" in poppler(pdf, "-raw")


@pytest.mark.parametrize("length", [60, 120])
def test_long_names_fit_a_label_or_it_is_refused(length):
    name = ("Anna-Maria " * 20)[:length]
    long = {"identity": replace(IDENTITY, shown_name=name), "drug": "trastuzumab emtansine " * 2}
    assert packed(poppler(the_labels(**long), "-raw")).count(packed(name)) == 4
    with pytest.raises(CannotPrint, match="does not fit its place"):
        the_labels("a4-14", **(long | {"identity": replace(IDENTITY, shown_name="W" * 400)}))
