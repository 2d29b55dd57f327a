"""Naranjo's answers, the grounds and challenges: recorded from their forms, once, and only about this patient."""

from uuid import uuid4

import pytest
from django.utils import timezone

from reactions.models import Challenge, Grounds, NaranjoAnswers
from tests.clinic import registered
from tests.reactions.assessing.records import challenge_row, grounds_row, naranjo_row
from tests.reactions.assessing.scene import address_of, page_of, reacted

pytestmark = pytest.mark.django_db(transaction=True)

TODAY = timezone.localdate().isoformat()
STATEMENT = {"oncologist": "Dr. Ruiz", "stated_on": TODAY, "statement": "third line, no other drug left"}


def typed(**changes: str) -> dict[str, str]:
    return {"entry_key": str(uuid4())} | changes


def test_naranjo_begins_at_do_not_know_and_is_scored(allergist, as_user):
    reaction, client = reacted(allergist), as_user(allergist)
    form = client.get(address_of(reaction, "assessment_naranjo")).content.decode()
    assert form.count('<option value="unknown" selected>do not know</option>') == 10
    assert "not answered" in page_of(client, reaction)
    answers = typed(after_drug="yes", similar_reaction_before="yes", note="read with the pharmacist")
    assert client.post(address_of(reaction, "assessment_naranjo"), answers).url == address_of(reaction)
    row = NaranjoAnswers.objects.get()
    assert (row.after_drug, row.alternative_causes, row.culprit_key) == ("yes", "unknown", "oxaliplatin")
    page = page_of(client, reaction)
    assert "3 points: possible" in page
    assert "read with the pharmacist" in page
    again = client.get(address_of(reaction, "assessment_naranjo")).content.decode()
    assert again.count('<option value="yes" selected>yes</option>') == 2


def test_grounds_are_recorded_and_shown(allergist, as_user):
    reaction, client = reacted(allergist), as_user(allergist)
    address = address_of(reaction, "assessment_grounds")
    assert page_of(client, reaction).count('<span class="missing">not recorded</span>') >= 3
    given = typed(alternative="none", consent="written", consent_on=TODAY, **STATEMENT)
    assert client.post(address, given).url == address_of(reaction)
    page = page_of(client, reaction)
    assert f'Dr. Ruiz, <time class="figure" datetime="{TODAY}"' in page
    assert "given in writing" in page
    assert "third line, no other drug left" in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, {"alternative"}),
        ({"alternative_detail": "irinotecan"}, {"alternative"}),
        ({"oncologist": "Dr. Ruiz"}, {"stated_on", "statement"}),
        ({"consent": "written"}, {"consent_on"}),
        ({"consent_on": TODAY}, {"consent"}),
        ({"alternative": "none", "consent": "written", "consent_on": "2999-01-01"}, {"consent_on"}),
        (STATEMENT | {"stated_on": "1901-01-01"}, {"stated_on"}),
        ({"alternative": "perhaps"}, {"alternative"}),
    ],
)
def test_half_grounds_stand_beside_their_field(allergist, as_user, changes, fields):
    reaction = reacted(allergist)
    response = as_user(allergist).post(address_of(reaction, "assessment_grounds"), typed(**changes))
    assert response.status_code == 200
    assert response.context["form"].errors.keys() == fields
    assert not Grounds.objects.exists()


def test_a_challenge_is_recorded_and_moves_the_path(allergist, as_user):
    reaction = reacted(allergist, signs=("urticaria",), grade=1, sbp_mmhg=120, spo2_percent=98)
    client = as_user(allergist)
    grounds_row(reaction.patient, allergist)
    assert "test first" in page_of(client, reaction)
    given = typed(done_on=TODAY, result="negative", doses="1 %, 10 %, the rest")
    assert client.post(address_of(reaction, "assessment_challenge"), given).url == address_of(reaction)
    page = page_of(client, reaction)
    assert '<p class="proposed-way"><strong>regular infusion</strong>' in page
    assert "the rest" in page


@pytest.mark.parametrize(
    "changes", [{"done_on": "2999-01-01", "result": "negative"}, {"done_on": TODAY}, {"done_on": ""}]
)
def test_an_impossible_challenge_is_refused(allergist, as_user, changes):
    reaction = reacted(allergist)
    response = as_user(allergist).post(address_of(reaction, "assessment_challenge"), typed(**changes))
    assert response.context["form"].errors
    assert not Challenge.objects.exists()


def test_a_challenge_in_error_is_struck_and_counts_nowhere(allergist, as_user):
    reaction = reacted(allergist)
    grounds_row(reaction.patient, allergist)
    row, client = challenge_row(reaction.patient, allergist), as_user(allergist)
    assert "graded challenge negative" in page_of(client, reaction)
    address = address_of(reaction) + f"challenges/{row.entry_key}/error/"
    assert row.told in client.get(address).content.decode().replace("\u00a0", " ")
    for _attempt in range(2):
        mark = {"reason": "another patient", "entry_key": str(uuid4())}
        assert client.post(address, mark).url == address_of(reaction)
    page = page_of(client, reaction)
    assert "another patient" in page
    assert "no graded challenge recorded" in page


def test_the_same_form_sent_twice_is_one_entry(allergist, as_user):
    reaction, client = reacted(allergist), as_user(allergist)
    answers = typed(after_drug="yes")
    assert [client.post(address_of(reaction, "assessment_naranjo"), answers).status_code for _ in "ab"] == [302, 302]
    assert NaranjoAnswers.objects.count() == 1


@pytest.mark.parametrize("name", ["assessment", "assessment_naranjo", "assessment_grounds", "assessment_challenge"])
def test_a_reaction_of_another_patient_is_not_found(allergist, as_user, name):
    reaction, client = reacted(allergist), as_user(allergist)
    other = registered(allergist, hospital_number="654321")
    forged = address_of(reaction, name).replace(reaction.patient.code, other.code)
    assert client.get(forged).status_code == 404
    assert client.post(forged, typed(after_drug="yes")).status_code in (404, 405)
    assert not NaranjoAnswers.objects.exists()


def test_a_challenge_of_another_patient_is_not_marked(allergist, as_user):
    reaction, client = reacted(allergist), as_user(allergist)
    other = registered(allergist, hospital_number="654321")
    theirs = challenge_row(other, allergist)
    forged = address_of(reaction) + f"challenges/{theirs.entry_key}/error/"
    assert client.post(forged, {"reason": "x", "entry_key": str(uuid4())}).status_code == 404
    assert not hasattr(Challenge.objects.get(), "error")


def test_an_entry_key_of_another_patient_is_refused(allergist, as_user):
    reaction, client = reacted(allergist), as_user(allergist)
    other = naranjo_row(registered(allergist, hospital_number="654321"), allergist)
    response = client.post(address_of(reaction, "assessment_naranjo"), {"entry_key": str(other.entry_key)})
    assert response.status_code == 400
    assert NaranjoAnswers.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "The patient&#x27;s written consent is not recorded."),
        ({"consent": "refused", "consent_on": timezone.localdate()}, "The patient refused consent."),
    ],
)
def test_missing_and_refused_consent_are_told_beside_the_signature(allergist, as_user, changes, told):
    reaction = reacted(allergist)
    grounds_row(reaction.patient, allergist, **changes)
    page = page_of(as_user(allergist), reaction).replace("'", "&#x27;")
    card = page[page.index('id="decide"') : page.index('id="phenotype"')]
    assert told in card
    assert "The oncologist&#x27;s statement is not recorded." in card
