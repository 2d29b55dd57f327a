"""An oral protocol through its pages the whole way: prescribed with its orders, signed, checked blind, released."""

from uuid import uuid4

import pytest

from protocols.models import Release, VersionState
from protocols.version_document import digest, read_document
from protocols.version_state import standing_of
from tests.cast import PASSWORD
from tests.clinic import labelled
from tests.patients.background.records import none_taken, risk
from tests.protocols.lifecycle.steps import reasons
from tests.protocols.oral.scene import address_of, drafted, read
from tests.protocols.oral.test_blind_check import RIGHT
from tests.protocols.releasing.ready import assessed, page_of, typed

pytestmark = pytest.mark.django_db(transaction=True)
SLOW = {"pace": "slow-oral", "steps": None, "first_bag_dilution": None}


def recorded(patient, by):
    """All that must hold of a patient who is to take alectinib."""
    assessed(patient, by, "alectinib", **SLOW)
    risk(patient, by, presence="absent")
    risk(patient, by, factor="pregnancy", presence="absent")
    none_taken(patient, by)


def signing(**more):
    return {"password": PASSWORD, "entry_key": str(uuid4())} | more


def test_what_was_ordered_beside_reaches_the_release(patient, allergist, pharmacist, as_user):
    recorded(patient, allergist)
    prescriber, checker = as_user(allergist), as_user(pharmacist)
    version = drafted(prescriber, patient, **{"orders-premedication_set": "set:Brigham, platinum"})
    told = {f"reason-{key}": reason for key, reason in reasons(version).items()}
    sent = signing(digest=version.digest, **told)
    assert prescriber.post(address_of(version, "version_sign"), sent).status_code == 302
    checked = checker.post(address_of(version, "version_check"), RIGHT | {"entry_key": str(uuid4())})
    assert checked.url == address_of(version, "version_verify")
    assert checker.post(address_of(version, "version_verify"), signing()).status_code == 302
    answer = prescriber.post(address_of(version, "version_release"), typed(page_of(prescriber, version)))
    assert answer.status_code == 302, read(answer)
    assert standing_of(version).state == VersionState.RELEASED
    assert Release.objects.get().version_id == version.pk
    page = read(prescriber.get(address_of(version)))
    for text in ("released", "famotidine 20 mg IV, 20 min before", "alectinib 150 mg capsule", "24 and on"):
        assert text in page, text
    version.refresh_from_db()
    assert digest(version.document) == version.digest
    assert [row.drug for row in read_document(version.document).orders.premedication] == [
        "diphenhydramine",
        "famotidine",
    ]


def test_an_allergy_recorded_since_refuses_its_signature(patient, allergist, as_user):
    from_set = {"orders-premedication_set": "set:Brigham, platinum"}
    version = drafted(as_user(allergist), patient, **from_set)
    labelled(patient, allergist, "famotidine", "confirmed")
    answer = as_user(allergist).post(address_of(version, "version_sign"), signing(digest=version.digest))
    assert "Nothing was signed" in read(answer)
    assert "an allergy to famotidine is confirmed" in read(answer)
