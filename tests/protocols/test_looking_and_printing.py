"""Who looks at a patient's protocols is in the audit; what is printed belongs to the patient as he is now."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from desens.audit.models import AuditEvent
from patients.models import Patient
from patients.selectors import identity
from protocols.rescues import rescue_outdated
from protocols.version_document import read_document
from tests.clinic import drafted, libraries, registered, typed, weighed
from tests.number_linter import lint, visible_text
from tests.printing.pdf import pages

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


def test_every_page_that_shows_the_patient_is_a_look(patient, allergist, as_user):
    version = drafted(patient, allergist)
    client, code = as_user(allergist), version.protocol.code
    for name, more in (("protocol_list", []), ("protocol_new", []), ("version_new", [code]), ("version", [code, 1])):
        before = AuditEvent.objects.filter(action="looked").count()
        client.get(reverse(name, args=[patient.code, *more]))
        event = AuditEvent.objects.filter(action="looked").latest("id")
        assert AuditEvent.objects.filter(action="looked").count() == before + 1, name
        assert (event.by, event.patient_code) == (allergist.username, patient.code)


def test_what_is_computed_while_typing_is_no_look(patient, allergist, as_user):
    as_user(allergist).post(reverse("protocol_new", args=[patient.code]), typed(), headers={"HX-Request": "true"})
    assert not AuditEvent.objects.filter(action="looked").exists()


def test_an_emergency_dose_of_another_weight_is_not_printed_beside_this_one(patient, allergist, as_user):
    weighed(patient, allergist, "60")
    version = drafted(patient, allergist)
    client, address = as_user(allergist), [patient.code, version.protocol.code, 1]
    assert "= 0.5 mL of 1 mg/mL" in sheet_text(client, address)
    weighed(patient, allergist, "20", on=date(2026, 11, 3))
    sheet = sheet_text(client, address)
    assert "20 kg" in sheet
    assert "= 0.5 mL" not in sheet
    assert "weigh (kg):" in sheet
    assert "left blank on the sheet" in client.get(reverse("version", args=address)).content.decode()


def test_the_version_says_on_screen_how_the_line_is_primed_and_what_is_given_before(patient, allergist, as_user):
    version = drafted(patient, allergist, primed_with="solution", dead_volume_ml="22")
    address = reverse("version", args=[patient.code, version.protocol.code, 1])
    written = visible_text(as_user(allergist).get(address).content.decode())
    assert lint(written) == []
    page = written.replace("\u00a0", " ")
    assert "dead volume 22 mL, primed with the drug solution, a new line with each bag" in page
    assert "do not flush, discard the line: " in page
    assert "chlorpheniramine 10 mg IV, 60 min before" in page


@pytest.mark.parametrize(("steps", "told"), [("16", False), ("12", True)])
def test_a_template_that_nobody_verified_says_so_on_screen_and_paper(patient, allergist, as_user, steps, told):
    version = drafted(patient, allergist, template=f"atezolizumab-bevacizumab-{steps}-step")
    client, address = as_user(allergist), [patient.code, version.protocol.code, 1]
    page = client.get(reverse("version", args=address)).content.decode()
    assert ("to be verified against the source" in page) is told
    assert ("to be verified against the source" in sheet_text(client, address)) is told


@pytest.mark.parametrize(
    ("before", "after", "outdated"),
    [("60", "60", False), ("60", "90", False), ("60", "49", True), (None, "60", True), (None, None, False)],
)
def test_when_another_emergency_dose_may_hold(patient, allergist, before, after, outdated):
    if before:
        weighed(patient, allergist, before)
    document = read_document(drafted(patient, allergist).document)
    if after:
        weighed(patient, allergist, after, on=date(2026, 11, 3))
    who = identity(patient, viewer=allergist, on=date(2026, 11, 20))
    assert rescue_outdated(document, who) is outdated
    assert rescue_outdated(document, replace(who, birth_date=date(2018, 4, 3)))


def sheet_text(client, address) -> str:
    pdf = client.get(reverse("nursing_sheet", args=address)).content
    return " ".join(" ".join(pages(pdf)).replace("\u00a0", " ").split())
