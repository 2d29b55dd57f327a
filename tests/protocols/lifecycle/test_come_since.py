"""What is recorded after a version was saved stops it wherever it stands: each arrow, its page, its printed sheet."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from patients.services import record_state
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.reopened import come_since
from protocols.paper_views import paper_state
from protocols.selectors import shown_version
from protocols.version_document import read_document
from tests.clinic import drafted, labelled, libraries, registered
from tests.patients.background.records import condition, medicine
from tests.protocols.lifecycle.steps import compared, released, signed, verified
from tests.reactions.assessing.records import assessment_row
from tests.reactions.recording.records import reaction_row

pytestmark = pytest.mark.django_db(transaction=True)
DRUG = "atezolizumab"


@pytest.fixture
def version(allergist):
    libraries()
    return drafted(registered(allergist), allergist)


def why(version) -> str:
    return " ".join(come_since(version, read_document(version.document), at=timezone.now()))


def decided(version, by, **changes) -> None:
    assessment_row(reaction_row(version.protocol.patient, by, culprit=DRUG), by, **changes)


def closed(version, by) -> None:
    none = {"pace": "", "steps": None, "first_bag_dilution": None, "place": ""}
    decided(version, by, way="contraindicated", contraindicated=True, reason="toxic epidermal necrolysis", **none)


def died(version, by) -> None:
    said = {"state": "deceased", "since": timezone.localdate(), "note": "", "entry_key": uuid4()}
    record_state(patient=version.protocol.patient, by=by, at=timezone.now(), **said)


def paper(version, *, days: int = 0) -> str:
    shown = shown_version(version.protocol, version.number)
    return paper_state(shown, at=timezone.now() + timedelta(days=days))


def test_a_way_closed_since_stops_every_arrow(version, allergist, pharmacist):
    closed(version, allergist)
    with pytest.raises(ArrowRefusedError, match="closed") as told:
        signed(version, allergist)
    assert "leaves no way to this drug: toxic epidermal necrolysis" in told.value.sentence


def test_a_way_closed_after_the_signature_stops_check_and_release(version, allergist, pharmacist):
    signed(version, allergist)
    comparison = compared(version, pharmacist)
    closed(version, allergist)
    with pytest.raises(ArrowRefusedError, match="closed"):
        verified(version, pharmacist, comparison=comparison)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, ""),
        ({"steps": 12, "first_bag_dilution": 100}, ""),
        ({"steps": 20}, "16 steps; the assessment of"),
        ({"first_bag_dilution": 10000}, "The first bag is 1:1\u202f000 of the full strength"),
        ({"pace": "slow-oral"}, "decided a slow desensitization by mouth"),
    ],
)
def test_a_decision_since_asks_for_a_new_version_only_where_it_demands_more(version, allergist, changes, told):
    decided(version, allergist, **changes)
    assert told in why(version)
    assert bool(told) is bool(why(version))


def test_a_difference_that_was_signed_for_is_nothing_new_when_the_decision_is_repeated(allergist, pharmacist):
    libraries()
    patient = registered(allergist)
    reaction = reaction_row(patient, allergist, culprit=DRUG)
    assessment_row(reaction, allergist, steps=20)
    version = drafted(patient, allergist)
    signed(version, allergist)
    assert why(version) == ""
    assessment_row(reaction, allergist, number=2, steps=20)
    assert why(version) == ""
    assessment_row(reaction, allergist, number=3, steps=24)
    assert "decided 24" in why(version)


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        (lambda patient, by: labelled(patient, by, "hydrocortisone"), "methylprednisolone is of the same group"),
        (lambda patient, by: labelled(patient, by, "ondansetron"), "ondansetron"),
        (medicine, "Glucagon is ordered because of bisoprolol"),
        (condition, ""),
    ],
)
def test_what_speaks_against_the_orders_since_is_told(version, allergist, recorded, told):
    signed(version, allergist)
    recorded(version.protocol.patient, allergist)
    assert told in why(version)
    assert bool(told) is bool(why(version))


@pytest.mark.parametrize(
    "happened", [closed, died, lambda version, by: labelled(version.protocol.patient, by, "ondansetron")]
)
def test_a_released_sheet_is_not_valid_any_more(version, allergist, pharmacist, happened):
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist)
    assert paper(version) == "valid"
    happened(version, allergist)
    assert paper(version) == "draft"


def test_a_released_sheet_is_valid_to_the_end_of_its_date(version, allergist, pharmacist):
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist, planned_on=timezone.localdate())
    assert (paper(version), paper(version, days=1)) == ("valid", "passed")


def test_the_page_of_a_released_version_says_what_came_since(version, allergist, pharmacist, nurse, as_user):
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist)
    labelled(version.protocol.patient, allergist, "ondansetron")
    protocol = version.protocol
    page = as_user(nurse).get(reverse("version", args=[protocol.patient.code, protocol.code, version.number]))
    assert "Must be saved and signed anew:" in page.content.decode()
