"""The blind check of an oral version: units and totals from the order in words, only the very figure agrees."""

from uuid import uuid4

import pytest

from protocols.models import Comparison, VersionState
from protocols.version_state import standing_of
from tests.cast import PASSWORD
from tests.protocols.lifecycle.steps import signed
from tests.protocols.oral.scene import PENICILLIN, address_of, drafted, read

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


def test_right_units_and_totals_verify(version, allergist, pharmacist, as_user):
    signed(version, allergist)
    client = as_user(pharmacist)
    page = read(client.get(address_of(version, "version_check")))
    assert "Day 16 to day 23: 450 mg in the morning; 600 mg in the evening" in page
    assert "Day 1 to day 2: 150 mg each time: morning, evening" in page
    assert "150 mg" in page
    for told in ("300", "1 050", "1 x", "4 x"):
        assert f" {told} mg a day" not in page
        assert "4 x" not in page
    sent = RIGHT | {"entry_key": str(uuid4())}
    assert client.post(address_of(version, "version_check"), sent).url == address_of(version, "version_verify")
    assert "phase 4, units in the evening" in read(client.get(address_of(version, "version_verify")))
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
    assert "differs from the version" in read(response)
    assert Comparison.objects.get().difference == told


def test_single_doses_are_shown_and_checked(patient, allergist, pharmacist, as_user):
    version = drafted(as_user(allergist), patient, drug="phenoxymethylpenicillin", template=PENICILLIN)
    assert "From the first" in read(as_user(allergist).get(address_of(version)))
    signed(version, allergist)
    page = read(as_user(pharmacist).get(address_of(version, "version_check")))
    assert "15 minutes after the dose before" in page
    assert "Given in all" in page
