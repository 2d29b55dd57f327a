"""A cumulative dose computed from times that were corrected since is marked in the same words wherever it stands."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from procedures.breakthroughs.outdated import outdated_text
from procedures.models import InfusionEvent
from review.history.paper import render
from tests.access.samples import sample_patient, sample_version
from tests.procedures.breakthroughs.typed import send
from tests.procedures.records import breakthrough_of, procedure_of
from tests.reactions.documents.scene import said
from tests.review.history.papers import paper_of
from tests.review.history.test_page import page

pytestmark = pytest.mark.django_db
EVENTS = tuple(("start", step, 15 * (step - 1)) for step in range(1, 17))


def corrected(procedure, by, *, minutes: int) -> None:
    """Step 2 began so many minutes later than stands."""
    old = InfusionEvent.objects.get(procedure=procedure, step=2, corrected_by=None)
    who = {"entry_key": uuid4(), "recorded_by": by, "recorded_at": timezone.now()}
    at = old.at + timedelta(minutes=minutes)
    InfusionEvent(procedure=procedure, kind="start", step=2, at=at, corrects=old, **who).save()


def said_on(client, procedure, allergist) -> list[bool]:
    """Whether the list of breakthroughs, the history and its paper say it."""
    patient = procedure.patient
    listed = client.get(reverse("breakthrough_list", args=[patient.code, procedure.code])).content.decode()
    texts = (listed, page(client, patient), said(render(paper_of(patient, allergist))))
    return [outdated_text() in " ".join(text.split()) for text in texts]


def test_corrected_times_are_said_on_list_history_and_paper(allergist, as_user):
    patient, client = sample_patient("1"), as_user(allergist)
    row = procedure_of(patient, allergist, version=sample_version(patient), events=EVENTS)
    assert send(client, row, step="7", bag="", dose_reached="", dose_unit="").status_code == 302
    assert row.breakthrough_rows.get().dose_computed
    assert said_on(client, row, allergist) == [False] * 3
    corrected(row, allergist, minutes=0)
    assert said_on(client, row, allergist) == [False] * 3
    corrected(row, allergist, minutes=5)
    assert said_on(client, row, allergist) == [True] * 3


def test_a_dose_that_was_entered_is_not_outdated(allergist, as_user):
    patient, client = sample_patient("1"), as_user(allergist)
    row = procedure_of(patient, allergist, version=sample_version(patient), events=EVENTS)
    tie = breakthrough_of(row, allergist, step=7, dose_reached=Decimal("0.5"), dose_reached_unit="mg")
    assert not tie.dose_computed
    corrected(row, allergist, minutes=5)
    assert said_on(client, row, allergist) == [False] * 3
