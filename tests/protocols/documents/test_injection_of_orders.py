"""Every text ordered, given as a reason, or said at a release is shown and printed as typed, and does nothing."""

from dataclasses import replace
from html import escape, unescape
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from protocols.lifecycle.releasing import Procedure, release
from protocols.models import Version
from protocols.releasing.form import ReleaseForm
from protocols.rules.premedication_row import PremedicationRow
from protocols.rules.rescue_medicines import RescueMedicine
from protocols.version_document import digest, document_text, read_document
from tests.cast import PASSWORD, client_of
from tests.clinic import drafted, libraries, registered
from tests.printing.pdf import links, pages, poppler, reader
from tests.protocols.documents.test_injection import PAYLOADS, packed
from tests.protocols.lifecycle.steps import reasons, signed, verified, voided
from tests.protocols.releasing.ready import HIDDEN, address

pytestmark = pytest.mark.django_db(transaction=True)

#: Three in each text, since a version is signed, verified, released and printed for each.
TOGETHER = [" ".join(PAYLOADS[start::5]) for start in range(5)]
ROW = ("drug", "route", "unit", "moment", "reason", "source")
MEDICINE = ("drug", "dose", "route", "reason", "source")
TEXTS = ("place", "telephone", "filter_text", "fluids", "monitoring", "observation")


@pytest.fixture
def patient(allergist):
    libraries()
    return registered(allergist)


def infected(version, payload, by):
    """A draft like `version` with the payload in every text that is ordered; stored as the service stores it."""
    document = read_document(version.document)
    row = PremedicationRow(dose=None, minutes_before=None, **dict.fromkeys(ROW, payload))
    orders = replace(
        document.orders,
        stop_rules=(payload, payload),
        premedication=(row, row),
        rescues=(RescueMedicine(**dict.fromkeys(MEDICINE, payload)),),
        **dict.fromkeys(TEXTS, payload),
    )
    chosen = document.choices | {"dose_basis": payload, "dose_reason": payload, "ordered_dose": "1183.5"}
    text = document_text(replace(document, orders=orders, choices=chosen))
    begun = drafted(version.protocol.patient, by)
    common = {"protocol": begun.protocol, "template": begun.template, "engine_version": begun.engine_version}
    made = {"saved_by": by, "saved_at": timezone.now(), "entry_key": uuid4()}
    row = Version(number=2, document=text, digest=digest(text), **common, **made)
    row.save()
    return row


def shown(client, version, name, payload, at_least):
    html = client.get(address(version, name)).content.decode()
    assert html.count(escape(payload)) + (html.count(payload) if escape(payload) != payload else 0) >= at_least, name
    if escape(payload) != payload:
        assert payload not in html, (name, payload)


def test_a_payload_in_every_order_reason_and_answer_is_only_text(patient, allergist, pharmacist, nurse):
    for number, payload in enumerate(TOGETHER):
        of = registered(allergist, hospital_number=f"I-{number}")
        is_only_text(payload, of, allergist, pharmacist, client_of(nurse))


def is_only_text(payload, patient, allergist, pharmacist, nurse):
    draft = infected(drafted(patient, allergist), payload, allergist)
    doctor, second = client_of(allergist), client_of(pharmacist)
    shown(doctor, draft, "version", payload, at_least=20)
    shown(doctor, draft, "version_sign", payload, at_least=20)
    signed(draft, allergist, reasons=reasons(draft, payload))
    shown(second, draft, "version_check", payload, at_least=1)
    verified(draft, pharmacist)
    page = doctor.get(address(draft)).content.decode()
    sent = dict(HIDDEN.findall(page)) | dict.fromkeys(ReleaseForm(signer=allergist).fields, payload)
    for extra in ({}, {"action": "judge"}):
        html = doctor.post(
            address(draft), sent | extra | {"entry_key": str(uuid4()), "password": PASSWORD}
        ).content.decode()
        assert payload not in html or escape(payload) == payload
    line = dict.fromkeys(("title", "state", "text", "source", "reason"), payload)
    item = {"topic": "place", "level": "unchecked", "address": ""} | line
    given = {"planned_on": timezone.localdate(), "place": "ward", "patients_per_nurse": 1}
    procedure = Procedure(checked={"items": [item]}, **given)
    release(version=draft, procedure=procedure, entry_key=uuid4(), by=allergist, at=timezone.now())
    shown(nurse, draft, "version", payload, at_least=25)
    pdf = nurse.get(address(draft, "nursing_sheet")).content
    printed = packed(poppler(pdf, "-raw"))
    assert printed.count(packed(payload)) >= 12
    assert links(pdf) == []
    assert reader(pdf).attachments == {}
    assert len(pages(pdf)) <= 6
    voided(draft, allergist, reason=payload)
    shown(doctor, draft, "version", payload, at_least=26)


def test_every_text_of_the_orders_is_among_those_infected(patient, allergist):
    stored = read_document(drafted(patient, allergist).document).orders
    texts = {name for name, value in vars(stored).items() if isinstance(value, str)}
    assert texts - {"premedication_set"} == set(TEXTS)
    assert set(RescueMedicine.__dataclass_fields__) == set(MEDICINE)
    assert set(PremedicationRow.__dataclass_fields__) == {*ROW, "dose", "minutes_before"}


def test_a_payload_in_every_field_of_the_editor_comes_back_as_it_was_typed(patient, allergist):
    for payload in TOGETHER:
        comes_back(payload, patient, client_of(allergist))


def comes_back(payload, patient, client):
    where = reverse("protocol_new", args=[patient.code])
    cells = {f"orders-row1-{name}": payload for name in ("drug", "dose", "unit", "route", "moment", "reason")}
    names = ("place", "telephone", "filter_text", "fluids", "dose_basis", "dose_reason", "ordered_dose", "confirmed")
    sent = cells | dict.fromkeys(names, payload) | {"doubted": payload, "target_dose": payload}
    for headers in ({}, {"HX-Request": "true"}):
        html = client.post(where, sent, headers=headers).content.decode()
        assert payload not in html or escape(payload) == payload
        assert headers or unescape(html).count(payload) >= len(names)
