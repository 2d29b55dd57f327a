"""What somebody typed with a challenge may name a person."""

from datetime import date

import pytest

from tests.clinic import registered
from tests.reactions.assessing.records import challenge_row
from tests.review.history.test_page import page

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 2)


def test_what_was_typed_with_it_is_read_only_by_who_may_see_identity(allergist, reviewer, as_user):
    patient = registered(allergist)
    challenge_row(patient, allergist, done_on=DAY, doses="as Ana asked", note="her sister Eulalia waited")
    assert "Eulalia" in page(as_user(allergist), patient)
    text = page(as_user(reviewer), patient)
    assert "negative: tolerated" in text
    assert "Eulalia" not in text
    assert "as Ana asked" not in text
