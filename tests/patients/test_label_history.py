"""The history of each label: suspected, confirmed, refuted, with dates; what is refuted stays visible, struck."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from patients.keeping_services import join_records, mark_in_error
from patients.labels import label_stories
from patients.selectors import identity, labels_history, standing_labels
from patients.services import NewLabel, record_allergy
from tests.clinic import registered
from tests.number_linter import lint, visible_text

pytestmark = pytest.mark.django_db


def label(patient, by, substance, status, on, reaction=""):
    new = NewLabel(substance=substance, status=status, reaction=reaction, noted_on=date.fromisoformat(on))
    return record_allergy(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def wrong(entry, by):
    mark_in_error(entry=entry, reason="another patient's", entry_key=uuid4(), by=by, at=timezone.now())


def stories(patient):
    return [
        (story.substance, story.status, [(entry.row.status, entry.until) for entry in story.entries])
        for story in label_stories(labels_history([patient.pk]))
    ]


def head(patient, viewer):
    return identity(patient, viewer=viewer, on=timezone.localdate())


def followed(patient, by):
    """Carboplatin from suspected over confirmed to refuted."""
    label(patient, by, "carboplatin", "suspected", "2026-01-10", "urticaria")
    label(patient, by, "carboplatin", "confirmed", "2026-02-20")
    return label(patient, by, "carboplatin", "refuted", "2026-10-02")


def test_a_substance_is_followed_from_day_to_day(allergist):
    patient = registered(allergist)
    followed(patient, allergist)
    assert stories(patient) == [
        (
            "carboplatin",
            "refuted",
            [("refuted", None), ("confirmed", date(2026, 10, 2)), ("suspected", date(2026, 2, 20))],
        )
    ]


def test_the_confirmed_come_first_and_the_refuted_last(allergist):
    patient = registered(allergist)
    for substance, status in (("latex", "refuted"), ("penicillin", "suspected"), ("oxaliplatin", "confirmed")):
        label(patient, allergist, substance, status, "2026-01-10")
    mistaken = label(patient, allergist, "aspirin", "confirmed", "2026-01-11")
    wrong(mistaken, allergist)
    assert [(name, status) for name, status, _ in stories(patient)] == [
        ("oxaliplatin", "confirmed"), ("penicillin", "suspected"), ("latex", "refuted"), ("aspirin", ""),
    ]  # fmt: skip
    shown = head(patient, allergist).allergies
    assert [chip.substance for chip in shown] == ["oxaliplatin", "penicillin", "latex"]


@pytest.mark.parametrize(
    ("on", "stands"), [("2026-10-01", "refuted"), ("2026-10-02", "suspected"), ("2026-10-03", "suspected")]
)
def test_a_label_of_an_earlier_day_changes_the_history_only(allergist, on, stands):
    patient = registered(allergist)
    followed(patient, allergist)
    label(patient, allergist, "Carboplatin", "suspected", on)
    assert [row.status for row in standing_labels(patient)] == [stands]
    assert stories(patient)[0][1] == stands


def test_a_refutation_that_was_a_mistake_lets_the_label_before_stand_again(allergist):
    patient = registered(allergist)
    wrong(followed(patient, allergist), allergist)
    (story,) = label_stories(labels_history([patient.pk]))
    assert story.status == "confirmed"
    assert [(entry.stands, entry.struck, entry.until) for entry in story.entries] == [
        (False, True, None),
        (True, False, None),
        (False, False, date(2026, 2, 20)),
    ]


def test_two_records_of_one_person_have_one_history(allergist):
    leading, second = registered(allergist), registered(allergist, hospital_number="2")
    label(leading, allergist, "latex", "suspected", "2026-01-01")
    label(second, allergist, "Latex", "confirmed", "2026-03-01")
    join_records(
        leading=leading, joined=second, reason="one person", entry_key=uuid4(), by=allergist, at=timezone.now()
    )
    (story,) = label_stories(labels_history([leading.pk, second.pk]))
    assert [entry.row.status for entry in story.entries] == ["confirmed", "suspected"]


@pytest.mark.parametrize("name", ["patient", "background"])
def test_the_page_shows_every_state_with_its_days(allergist, nurse, as_user, name):
    patient = registered(allergist)
    followed(patient, allergist)
    page = as_user(nurse).get(reverse(name, args=[patient.code])).content.decode()
    rows = page[page.index("<h2 id=") :]
    text = visible_text(page)
    assert "<s>carboplatin</s>" in rows
    assert rows.index("<strong>refuted</strong>") < rows.index("confirmed") < rows.index("suspected")
    assert "suspected until 2026-02-20" in text
    assert "confirmed until 2026-10-02" in text
    assert "urticaria" in text
    assert lint(text) == []


def test_the_banner_shows_confirmed_and_suspected_and_strikes_the_refuted(allergist, as_user):
    patient = registered(allergist)
    client, address = as_user(allergist), reverse("patient", args=[patient.code])
    followed(patient, allergist)
    page = client.get(address).content.decode()
    assert '<li class="allergy allergy-refuted"><span class="allergy-substance">carboplatin</span>' in page
    assert '<span class="allergy-statement">not recorded</span>' in page
    assert "none known" not in page
    label(patient, allergist, "latex", "confirmed", "2026-10-02")
    label(patient, allergist, "penicillin", "suspected", "2026-10-02")
    page = client.get(address).content.decode()
    assert "allergy allergy-confirmed" in page
    assert "allergy allergy-suspected" in page
    assert "allergy-statement" not in page


def typed(**changes):
    return {
        "substance": "carboplatin", "status": "suspected", "reaction": "", "noted_on": "2026-01-01",
        "entry_key": str(uuid4()),
    } | changes  # fmt: skip


def test_who_adds_to_the_past_is_told_what_stands(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    address = reverse("allergy_record", args=[patient.code])
    assert "Allergy recorded." in client.post(address, typed(noted_on="2026-03-01"), follow=True).content.decode()
    page = client.post(address, typed(status="confirmed"), follow=True).content.decode()
    assert "A later label stands: carboplatin, suspected since 2026-03-01." in page


@pytest.mark.parametrize(
    ("day", "message"), [("1962-04-02", "before the birth date"), ("2999-01-01", "lies in the future")]
)
def test_a_label_of_an_impossible_day_is_refused_and_what_was_typed_stays(nurse, as_user, day, message):
    patient = registered(nurse)
    address = reverse("allergy_record", args=[patient.code])
    page = as_user(nurse).post(address, typed(noted_on=day)).content.decode()
    assert message in page
    assert f'value="{day}"' in page
    assert labels_history([patient.pk]) == []
    assert as_user(nurse).post(address, typed(noted_on="1962-04-03")).status_code == 302
