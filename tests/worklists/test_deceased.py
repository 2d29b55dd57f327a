"""Nothing is to be signed, checked, released, prepared or given of who has died."""

from uuid import uuid4

import pytest
from django.utils import timezone

from patients.services import record_state
from tests.clinic import drafted, libraries, registered
from tests.protocols.lifecycle.steps import released, signed, verified
from tests.worklists.test_pages import sections

pytestmark = pytest.mark.django_db(transaction=True)


def stated(patient, by, state: str) -> None:
    said = {"state": state, "since": timezone.localdate(), "note": "", "entry_key": uuid4()}
    record_state(patient=patient, by=by, at=timezone.now(), **said)


@pytest.mark.parametrize("taken", [0, 1, 2, 3])
def test_who_has_died_is_on_no_list(allergist, pharmacist, taken):
    libraries()
    version = drafted(registered(allergist), allergist)
    arrows = [(signed, allergist), (verified, pharmacist), (released, allergist)]
    for arrow, person in arrows[:taken]:
        arrow(version, person)

    def named() -> bool:
        return "atezolizumab" in str(sections(allergist) | sections(pharmacist))

    assert named()
    stated(version.protocol.patient, allergist, "discharged")
    assert named()
    stated(version.protocol.patient, allergist, "deceased")
    assert not named()
    stated(version.protocol.patient, allergist, "in_care")
    assert named()
