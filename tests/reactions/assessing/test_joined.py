"""Two records of one person: what stands in either counts, and one decision holds for both."""

from uuid import uuid4

import pytest
from django.utils import timezone

from patients.keeping_services import join_records
from reactions.assessed import way_is_open
from reactions.models import Assessment
from tests.clinic import registered
from tests.reactions.assessing.records import challenge_row, grounds_row
from tests.reactions.assessing.scene import address_of, card, page_of, reacted

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def joined(allergist):
    """A reaction in the record that was joined to the leading one, which holds the grounds."""
    leading = registered(allergist)
    reaction = reacted(allergist, patient=registered(allergist, hospital_number="654321"))
    grounds_row(leading, allergist)
    common = {"entry_key": uuid4(), "by": allergist, "at": timezone.now()}
    join_records(leading=leading, joined=reaction.patient, reason="registered twice", **common)
    return leading, reaction


def test_the_leading_record_assesses_what_stands_in_both(allergist, as_user, joined):
    leading, reaction = joined
    client = as_user(allergist)
    page = client.get(address_of(reaction).replace(reaction.patient.code, leading.code)).content.decode()
    assert '<p class="proposed-way"><strong>desensitization</strong>' in page
    sign = address_of(reaction, "assessment_sign").replace(reaction.patient.code, leading.code)
    assert client.post(sign, card(page)).status_code == 302
    assert Assessment.objects.get().patient == reaction.patient
    assert way_is_open(leading, "oxaliplatin") is True
    assert way_is_open(reaction.patient, "oxaliplatin") is True


def test_the_joined_record_is_only_read(allergist, as_user, joined):
    _leading, reaction = joined
    page = page_of(as_user(allergist), reaction)
    assert "Sign the decision" not in page
    assert "Record a graded challenge" not in page


def test_a_challenge_in_the_other_record_makes_the_page_stale(allergist, as_user, joined):
    leading, reaction = joined
    client = as_user(allergist)
    address = address_of(reaction).replace(reaction.patient.code, leading.code)
    typed = card(client.get(address).content.decode())
    challenge_row(leading, allergist, result="positive")
    assert client.post(f"{address}sign/", typed).status_code == 409
    assert not Assessment.objects.exists()
