"""What must always be true of an assessment is refused by the database."""

import pytest
from django.db import IntegrityError, transaction

from desens.records.models import AppendOnlyError
from tests.clinic import registered
from tests.reactions.assessing.records import DAY, assessment_row, challenge_row, grounds_row, naranjo_row
from tests.reactions.recording.records import reaction_row

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("make", "changes", "constraint"),
    [
        (naranjo_row, {"culprit_key": ""}, "naranjoanswers_culprit"),
        (naranjo_row, {"after_drug": "perhaps"}, "naranjo_after_drug"),
        (grounds_row, {"alternative": "maybe"}, "grounds_alternative"),
        (grounds_row, {"consent": "nodded"}, "grounds_consent"),
        (grounds_row, {"oncologist": "Dr. Ruiz"}, "grounds_statement_whole"),
        (grounds_row, {"statement": "no other drug", "stated_on": DAY}, "grounds_statement_whole"),
        (grounds_row, {"consent": "written"}, "grounds_consent_dated"),
        (grounds_row, {"consent_on": DAY}, "grounds_consent_dated"),
        (challenge_row, {"result": "unclear"}, "challenge_result"),
    ],
)
def test_impossible_values_are_refused(allergist, make, changes, constraint):
    patient = registered(allergist)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make(patient, allergist, **changes)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"way": "hope", "pace": "", "steps": None, "first_bag_dilution": None}, "assessment_way"),
        ({"phenotype": "type II"}, "assessment_phenotype"),
        ({"phenotype": "mixed"}, "assessment_phenotype_reason"),
        ({"place": "corridor"}, "assessment_place"),
        ({"pace": "slow"}, "assessment_pace"),
        ({"steps": 0}, "assessment_steps"),
        ({"steps": 101}, "assessment_steps"),
        ({"first_bag_dilution": 0}, "assessment_first_bag_dilution"),
        ({"number": 0}, "assessment_number"),
        ({"differs": True}, "assessment_reason"),
        ({"pace": ""}, "assessment_steps_of_desensitization"),
        ({"way": "graded challenge"}, "assessment_steps_of_desensitization"),
        ({"contraindicated": True}, "assessment_override"),
    ],
)
def test_an_impossible_decision_is_refused(allergist, changes, constraint):
    reaction = reaction_row(registered(allergist), allergist)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        assessment_row(reaction, allergist, **changes)


def test_one_decision_a_number(allergist):
    reaction = reaction_row(registered(allergist), allergist)
    assessment_row(reaction, allergist)
    with pytest.raises(IntegrityError), transaction.atomic():
        assessment_row(reaction, allergist)
    assert assessment_row(reaction, allergist, number=2).number == 2


def test_a_signed_decision_is_never_changed(allergist):
    row = assessment_row(reaction_row(registered(allergist), allergist), allergist)
    row.reason = "later thought"
    with pytest.raises(AppendOnlyError):
        row.save()
    with pytest.raises(AppendOnlyError):
        row.delete()


def test_the_digest_is_that_of_the_document(allergist):
    reaction = reaction_row(registered(allergist), allergist)
    assert assessment_row(reaction, allergist).is_intact
    assert not assessment_row(reaction, allergist, number=2, document='{"way":"avoid"}').is_intact


@pytest.mark.parametrize("way", ["contraindicated", "avoid"])
def test_a_contraindication_needs_no_override_where_nothing_is_given(allergist, way):
    reaction = reaction_row(registered(allergist), allergist)
    none = {"pace": "", "steps": None, "first_bag_dilution": None, "place": ""}
    assert not assessment_row(reaction, allergist, contraindicated=True, way=way, **none).is_open


def test_a_challenge_in_a_line(allergist):
    row = challenge_row(registered(allergist), allergist)
    assert row.told == "graded challenge with oxaliplatin, 2026-11-10: negative: tolerated"
