"""The preparation of a version on screen: the plan, why there is none, what is missing, who may see it."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.unit.definitions.equipment import SYRINGES
from desens.unit.services import Change, change_setting
from patients.models import Patient
from tests.clinic import drafted, libraries, registered
from tests.number_linter import lint, visible_text
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


def address_of(version):
    protocol = version.protocol
    return reverse("preparation", args=[protocol.patient.code, protocol.code, version.number])


def page_of(client, version) -> str:
    return client.get(address_of(version)).content.decode().replace("\u00a0", " ")


def test_the_pharmacist_reads_what_to_do_for_each_solution(patient, allergist, pharmacist, as_user):
    page = page_of(as_user(pharmacist), drafted(patient, allergist))
    assert "Take a bag of 250 mL of sodium chloride 0.9 %." in page
    assert "Withdraw 25 mL (± 0.5 mL) from the bag of solution 2 and add it" in page
    assert "19 mL in the syringe of 20 mL, graduated to 1 mL; 0.84 mL in the syringe of 1 mL" in page
    assert "Mix and label: solution 4, 250 mL, 4.762 mg/mL (4.64 mg/mL to 4.883 mg/mL)." in page
    assert "not counted: vial sizes are not stated" in page
    assert [page.index(f'id="solution-{number}"') for number in (4, 3, 2, 1)] == sorted(
        page.index(f'id="solution-{number}"') for number in (1, 2, 3, 4)
    )


def test_bags_that_waste_less_are_advice_and_the_plan_keeps_the_volumes_of_the_version(patient, allergist, as_user):
    page = page_of(as_user(allergist), drafted(patient, allergist))
    plan, advice = page.split("With the bags that waste least")
    assert "Take a bag of 50 mL" not in plan
    assert "sheet and labels would not agree with the bags" in advice
    assert advice.count("50 mL</span>") >= 3


def test_vials_are_counted_where_their_size_is_known(patient, allergist, as_user):
    version = drafted(patient, allergist, drug="alemtuzumab", target_dose="12", bag_volume_ml="100")
    page = page_of(as_user(allergist), version)
    assert "from vial 1, 2 and add it" in page
    assert "2 x 12 mg" in page
    assert "Left over in vials" in page


def test_figures_and_units_are_written_as_everywhere(patient, allergist, as_user):
    html = as_user(allergist).get(address_of(drafted(patient, allergist))).content.decode()
    assert lint(visible_text(html)) == []


def test_what_is_missing_is_named_and_nothing_is_computed(patient, allergist, as_user):
    page = page_of(as_user(allergist), drafted(patient, allergist, drug="rituximab"))
    assert "Cannot be computed: the strength of rituximab for infusion in mg/mL is missing." in page
    assert "<table" not in page


def test_without_syringes_nothing_is_computed(patient, allergist, administrator, as_user):
    change = Change(definition=SYRINGES, value=(), reason="none in stock", based_on=0)
    change_setting(change=change, entry_key=uuid4(), by=administrator, at=timezone.now())
    page = page_of(as_user(allergist), drafted(patient, allergist))
    assert "Cannot be computed: a syringe in the unit&#x27;s settings is missing." in page


def test_a_withdrawal_that_nobody_can_measure_is_a_blocker(patient, allergist, as_user):
    page = page_of(as_user(allergist), drafted(patient, allergist, target_dose="1", confirmed="target_dose=1"))
    assert "finding-blocker" in page
    assert "Solution 4 cannot be prepared" in page
    assert "<table" not in page


def test_opening_it_is_a_look(patient, allergist, nurse, as_user):
    version = drafted(patient, allergist)
    as_user(nurse).get(address_of(version))
    event = AuditEvent.objects.latest("id")
    assert (event.by, event.subject, event.subject_code, event.patient_code) == (
        nurse.username,
        "preparation",
        f"{version.protocol.code}/1",
        patient.code,
    )


def test_it_is_a_page_of_its_own_patient_for_reading_alone(patient, allergist, administrator, as_user):
    version, other = drafted(patient, allergist), registered(allergist, hospital_number="2")
    client = as_user(allergist)
    assert client.get(reverse("preparation", args=[other.code, version.protocol.code, 1])).status_code == 404
    assert client.get(reverse("preparation", args=[patient.code, version.protocol.code, 9])).status_code == 404
    assert client.post(address_of(version)).status_code == 405
    assert as_user(administrator).get(address_of(version)).status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_it_takes_a_literal_number_of_queries(patient, allergist, as_user, rows):
    for _ in range(rows):
        version = drafted(patient, allergist)
    client = as_user(allergist)
    client.get("/")
    assert queries_of(lambda: client.get(address_of(version))) == 22
