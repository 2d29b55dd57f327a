"""What was given and is not recorded, and what nobody recorded the end of: on the list until it is done."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from patients.keeping_services import mark_in_error
from tests.cast import client_of
from tests.clinic import registered
from tests.procedures.recording.given import address, page_of, recorded_from, released_version
from tests.procedures.records import procedure_of
from tests.protocols.lifecycle.steps import voided
from tests.worklists.test_pages import HOME, sections

pytestmark = pytest.mark.django_db
EMPTY = "Of every desensitization released for a day that is over, what was given is recorded."


@pytest.mark.parametrize(("days_ago", "listed"), [(1, True), (0, False), (-1, False)])
def test_a_release_is_listed_from_the_day_after(allergist, pharmacist, nurse, days_ago, listed):
    version = released_version(allergist, pharmacist, days_ago=days_ago)
    assert ("atezolizumab" in sections(nurse)["given-not-recorded"]) == listed
    if listed:
        assert f'href="{address(version)}"' in client_of(nurse).get(HOME).content.decode()


def test_it_leaves_when_it_is_recorded_and_comes_back_when_that_was_an_error(allergist, pharmacist, nurse):
    row = recorded_from(client_of(nurse), released_version(allergist, pharmacist))
    assert EMPTY in sections(nurse)["given-not-recorded"]
    at = timezone.now() + timedelta(seconds=1)
    mark_in_error(entry=row, reason="another", entry_key=row.entry_key, by=nurse, at=at)
    assert "atezolizumab" in sections(nurse)["given-not-recorded"]


def test_what_was_voided_is_not_waited_for(allergist, pharmacist, nurse):
    voided(released_version(allergist, pharmacist), allergist)
    assert EMPTY in sections(nurse)["given-not-recorded"]


def test_a_procedure_without_outcome_is_listed_and_leads_to_where_it_is_recorded(nurse):
    row = procedure_of(registered(nurse), nurse)
    assert "oxaliplatin: how it ended" in sections(nurse)["without-outcome"]
    assert f'href="{page_of(row, "procedure_correct")}"' in client_of(nurse).get(HOME).content.decode()
    procedure_of(registered(nurse, hospital_number="2"), nurse, ending={"outcome": "tolerated"})
    assert sections(nurse)["without-outcome"].count("how it ended") == 1


def test_each_list_has_its_page(nurse):
    for name in ("given-not-recorded", "without-outcome"):
        assert client_of(nurse).get(reverse("worklist", args=[name])).status_code == 200
