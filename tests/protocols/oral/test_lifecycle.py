"""An oral version from draft to released: its page, the blind check, and the pages that only infusions have."""

from uuid import uuid4

import pytest
from django.urls import reverse

from patients.models import Patient
from protocols.models import Comparison, VersionState
from protocols.version_state import standing_of
from tests.cast import PASSWORD
from tests.clinic import libraries, registered
from tests.number_linter import lint, visible_text
from tests.protocols.lifecycle.steps import released, signed, verified, voided
from tests.protocols.oral.scene import PENICILLIN, address_of, drafted

pytestmark = pytest.mark.django_db(transaction=True)
#: 150 mg capsules: 150, 300, 450 mg are 1, 2 and 3 of them, 600 mg are 4; each twice a day but on days 16 to 23.
RIGHT = {
    "phase-1-units": "1",
    "phase-1-total": "300",
    "phase-2-units": "2",
    "phase-2-total": "600",
    "phase-3-units": "3",
    "phase-3-total": "900",
    "phase-4-units-morning": "3",
    "phase-4-units-evening": "4",
    "phase-4-total": "1050",
    "phase-5-units": "4",
    "phase-5-total": "1200",
}


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


@pytest.fixture
def version(patient, allergist, as_user):
    return drafted(as_user(allergist), patient)


def plain(response):
    return " ".join(visible_text(response.content.decode()).replace("\u202f", " ").replace("\u00a0", " ").split())


def test_the_page_of_a_version_shows_the_calendar_and_nothing_of_an_infusion(version, allergist, as_user):
    client = as_user(allergist)
    response = client.get(address_of(version))
    page = plain(response)
    assert "24 and on" in page
    assert "2026-12-24" in page
    for word in ("Bags", "Pump", "Line", "Print the", "Preparation", "mL/h"):
        assert word not in page, word
    assert lint(visible_text(response.content.decode())) == []
    assert "version 1, draft" in plain(client.get(reverse("protocol_list", args=[version.protocol.patient.code])))


def test_it_is_signed_with_the_calendar_on_the_page(version, allergist, as_user):
    client = as_user(allergist)
    page = plain(client.get(address_of(version, "version_sign")))
    assert "24 and on" in page
    sent = {"password": PASSWORD, "digest": version.digest, "entry_key": str(uuid4())}
    assert client.post(address_of(version, "version_sign"), sent).status_code == 302
    assert standing_of(version).state == VersionState.SIGNED


def test_right_units_and_totals_verify(version, allergist, pharmacist, as_user):
    signed(version, allergist)
    client = as_user(pharmacist)
    page = plain(client.get(address_of(version, "version_check")))
    assert "Day 16 to day 23: 450 mg in the morning; 600 mg in the evening" in page
    assert "150 mg" in page
    for told in ("300", "1 050", "1 x", "4 x"):
        assert f" {told} mg a day" not in page
        assert "4 x" not in page
    sent = RIGHT | {"entry_key": str(uuid4())}
    assert client.post(address_of(version, "version_check"), sent).url == address_of(version, "version_verify")
    assert "phase 4, units in the evening" in plain(client.get(address_of(version, "version_verify")))
    sent = {"password": PASSWORD, "entry_key": str(uuid4())}
    assert client.post(address_of(version, "version_verify"), sent).status_code == 302
    assert standing_of(version).state == VersionState.VERIFIED


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("phase-4-units-evening", "3", "phase 4, units evening: differs"),
        ("phase-5-total", "1200.4", "phase 5, total: differs"),
        ("phase-1-total", "30", "phase 1, total: 10 times too low"),
    ],
)
def test_only_the_very_figure_agrees(version, allergist, pharmacist, as_user, key, typed, told):
    signed(version, allergist)
    sent = RIGHT | {key: typed, "entry_key": str(uuid4())}
    response = as_user(pharmacist).post(address_of(version, "version_check"), sent)
    assert response.status_code == 200
    assert "differs from the version" in plain(response)
    assert Comparison.objects.get().difference == told


def test_it_is_verified_released_shown_and_voided(version, allergist, pharmacist, as_user):
    signed(version, allergist)
    verified(version, pharmacist)
    client = as_user(allergist)
    assert client.get(address_of(version, "version_release")).status_code == 200
    released(version, allergist)
    assert client.get(address_of(version)).status_code == 200
    voided(version, allergist)
    assert standing_of(version).state == VersionState.VOID
    assert client.get(address_of(version)).status_code == 200


def test_there_is_no_nursing_sheet_no_preparation_and_no_template(version, allergist, as_user):
    client = as_user(allergist)
    response = client.get(address_of(version, "nursing_sheet"))
    assert response.status_code == 200
    assert "There is no nursing sheet" in plain(response)
    assert "Nothing is prepared" in plain(client.get(address_of(version, "preparation")))
    assert client.get(address_of(version, "version_template")).url == address_of(version)


def test_single_doses_are_shown_and_checked(patient, allergist, pharmacist, as_user):
    version = drafted(as_user(allergist), patient, drug="phenoxymethylpenicillin", template=PENICILLIN)
    assert "From the first" in plain(as_user(allergist).get(address_of(version)))
    signed(version, allergist)
    page = plain(as_user(pharmacist).get(address_of(version, "version_check")))
    assert "15 minutes after the dose before" in page
    assert "Given in all" in page
