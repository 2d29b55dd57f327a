"""What is wrong stands beside its cell, and nothing typed gives an error of the program."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocols.models import Protocol, Version
from tests.protocols.oral.scene import opened

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("cell", "typed", "message"),
    [
        ("phase-1-first", "2", "The first phase begins on day 1."),
        ("phase-2-first", "4", "begin on that day"),
        ("phase-2-last", "", "only the last phase can go on"),
        ("phase-3-last", "7", "before day 8"),
        ("phase-1-dose", "1.500", "could mean 1.5 or 1500"),
        ("phase-1-dose", "0", "above 0"),
        ("phase-1-times", "5", "how often a day"),
        ("phase-1-noon", "5", "not both"),
        ("phase-2-last", "9999", "whole number from 1 to 366"),
        ("head-1-target", "x", "Type a number"),
        ("head-1-strengths", "150; x", "Type a number"),
    ],
)
def test_what_is_wrong_stands_beside_its_cell_and_what_was_typed_stays(
    patient, allergist, as_user, cell, typed, message
):
    editor = opened(as_user(allergist), patient)
    response = editor.send("save", **{cell.replace("-", "__"): typed})
    assert response.status_code == 200
    wrong = {name: text for name, text in editor.texts.items() if name.endswith("_wrong") and text.strip()}
    assert any(message in text for text in wrong.values()), wrong
    assert editor.values[cell] == typed
    assert not Version.objects.exists()


CELLS = ("head-1-target", "head-1-strengths", "phase-1-first", "phase-1-last", "phase-2-dose", "phase-3-times")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.sampled_from(CELLS), st.text(max_size=20)), st.text(max_size=20), st.text(max_size=12))
def test_any_input_gives_a_page(patient, allergist, as_user, cells, action, day):
    client = as_user(allergist)
    sent = {"drug": "alectinib", "template": "alectinib-case", "intended_on": day, "action": action}
    sent |= {
        "plan-from": "alectinib-case 1 mg",
        "phase-1-first": "1",
        "phase-1-last": "",
        "phase-1-dose": "150",
        "phase-1-times": "2",
    } | cells
    assert client.post(reverse("oral_new", args=[patient.code]), sent).status_code == 200
    assert not Protocol.objects.exists()


def test_the_last_date_there_is_gives_no_error(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, intended_on="9999-12-31")
    assert "9999-12-31" in editor.html
