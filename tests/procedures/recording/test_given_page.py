"""The form that the code on the sheet leads to, and what the record's page says of steps without a time."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from procedures.models import Procedure
from procedures.recording.shown import runs_text
from tests.clinic import registered
from tests.procedures.recording.given import address, page_of, recorded_from, released_version, typed
from tests.procedures.recording.test_pages import read
from tests.procedures.records import procedure_of
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
QUERIES = 22


@pytest.fixture
def client(nurse, as_user):
    return as_user(nurse)


@pytest.mark.parametrize("days_ago", [0, 1, 20])
def test_what_the_release_knows_stands_there(client, allergist, pharmacist, days_ago):
    version = released_version(allergist, pharmacist, days_ago=days_ago)
    page = client.get(address(version)).content.decode()
    day = (timezone.localdate() - timedelta(days=days_ago)).isoformat()
    assert re.search(rf'name="day"[^>]* value="{day}"|value="{day}"[^>]* name="day"', page)
    assert re.search(r'<option value="day hospital"[^>]* selected', page)
    assert re.search(r'name="cycle_number"[^>]* value="1"|value="1"[^>]* name="cycle_number"', page)


def test_a_day_that_has_not_come_is_left_to_be_typed(client, allergist, pharmacist):
    form = client.get(address(released_version(allergist, pharmacist, days_ago=-1))).context["form"]
    assert (form["day"].value(), form["place"].value()) == ("", "day hospital")


def test_the_form_costs_the_same_empty_and_typed_over(client, allergist, pharmacist):
    version = released_version(allergist, pharmacist)
    client.get(address(version))
    empty = queries_of(lambda: client.get(address(version)))
    pauses = {f"e{row}__kind": "pause" for row in range(9)}
    client.post(address(version), typed("", **pauses) | {"keep": "1"})
    assert (empty, queries_of(lambda: client.get(address(version)))) == (QUERIES, QUERIES)


def test_a_step_without_a_time_says_so(client, allergist, pharmacist):
    version = released_version(allergist, pharmacist)
    row = recorded_from(
        client, version, as_planned="", last_step="16", s2__start="0815", s5__rate_ml_h="3", s7__heart_rate="90"
    )
    said = read(client, row)
    assert "time not recorded \u00b7 step 5 started \u00b7 at 3 mL/h" in said
    assert "time not recorded \u00b7 step 7 \u00b7 HR 90 /min" in said
    assert "Times of steps 3-16: not recorded" in said


def test_of_all_steps_with_a_time_nothing_is_said(client, allergist, pharmacist):
    row = recorded_from(client, released_version(allergist, pharmacist))
    assert "not recorded" not in client.get(page_of(row)).context["shown"].untimed
    assert "Times of steps" not in read(client, row)


def test_of_an_earlier_procedure_only_the_last_step_is_known(client, nurse):
    row = procedure_of(registered(nurse), nurse, ending={"outcome": "tolerated", "last_step": 16})
    assert "Times of steps 1-16: not recorded" in read(client, row)
    open_one = procedure_of(registered(nurse, hospital_number="2"), nurse)
    assert "Times of steps" not in read(client, open_one)
    assert Procedure.objects.count() == 2


@pytest.mark.parametrize(
    ("steps", "text"), [((), ""), ((2,), "2"), ((2, 4, 5, 6), "2, 4-6"), ((1, 2, 4, 6, 7), "1-2, 4, 6-7")]
)
def test_steps_that_follow_each_other_are_one_run(steps, text):
    assert runs_text(steps) == text
