"""What rests on a withdrawn sign-off of its template is to be saved and signed anew: on its page and in the lists."""

import pytest
from django.utils import timezone

from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.reopened import reopenings
from protocols.unit_templates.signing_services import sign_once
from protocols.unit_templates.withdrawing_services import withdraw_sign_off
from protocols.version_document import read_document
from tests.cast import client_of
from tests.clinic import drafted, registered
from tests.protocols.lifecycle.steps import signed, verified
from tests.protocols.unit_templates.doing import common
from tests.protocols.unit_templates.signing_once import new_sign_off, oxaliplatin
from tests.queries import queries_of
from tests.worklists.histories import Fate, history
from tests.worklists.test_pages import HOME, sections

pytestmark = pytest.mark.django_db
DRUG = {"drug": "oxaliplatin", "target_dose": "150", "diluent": "glucose-5"}


@pytest.fixture
def sign_off(allergist):
    row, drug = oxaliplatin(allergist)
    return sign_once(template=row, new=new_sign_off(drug), **common(allergist))


@pytest.fixture
def version(sign_off, allergist):
    """A draft that rests on the sign-off."""
    return drafted(registered(allergist), allergist, template=sign_off.template.slug, **DRUG)


def withdrawn(sign_off, by):
    return withdraw_sign_off(sign_off=sign_off, reason="another bag was meant", **common(by))


def why(version):
    return reopenings(version, read_document(version.document), at=timezone.now())


def test_a_signed_version_is_reopened_and_shows_in_the_list(version, sign_off, allergist, pharmacist):
    signed(version, allergist)
    assert not why(version)
    withdrawn(sign_off, pharmacist)
    said = f"{pharmacist.full_name} withdrew what was signed with the template: another bag was meant."
    assert why(version) == (said,)
    with pytest.raises(ArrowRefusedError, match="reopened"):
        verified(version, pharmacist)
    assert f"{said} Save a new version and sign that." in sections(allergist)["to-sign-anew"]
    assert "oxaliplatin" not in sections(pharmacist)["to-verify"]


def test_what_is_saved_after_it_was_signed_anew_stands(version, sign_off, allergist, pharmacist):
    withdrawn(sign_off, pharmacist)
    new = new_sign_off(sign_off.drug, reason="this bag is meant")
    sign_once(template=sign_off.template, new=new, **common(allergist))
    assert why(version)
    later = drafted(registered(allergist, hospital_number="9"), allergist, template=sign_off.template.slug, **DRUG)
    assert not why(later)


def test_what_was_saved_at_that_very_moment_does_not_slip_through(sign_off, allergist, pharmacist):
    """It read the sign-off as it still stood, and bears a later time than the withdrawal."""
    began = timezone.now()
    version = drafted(registered(allergist), allergist, template=sign_off.template.slug, **DRUG)
    withdraw_sign_off(sign_off=sign_off, reason="another bag was meant", **common(pharmacist) | {"at": began})
    assert why(version)


def test_a_version_that_does_not_rest_on_it_stands(sign_off, allergist, pharmacist):
    other = drafted(registered(allergist), allergist)
    withdrawn(sign_off, pharmacist)
    assert not why(other)
    assert "atezolizumab" not in sections(allergist)["to-sign-anew"]


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_cost_two_queries_more_however_many_rest_on_it(version, sign_off, allergist, pharmacist, rows):
    for _ in range(rows):
        history(version, [Fate(reached=1)], prescriber=allergist, verifier=pharmacist)
    client = client_of(pharmacist)
    client.get(HOME)
    assert queries_of(lambda: client.get(HOME)) == 11
    withdrawn(sign_off, allergist)
    assert queries_of(lambda: client.get(HOME)) == 13
