"""What is not infused on paper: the nurse's sheet of doses, and the patient's calendar."""

import pytest
from django.urls import reverse

from protocols.oral.showing import calendar_of
from protocols.version_document import read_document
from tests.browser.pages_of_oral import oral_version
from tests.clinic import libraries, registered, weighed
from tests.printing.pdf import poppler
from tests.protocols.papers.scene import paper_of, plain, texts

pytestmark = pytest.mark.django_db(transaction=True)
KINDS = {
    "alectinib-case": "alectinib",
    "penicillin-v-oral-14-dose": "phenoxymethylpenicillin",
    "co-trimoxazole-6-day": "cotrimoxazole",
    "insulin-glargine-subcutaneous": "insulinglargine",
}


@pytest.fixture
def patient(allergist):
    libraries()
    patient = registered(allergist)
    weighed(patient, allergist)
    return patient


@pytest.mark.parametrize("template", sorted(KINDS))
def test_every_dose_stands_on_the_nurses_sheet_with_head_and_emergency_dose(template, patient, allergist, as_user):
    version = oral_version(patient, allergist, KINDS[template], template)
    pdf = paper_of(as_user(allergist), version)
    printed, calendar = plain(poppler(pdf, "-raw")), calendar_of(read_document(version.document))
    assert calendar is not None
    place = 0
    for dose in calendar.doses:
        given = f"{dose.volume} of solution {dose.solution}" if dose.volume else str(dose.dose)
        place = printed.index(plain(given), place)
        place = printed.index(plain(dose.cumulative.number), place)
    for day in calendar.days:
        for taken in filter(None, day.taken):
            place = printed.index(plain(str(taken.dose)), place)
    for page in texts(pdf):
        assert "NÚÑEZ, Ana" in page
        assert "0.5 mg" in page
        assert "DO NOT FLUSH" not in page


def test_the_patient_reads_a_fortnight_a_page_with_whom_to_call(patient, allergist, as_user):
    version = oral_version(patient, allergist, "alectinib", "alectinib-case")
    pdf = paper_of(as_user(allergist), version, "patient_calendar")
    first, second = texts(pdf)
    assert "2026-12-01" in first
    assert "2026-12-14" in first
    assert "2026-12-15" in second
    assert "2026-12-15" not in first
    for page in (first, second):
        assert "STOP, take no more, and call at once" in page
        assert "Emergency:" in page
    assert "and every day after" in second


def test_single_doses_have_no_calendar(patient, allergist, as_user):
    version = oral_version(patient, allergist, "phenoxymethylpenicillin", "penicillin-v-oral-14-dose")
    protocol = version.protocol
    address = reverse("patient_calendar", args=[patient.code, protocol.code, 1])
    assert as_user(allergist).get(address).url == reverse("version", args=[patient.code, protocol.code, 1])
