"""What is prepared leaves the list of what is to be prepared, as long as its bags serve and count."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.clinic import drafted, libraries, registered
from tests.protocols.making.rows import bags_row, check_values, signed_row
from tests.protocols.making.scene import in_error
from tests.worklists.histories import Fate, history
from worklists import bags, versions
from worklists.asked import Asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def version_for(allergist, pharmacist):
    """A version released for the day so many days from today."""
    libraries()
    like = drafted(registered(allergist), allergist)

    def released_for(days):
        fate = Fate(reached=3, planned_on=timezone.localdate() + timedelta(days=days))
        return history(like, [fate], prescriber=allergist, verifier=pharmacist)[0]

    return released_for


def asked(viewer):
    return Asked(viewer=viewer, at=timezone.now(), on=timezone.localdate())


def listed(viewer):
    """The versions to be prepared, and those that are prepared."""
    return [
        {row.version_id for row in rows}
        for rows in (versions.to_prepare(asked(viewer)), bags.prepared_today(asked(viewer)))
    ]


def test_made_today_for_today(version_for, pharmacist):
    version = version_for(0)
    assert listed(pharmacist) == [{version.pk}, set()]
    made = bags_row(version, pharmacist, use_by=timezone.now() + timedelta(hours=30))
    assert listed(pharmacist) == [set(), {version.pk}]
    in_error(made, pharmacist)
    assert listed(pharmacist) == [{version.pk}, set()]


def test_made_yesterday_for_today(version_for, pharmacist):
    version = version_for(0)
    bags_row(
        version, pharmacist, prepared_at=timezone.now() - timedelta(days=1), use_by=timezone.now() + timedelta(hours=30)
    )
    assert listed(pharmacist) == [set(), {version.pk}]


def test_bags_that_do_not_serve_on_the_day_leave_it_to_be_prepared(version_for, pharmacist):
    """Made yesterday until yesterday for today; made today until tomorrow for the day after."""
    early, later = version_for(0), version_for(2)
    bags_row(
        early, pharmacist, prepared_at=timezone.now() - timedelta(days=2), use_by=timezone.now() - timedelta(days=1)
    )
    bags_row(later, pharmacist, use_by=timezone.now() + timedelta(days=1))
    assert listed(pharmacist) == [{early.pk, later.pk}, {later.pk}]


def test_made_earlier_for_another_day_is_not_of_today(version_for, pharmacist):
    tomorrow = version_for(1)
    bags_row(
        tomorrow, pharmacist, prepared_at=timezone.now() - timedelta(days=2), use_by=timezone.now() + timedelta(days=3)
    )
    assert listed(pharmacist) == [set(), set()]


def test_a_line_says_until_when_and_whether_a_second_person_checked(version_for, pharmacist, nurse):
    fresh = bags_row(version_for(0), pharmacist, use_by=timezone.now() + timedelta(hours=30))
    over = bags_row(version_for(0), pharmacist, prepared_at=timezone.now() - timedelta(hours=1), use_by=timezone.now())
    signed_row(fresh, nurse, **check_values(fresh))
    rows = bags.parts(bags.prepared_today(asked(pharmacist))).order_by("use_by")
    first, second = bags.lines(rows, asked(pharmacist))
    assert (first.since, first.note) == (over.use_by, "use-by time passed · no second check yet")
    assert (second.since, second.note) == (fresh.use_by, "checked by a second person")
    assert {first.person, second.person} == {pharmacist.full_name}
    assert first.address.endswith("/preparation/")
