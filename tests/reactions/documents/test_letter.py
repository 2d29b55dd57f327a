"""The letter says what was recorded and signed, and nothing else."""

from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from desens.records import triggers
from patients.keeping_services import mark_in_error
from patients.models import AllergyLabel
from reactions.documents.skin_test_words import session_words
from reactions.models import Challenge, Sample
from reactions.skin_tests.selectors import shown_session
from tests.clinic import registered
from tests.number_linter import lint
from tests.patients.background.records import medicine, risk
from tests.printing.pdf import pages
from tests.reactions.assessing.records import challenge_row, grounds_row
from tests.reactions.assessing.scene import reacted
from tests.reactions.documents.scene import everything, label, report_of, said, signed, with_skin_tests
from tests.reactions.recording.records import decision_row, reaction_row
from tests.reactions.samples.records import acute, kept, new
from tests.reactions.skin_tests.rows import reading_row, round_row, session_row, skin_test_row

pytestmark = pytest.mark.django_db

RECORDED = (
    "NÚÑEZ, Ana",
    "1962-04-03 (64 y) · female · No 123456",
    "oxaliplatin (confirmed, 2026-11-03); penicillin (suspected, 2026-11-03); latex (refuted, 2026-11-03)",
    "confirmed since 2026-11-03: anaphylaxis",
    "suspected from 2026-11-02 until 2026-11-03: anaphylaxis",
    "Equally good alternative exists: carboplatin",
    "Marta Gil, 2026-11-09: needed to cure",
    "given in writing, 2026-11-09",
    "3 points: possible",
    "facial pruritus, dyspnea, altered consciousness",
    "epinephrine IM · epinephrine · 0.5 mg · 3 min after the onset",
    "Lowest SBP 70 mmHg",
    "tryptase 44.7 ng/mL · acute · 2026-11-02 11:50 · 60 min after the onset",
    "tryptase 3.2 ng/mL · baseline · 2026-11-12 10:50",
    "threshold 5.84 ng/mL · significant rise (decides in this unit)",
    "ratio 13.97 · significant rise (for comparison)",
    "laboratory's limit 7 pg/mL",
    "18 days after oxaliplatin",
    "15 to 20 min · histamine 6 x 6 mm · negative control 0 x 0 mm",
    "negative control: saline",
    "0.5 mg/mL",
    "oxaliplatin, computed from all its tests: positive",
    "Brown: Brown 2004",
    "tryptase: Valent 2019",
    "skin tests: Brockow 2002, 2013",
    "Naranjo 1981 (PMC5774610)",
)


def in_error(entry, by) -> None:
    mark_in_error(entry=entry, reason="another patient's", entry_key=uuid4(), by=by, at=timezone.now())


def test_everything_recorded_stands_in_the_letter_written_as_it_must_be(allergist):
    reaction = everything(allergist)
    signed(allergist, reaction, reason="the alternative failed")
    pdf = report_of(allergist, reaction)
    text = said(pdf)
    assert [words for words in RECORDED if words not in text] == []
    assert [fault for page in pages(pdf) for fault in lint(page, printed=True)] == []


def test_every_page_says_who_and_which_page(allergist):
    texts = pages(report_of(allergist, everything(allergist)))
    assert len(texts) > 1
    for number, text in enumerate(texts, start=1):
        assert f"page {number} of {len(texts)}" in text
        assert "NÚÑEZ, Ana" in text
        assert "female · No 123456" in text.replace("\u00a0", " ")


def test_it_is_a_draft_without_advice_until_a_decision_is_signed(allergist):
    reaction = reacted(allergist)
    grounds_row(reaction.patient, allergist)
    pdf = report_of(allergist, reaction)
    assert all("DRAFT - NO DECISION IS SIGNED" in page.splitlines()[0] for page in pages(pdf))
    assert "This draft gives no advice" in said(pdf)
    assert "desensitization" not in said(pdf)
    signed(allergist, reaction)
    text = said(report_of(allergist, reaction))
    assert "DRAFT" not in text
    assert "desensitization · rapid · 16 steps · first bag 1:1" in text
    assert "Premedication not part of the decision" in text
    assert "Signed by Dr Allergist Example" in text


def test_a_proposal_stands_beside_the_decision_only_where_they_differ(allergist):
    reaction = reacted(allergist)
    grounds_row(reaction.patient, allergist)
    signed(allergist, reaction)
    text = said(report_of(allergist, reaction))
    assert "Proposed by the rules" not in text
    assert "otherwise" not in text
    signed(
        allergist,
        reaction,
        place="day hospital",
        reason="no bed",
        phenotype="mixed",
        phenotype_reason="fever at home",
    )
    text = said(report_of(allergist, reaction))
    assert "Proposed by the rules desensitization · rapid · 16 steps" in text
    assert "Decided otherwise because no bed" in text
    assert "Phenotype mixed" in text
    assert "Phenotype as proposed type I (IgE-like) Another phenotype because fever at home" in text


def test_a_grade_decided_otherwise_stands_with_the_proposal_and_the_reason(allergist):
    reaction = reacted(allergist, grade=None)
    assert "No grade is decided." in said(report_of(allergist, reaction))
    decision_row(reaction, allergist, proposed=3, decided=2, reason="brief", scale="ring_messmer", source="Ring 1977")
    text = said(report_of(allergist, reaction))
    assert "Ring and Messmer II" in text
    assert "III; decided otherwise: brief" in text
    assert "Ring and Messmer: Ring 1977" in text


def test_what_was_not_recorded_says_so_and_is_no_negative(allergist):
    row = reaction_row(registered(allergist), allergist, onset=None, onset_unit="", onset_precision="", sbp_mmhg=None)
    text = said(report_of(allergist, row))
    for words in (
        "Drug allergies: not recorded",
        "Signs not recorded",
        "Treatment given not recorded",
        "Onset after the start not recorded",
        "Lowest SBP not recorded",
        "Equally good alternative not recorded",
        "Patient's consent not recorded",
        "Graded challenge not recorded",
        "Naranjo's scale not recorded",
        "The label of this drug not recorded",
        "No grade is decided.",
        "No sample is recorded of this reaction, nor a baseline.",
        "No skin test with this drug is recorded.",
        "Medicines still taken not recorded",
        "FEV1 not recorded",
        "Risk factors not recorded cardiac disease, asthma, mastocytosis, pregnancy",
        "No rule is used in this report.",
    ):
        assert words in text
    assert "negative" not in text


def test_a_tryptase_without_baseline_cannot_be_judged(allergist):
    reaction = reacted(allergist)
    kept(reaction.patient, allergist, acute(reaction))
    text = said(report_of(allergist, reaction))
    assert "44.7 ng/mL" in text
    assert "Rise of tryptase cannot be computed; " in text
    assert "significant rise" not in text


def test_entries_in_error_never_appear(allergist):
    reaction = everything(allergist)
    (other,) = kept(reaction.patient, allergist, new("99.9"))
    wrong = session_row(reaction.patient, allergist, tested_on="2026-11-19", note="of somebody else")
    skin_test_row(wrong, drug="oxaliplatin", concentration=3)
    challenge = challenge_row(reaction.patient, allergist, result="positive", doses="a tenth of it")
    label(reaction.patient, allergist, reaction="of the neighbour")
    mistaken = reaction_row(reaction.patient, allergist, onset=77)
    before = said(report_of(allergist, reaction))
    struck = ("99.9", "of somebody else", "a tenth of it", "of the neighbour", "77 minutes")
    assert [words for words in struck if words not in before] == []
    for entry in (other, wrong, challenge, AllergyLabel.objects.latest("id"), mistaken):
        in_error(entry, allergist)
    after = said(report_of(allergist, reaction))
    assert [words for words in struck if words in after] == []
    assert "anaphylaxis" in after


def test_a_round_in_error_is_not_read(allergist):
    reaction = reacted(allergist)
    session = with_skin_tests(reaction, allergist)
    in_error(session.rounds.get(), allergist)
    text = said(report_of(allergist, reaction))
    assert "histamine" not in text
    assert "not read yet" in text
    assert "positive" not in text


def test_an_invalid_test_says_why_and_is_not_negative(allergist):
    reaction = reacted(allergist)
    session = session_row(reaction.patient, allergist, reaction=reaction)
    test = skin_test_row(session, drug="oxaliplatin", concentration=5, stock=5)
    round_ = round_row(session, allergist, histamine_longest=1, histamine_across=1)
    reading_row(round_, test, wheal_longest=0, wheal_across=0, erythema_mm=0)
    text = said(report_of(allergist, reaction))
    assert "invalid" in text
    assert "histamine 1 x 1 mm" in text
    assert "computed from all its tests: invalid" in text


def test_a_medicine_that_makes_tests_negative_is_told_where_the_session_was_judged_by_it(allergist):
    reaction = reacted(allergist)
    row = with_skin_tests(reaction, allergist)
    medicine(reaction.patient, allergist, medicine_class="antihistamine_second", name="cetirizine")
    told = session_words(shown_session([reaction.patient_id], row)).together
    assert [text for text in told if "cetirizine" in text] == [told[-1]]


def test_what_was_recorded_after_the_signature_is_told_apart(allergist):
    reaction = everything(allergist)
    signed(allergist, reaction, reason="the alternative failed")
    assert "does not rest on" not in said(report_of(allergist, reaction))
    kept(reaction.patient, allergist, new("5.5"))
    in_error(Sample.objects.get(kind="il6"), allergist)
    text = said(report_of(allergist, reaction))
    told = text[text.index("The decision does not rest on:") : text.index("Alternative, consent")]
    assert "tryptase · 5.5 ng/mL" in told
    assert "interleukin-6 · 80 pg/mL · 2026-11-02 11:50 (replaced or entered in error)" in told
    assert told.count("tryptase") == 1


def test_another_reaction_to_the_drug_says_what_the_decision_was_signed_about(allergist):
    reaction = reacted(allergist)
    grounds_row(reaction.patient, allergist)
    signed(allergist, reaction)
    later = reacted(allergist, patient=reaction.patient, exposure_number=9, started_at="2026-11-09T09:00:00Z")
    text = said(report_of(allergist, later)).replace("• ", "")
    assert "this reaction: the decision was signed about oxaliplatin · 2026-11-02 10:30" in text
    assert "Other recorded reactions to this drug oxaliplatin · 2026-11-02 10:30 · onset 20 minutes" in text


def test_a_decision_whose_text_was_changed_is_not_printed(allergist, as_user):
    reaction = reacted(allergist)
    grounds_row(reaction.patient, allergist)
    signed(allergist, reaction)
    label(reaction.patient, allergist)
    with connection.cursor() as cursor:
        for statement in triggers.dropping(connection):
            cursor.execute(statement)
        cursor.execute("UPDATE reactions_assessment SET document = replace(document, 'rapid', 'slow')")
    for name, arguments in (("reaction_report", [reaction.case_key]), ("patient_card", [])):
        response = as_user(allergist).get(address(name, reaction.patient.code, *arguments))
        assert response.status_code == 422
        assert "The signed text of the decision is not the one that was signed." in response.content.decode()


def test_risk_factors_and_medicines_stand_as_they_were_asked(allergist):
    reaction = reacted(allergist)
    risk(reaction.patient, allergist)
    medicine(reaction.patient, allergist, name="bisoprolol")
    text = said(report_of(allergist, reaction))
    assert "Risk factors asthma · present · 2026-11-02" in text
    assert "Risk factors not recorded cardiac disease, mastocytosis, pregnancy" in text
    assert "Medicines still taken bisoprolol" in text


def test_a_challenge_of_the_drug_stands_with_its_result(allergist):
    reaction = reacted(allergist)
    challenge_row(reaction.patient, allergist, doses="a tenth, then the whole")
    assert Challenge.objects.count() == 1
    text = said(report_of(allergist, reaction))
    assert "graded challenge with oxaliplatin, 2026-11-10: negative: tolerated · a tenth, then the whole" in text


def address(name: str, *arguments) -> str:
    return reverse(name, args=arguments)
