"""The page of an assessment: what it says, to whom, about whom, in how many queries."""

import pytest
from django.urls import reverse

from reactions.assessed import decisions_in_force, way_is_open
from reactions.models import Assessment
from tests.clinic import registered
from tests.patients.background import records as background
from tests.queries import queries_of
from tests.reactions.assessing.records import assessment_row, challenge_row, grounds_row, naranjo_row
from tests.reactions.assessing.scene import address_of, card, measured, page_of, reacted, skin_tested
from tests.reactions.recording.records import error_row

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_page_takes_as_many_queries_with_one_entry_as_with_three(allergist, as_user):
    client = as_user(allergist)
    single = reacted(allergist)
    rows = (naranjo_row, grounds_row, challenge_row)
    for make in rows:
        make(single.patient, allergist)
    skin_tested(single, allergist)
    measured(single, allergist)
    assessment_row(
        single,
        allergist,
        document='{"meaning":"m","rests_on":[],"verdicts":{"proposal":'
        '{"way":null,"pace":null,"steps":null,"first_bag_dilution":null,"where":null}}}',
    )
    page_of(client, single)
    assert queries_of(lambda: page_of(client, single)) == 36
    background.everything(single.patient, allergist)
    for _each in range(2):
        reacted(allergist, patient=single.patient, occasion="desensitization", protocol_steps=16, step=13)
        for make in rows:
            make(single.patient, allergist)
        skin_tested(single, allergist, opinion="positive")
        measured(single, allergist)
    assert queries_of(lambda: page_of(client, single)) == 36


def test_the_path_marks_the_branch_taken_and_says_why(allergist, as_user):
    reaction = reacted(allergist)
    grounds_row(reaction.patient, allergist)
    page = page_of(as_user(allergist), reaction)
    path = page[page.index('id="path"') : page.index('id="decide"')]
    assert path.count("branch-taken") == 6
    assert path.count('<span class="visually-hidden">taken:') == 6
    assert "Brown grade 3" in path.replace("\u00a0", " ")
    assert "no equally good alternative" in path
    assert path.count("fork-unasked") == 2


def test_phenotype_for_and_against_and_what_was_not_recorded(allergist, as_user):
    page = page_of(as_user(allergist), reacted(allergist))
    kind = page[page.index('id="phenotype"') : page.index('id="severity"')]
    assert "<strong>type I (IgE-like)</strong>" in kind
    assert "facial pruritus" in kind
    risk = page[page.index('id="risk"') : page.index('id="grounds"')]
    assert risk.count('<span class="missing">not recorded</span>') == 3
    assert "whether an equally good alternative exists is not recorded" in page
    assert "No way can be proposed yet" in page


def test_recorded_risks_are_told_and_the_rest_is_said_not_to_be_asked(allergist, as_user):
    reaction = reacted(allergist)
    background.medicine(reaction.patient, allergist)
    background.risk(reaction.patient, allergist)
    background.value(reaction.patient, allergist, kind="fev1_percent", value=72, unit="percent")
    page = page_of(as_user(allergist), reaction).replace("\u00a0", " ")
    risk = page[page.index('id="risk"') : page.index('id="grounds"')]
    assert "on a beta-blocker: epinephrine may fail" in risk
    assert "FEV1 72 %, below 80 %" in risk
    assert "cardiac disease, mastocytosis, pregnancy" in risk


def test_a_reader_sees_no_card_and_signs_nothing(allergist, nurse, reviewer, as_user):
    reaction = reacted(allergist)
    grounds_row(reaction.patient, allergist)
    typed = card(page_of(as_user(allergist), reaction))
    for user in (nurse, reviewer):
        client = as_user(user)
        page = page_of(client, reaction)
        assert "Sign the decision" not in page
        assert "assessment/grounds/" not in page
        assert client.post(address_of(reaction, "assessment_sign"), typed).status_code == 403
        assert client.get(address_of(reaction, "assessment_naranjo")).status_code == 403
    assert not Assessment.objects.exists()


def test_an_outsider_sees_nothing(outsider, administrator, allergist, as_user):
    reaction = reacted(allergist)
    assert as_user(outsider).get(address_of(reaction)).status_code == 403
    assert as_user(administrator).get(address_of(reaction)).status_code == 403


def test_a_reviewer_without_identity_reads_no_name(allergist, reviewer, as_user):
    assert "Núñez" not in page_of(as_user(reviewer), reacted(allergist))


def test_a_reaction_that_was_a_mistake_has_no_assessment(allergist, as_user):
    reaction = reacted(allergist)
    error_row(reaction, allergist)
    assert as_user(allergist).get(address_of(reaction)).status_code == 404


def test_another_patients_reaction_is_not_signed(allergist, as_user):
    reaction, client = reacted(allergist), as_user(allergist)
    other = registered(allergist, hospital_number="654321")
    forged = address_of(reaction, "assessment_sign").replace(reaction.patient.code, other.code)
    assert client.post(forged, card(page_of(client, reaction))).status_code == 404
    assert not Assessment.objects.exists()


@pytest.mark.parametrize(
    ("changes", "way"),
    [
        ({}, True),
        ({"way": "contraindicated"}, False),
        ({"way": "avoid"}, False),
        ({"contraindicated": True, "override_reason": "no other drug"}, True),
    ],
)
def test_whether_the_way_to_a_protocol_is_open(allergist, changes, way):
    reaction = reacted(allergist)
    none = {} if way else {"pace": "", "steps": None, "first_bag_dilution": None, "place": ""}
    row = assessment_row(reaction, allergist, **none, **changes)
    assert way_is_open(reaction.patient, "Oxaliplatin") is way
    assert way_is_open(reaction.patient, "carboplatin") is None
    assert decisions_in_force([reaction.patient_id]) == {"oxaliplatin": row}


def test_the_later_decision_holds(allergist):
    reaction = reacted(allergist)
    none = {"pace": "", "steps": None, "first_bag_dilution": None, "place": ""}
    assessment_row(reaction, allergist)
    assessment_row(reaction, allergist, number=2, way="contraindicated", **none)
    assert way_is_open(reaction.patient, "oxaliplatin") is False


def test_samples_and_skin_tests_of_the_culprit_count(allergist, as_user):
    reaction = reacted(allergist)
    grounds_row(reaction.patient, allergist)
    skin_tested(reaction, allergist)
    measured(reaction, allergist)
    page = page_of(as_user(allergist), reaction).replace("\u00a0", " ")
    tests = page[page.index('id="severity"') : page.index('id="contraindications"')]
    assert "<dd>positive" in tests
    assert "44.7" in tests
    assert "80" in tests
    kind = page[page.index('id="phenotype"') : page.index('id="severity"')]
    assert "skin test positive; tryptase risen" in kind
    assert "interleukin 6 raised" in kind
    assert "skin test positive with anaphylaxis" in page


def test_skin_tests_of_another_drug_do_not_count(allergist, as_user):
    reaction = reacted(allergist)
    skin_tested(reaction, allergist, drug="carboplatin")
    assert "not done, or not read yet" in page_of(as_user(allergist), reaction)


@pytest.mark.parametrize(("wheal", "opinion", "result"), [(0, "positive", "positive"), (4, "negative", "negative")])
def test_the_allergists_own_reading_counts_instead_of_the_computed(allergist, as_user, wheal, opinion, result):
    reaction = reacted(allergist)
    skin_tested(reaction, allergist, wheal=wheal, opinion=opinion)
    assert f"<dd>{result}" in page_of(as_user(allergist), reaction)


def test_the_samples_of_another_reaction_do_not_count(allergist, as_user):
    reaction = reacted(allergist)
    measured(reacted(allergist, patient=reaction.patient), allergist)
    page = page_of(as_user(allergist), reaction)
    assert "44.7" not in page
    assert "tryptase risen" not in page


def test_the_list_of_reactions_tells_what_was_decided(allergist, as_user):
    reaction, client = reacted(allergist), as_user(allergist)
    address = reverse("reaction_list", args=[reaction.patient.code])
    assert "not yet decided" in client.get(address).content.decode()
    assert address_of(reaction) in client.get(address).content.decode()
    assessment_row(reaction, allergist)
    row = client.get(address).content.decode()
    assert "desensitization<span" in row[row.index(address_of(reaction)) :]


def test_a_medicine_that_suppresses_skin_tests_is_told_of_a_negative_one(allergist, as_user):
    reaction = reacted(allergist)
    skin_tested(reaction, allergist, wheal=0)
    background.medicine(reaction.patient, allergist, name="omalizumab", medicine_class="omalizumab")
    page = page_of(as_user(allergist), reaction)
    tests = page[page.index('id="severity"') : page.index('id="contraindications"')]
    assert "omalizumab can make tests negative for weeks to months" in tests


def test_a_decision_to_desensitize_leads_to_the_prescription(allergist, nurse, as_user):
    reaction = reacted(allergist)
    prescribe = f'href="{reverse("protocol_new", args=[reaction.patient.code])}"'
    assert prescribe not in page_of(as_user(allergist), reaction)
    assessment_row(
        reaction,
        allergist,
        document='{"meaning":"m","rests_on":[],"verdicts":{"proposal":'
        '{"way":null,"pace":null,"steps":null,"first_bag_dilution":null,"where":null}}}',
    )
    assert prescribe in page_of(as_user(allergist), reaction)
    assert prescribe not in page_of(as_user(nurse), reaction)
