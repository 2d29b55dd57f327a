"""What the history says of skin tests: the allergist's reading first, also where nothing was measured."""

import pytest

from tests.clinic import registered
from tests.reactions.skin_tests.rows import opinion_row, reading_row, round_row, session_row, skin_test_row
from tests.review.history.test_page import page

pytestmark = pytest.mark.django_db


def told(client, patient) -> str:
    return page(client, patient).replace("\u00a0", " ")


@pytest.mark.parametrize("result", ["positive", "negative"])
def test_a_result_without_measurements_is_told(allergist, as_user, result):
    patient = registered(allergist)
    opinion_row(None, allergist, test=skin_test_row(session_row(patient, allergist)), result=result)
    text = told(as_user(allergist), patient)
    assert f"{result}: prick 60 mg/mL" in text
    assert "cannot be told" not in text


def test_what_was_measured_is_told_and_what_was_not_says_so(allergist, as_user):
    patient = registered(allergist)
    session = session_row(patient, allergist)
    test = skin_test_row(session)
    assert "not read yet" in told(as_user(allergist), patient)
    reading_row(round_row(session, allergist), test)
    assert "positive: prick 60 mg/mL" in told(as_user(allergist), patient)
