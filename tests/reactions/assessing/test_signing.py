"""Deciding: as proposed or otherwise with a reason, signed with the password, kept whole, never twice, never stale."""

import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from uuid import uuid4

import pytest
from django.db import connections
from django.utils import timezone

from desens.access.kept_forms import PURPOSE
from desens.access.roles import Role
from desens.access.secret import opened
from desens.audit.models import AuditEvent
from reactions.models import Assessment
from tests.cast import client_of, person
from tests.patients.background.records import medicine
from tests.reactions.assessing.records import challenge_row, grounds_row
from tests.reactions.assessing.scene import address_of, card, page_of, reacted, skin_tested

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reaction(allergist):
    row = reacted(allergist)
    grounds_row(row.patient, allergist)
    return row


def sent(client, reaction, typed):
    return client.post(address_of(reaction, "assessment_sign"), typed)


def test_the_proposal_is_signed_as_it_stands(allergist, as_user, reaction):
    client = as_user(allergist)
    response = sent(client, reaction, card(page_of(client, reaction)))
    assert response.url == address_of(reaction)
    row = Assessment.objects.get()
    decided = (row.number, row.phenotype, row.way, row.pace, row.steps, row.first_bag_dilution, row.place)
    assert decided == (1, "type I", "desensitization", "rapid", 16, 1000, "intensive care")
    assert (row.differs, row.contraindicated, row.recorded_by) == (False, False, allergist)
    page = page_of(client, reaction)
    assert "Decision in force" in page
    assert row.sha256 in page
    assert "the signed text is unchanged" in page


def test_the_signed_text_holds_everything(allergist, as_user, reaction):
    client = as_user(allergist)
    sent(client, reaction, card(page_of(client, reaction)))
    row = Assessment.objects.get()
    signed = json.loads(row.document)
    assert row.sha256 == sha256(row.document.encode()).hexdigest()
    assert signed["meaning"] == "I have assessed this reaction and decide how the drug may be given from here on."
    assert (signed["signed_by"], signed["signed_name"]) == ("dr.allergist", "Dr Allergist Example")
    assert signed["inputs"]["material"]["observed"]["signs"] == sorted(
        ("facial-pruritus", "dyspnea", "altered-consciousness")
    )
    assert signed["inputs"]["material"]["observed"]["sbp_mmhg"] == "70"
    assert signed["inputs"]["limits"]["fev1_percent"] == "80"
    assert signed["verdicts"]["proposal"]["steps"] == 16
    assert signed["decision"]["steps"] == 16
    assert signed["reaction"] == str(reaction.case_key)
    assert len(signed["rests_on"]) == 3
    event = AuditEvent.objects.get(action="signed assessment")
    assert json.loads(event.after)["sha256"] == row.sha256


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"steps": "12", "first_bag_dilution": "100"}, "reason"),
        ({"place": "day hospital"}, "reason"),
        ({"phenotype": "mixed"}, "phenotype_reason"),
    ],
)
def test_what_differs_needs_a_reason_and_both_are_kept(allergist, as_user, reaction, changes, field):
    client = as_user(allergist)
    typed = card(page_of(client, reaction), **changes)
    refused = sent(client, reaction, typed)
    assert refused.status_code == 200
    assert refused.context["form"].errors.keys() == {field}
    assert not Assessment.objects.exists()
    assert sent(client, reaction, typed | {field: "tolerated well before"}).status_code == 302
    row = Assessment.objects.get()
    assert getattr(row, field) == "tolerated well before"
    page = page_of(client, reaction)
    assert "decided otherwise:" in page
    assert "tolerated well before" in page


def test_a_wrong_password_signs_nothing_and_keeps_what_was_typed(allergist, as_user, reaction):
    client = as_user(allergist)
    typed = card(page_of(client, reaction), steps="14", reason="her own protocol", password="not-mine")
    page = sent(client, reaction, typed).content.decode()
    assert "This is not your password." in page
    assert 'value="14"' in page
    assert 'value="her own protocol"' in page
    assert "not-mine" not in page
    assert not Assessment.objects.exists()
    assert AuditEvent.objects.filter(action="log_in_failed", subject_code="dr.allergist").count() == 1


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"way": "graded challenge", "reason": "x"}, {"pace", "steps", "first_bag_dilution"}),
        ({"pace": ""}, {"pace"}),
        ({"steps": "12.5"}, {"steps"}),
        ({"steps": "0"}, {"steps"}),
        ({"steps": "1,200"}, {"steps"}),
        ({"first_bag_dilution": "77"}, {"first_bag_dilution"}),
        ({"way": "hope"}, {"way"}),
        ({"phenotype": ""}, {"phenotype"}),
        ({"password": ""}, {"password"}),
        ({"entry_key": "no key"}, {"entry_key"}),
        ({"reason": "x" * 201}, {"reason"}),
    ],
)
def test_bad_input_stands_beside_its_field(allergist, as_user, reaction, changes, fields):
    client = as_user(allergist)
    response = sent(client, reaction, card(page_of(client, reaction), **changes))
    assert response.status_code == 200
    assert response.context["form"].errors.keys() == fields
    assert not Assessment.objects.exists()


def test_a_contraindication_stops_the_way_unless_overridden(allergist, as_user):
    normal = {"sbp_mmhg": 120, "spo2_percent": 98}
    reaction = reacted(allergist, signs=("maculopapular-rash", "pustules"), onset=8, onset_unit="days", **normal)
    grounds_row(reaction.patient, allergist)
    client = as_user(allergist)
    page = page_of(client, reaction)
    assert "acute generalized exanthematous pustulosis" in page
    given = {"phenotype": "type IV", "way": "desensitization", "reason": "no other drug"}
    slow = {"pace": "slow-oral", "steps": "", "first_bag_dilution": "", "place": ""}
    refused = sent(client, reaction, card(page, **given, **slow))
    assert refused.context["form"].errors.keys() == {"override_reason"}
    agreed = card(page, **given, **slow, override_reason="pustules were folliculitis")
    assert sent(client, reaction, agreed).status_code == 302
    row = Assessment.objects.get()
    assert (row.contraindicated, row.override_reason) == (True, "pustules were folliculitis")
    assert row.is_open


def test_a_test_recorded_meanwhile_refuses_the_signature_and_loses_nothing(allergist, nurse, as_user, reaction):
    client = as_user(allergist)
    typed = card(page_of(client, reaction), steps="12", first_bag_dilution="100", reason="frail")
    challenge_row(reaction.patient, nurse, result="positive")
    refused = sent(client, reaction, typed)
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "Not signed: something changed since you opened this page" in page
    assert "graded challenge with oxaliplatin, 2026-11-10: positive: a reaction (recorded by Nurse One Example)" in page
    assert 'value="frail"' in page
    assert not Assessment.objects.exists()
    again = typed | card(page, steps="12", first_bag_dilution="100", reason="frail")
    assert sent(client, reaction, again).status_code == 302
    assert Assessment.objects.get().steps == 12


def test_an_entry_marked_as_a_mistake_meanwhile_refuses_too(allergist, as_user, reaction):
    row, client = challenge_row(reaction.patient, allergist), as_user(allergist)
    typed = card(page_of(client, reaction), way="regular infusion", pace="", steps="", first_bag_dilution="")
    mark = address_of(reaction) + f"challenges/{row.entry_key}/error/"
    assert client.post(mark, {"reason": "another patient", "entry_key": str(uuid4())}).status_code == 302
    refused = sent(client, reaction, typed)
    assert refused.status_code == 409
    assert "An entry that this rested on was replaced, or marked as entered in error." in refused.content.decode()


def test_a_medicine_stopped_meanwhile_is_named(allergist, as_user, reaction):
    skin_tested(reaction, allergist, wheal=0)
    client = as_user(allergist)
    typed = card(page_of(client, reaction))
    stopped = {"intake": "stopped", "last_intake_on": timezone.localdate()}
    medicine(reaction.patient, allergist, name="cetirizine", medicine_class="antihistamine_second", **stopped)
    page = sent(client, reaction, typed).content.decode()
    alert = page[page.index('id="stale"') : page.index('id="path"')]
    assert "cetirizine" in alert
    assert "A setting of the unit was changed" not in alert


def test_sent_twice_it_is_signed_once(allergist, as_user, reaction):
    client = as_user(allergist)
    typed = card(page_of(client, reaction))
    assert [sent(client, reaction, typed).status_code for _ in range(2)] == [302, 302]
    assert Assessment.objects.count() == 1
    assert AuditEvent.objects.filter(action="signed assessment").count() == 1


def test_the_second_of_two_allergists_reads_the_first_ones_decision(allergist, as_user, reaction):
    other = person("dr.second", Role.ALLERGIST)
    first, second = as_user(allergist), as_user(other)
    typed, theirs = card(page_of(first, reaction)), card(page_of(second, reaction))
    assert sent(first, reaction, typed).status_code == 302
    refused = sent(second, reaction, theirs)
    assert refused.status_code == 409
    told = "decision 1\u00a0about oxaliplatin: desensitization (recorded by Dr Allergist Example)"
    assert told in refused.content.decode()
    assert sent(second, reaction, card(refused.content.decode())).status_code == 302
    assert list(Assessment.objects.order_by("id").values_list("number", "recorded_by__username")) == [
        (1, "dr.allergist"),
        (2, "dr.second"),
    ]
    assert "Earlier decisions, superseded" in page_of(first, reaction)


def test_two_allergists_at_the_same_moment_sign_one_decision(allergist, as_user, reaction):
    people = [allergist, person("dr.second", Role.ALLERGIST)]
    cards = [card(page_of(as_user(each), reaction)) for each in people]

    def signs(place):
        try:
            return sent(client_of(people[place]), reaction, cards[place]).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(signs, range(2)))
    assert answers == [302, 409]
    assert Assessment.objects.count() == 1


def test_sent_again_with_another_decision_nothing_more_is_signed(allergist, as_user, reaction):
    client = as_user(allergist)
    typed = card(page_of(client, reaction))
    assert sent(client, reaction, typed).status_code == 302
    again = sent(client, reaction, typed | {"steps": "12", "first_bag_dilution": "100", "reason": "frail"})
    assert again.status_code in (400, 409)
    assert Assessment.objects.get().steps == 16


def test_an_incomplete_page_says_so(allergist, as_user, reaction):
    client = as_user(allergist)
    page = sent(client, reaction, card(page_of(client, reaction), entry_key="")).content.decode()
    assert "The page was incomplete. Nothing was signed; open it again." in page


def test_a_session_that_ended_keeps_the_decision_but_never_the_password(allergist, as_user, reaction):
    client = as_user(allergist)
    typed = card(page_of(client, reaction), steps="14", reason="her own protocol")
    session = client.session
    session["active_s"] = 1
    session.save()
    response = sent(client, reaction, typed)
    assert response.status_code == 302
    assert not Assessment.objects.exists()
    (kept,) = allergist.kept_forms.all()
    assert "her own protocol" in opened(kept.fields, purpose=PURPOSE)
    assert typed["password"] not in opened(kept.fields, purpose=PURPOSE)
