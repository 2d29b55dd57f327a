"""What was checked, as the version's page shows it later; and a release whose date has passed."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string

from protocols.models import Release
from protocols.releasing.other_days import has_passed
from protocols.releasing.shown import shown_release
from tests.protocols.lifecycle.steps import PLANNED_ON, released
from tests.protocols.releasing.ready import address, everything_recorded, page_of, text_of, typed, verified_version

pytestmark = pytest.mark.django_db(transaction=True)


def told(release, on):
    return text_of(render_to_string("protocols/releasing/released.html", {"released": shown_release(release, on=on)}))


def test_what_was_checked_stays_as_it_was_signed(allergist, pharmacist, as_user):
    version = verified_version(allergist, pharmacist)
    everything_recorded(version.protocol.patient, allergist)
    client, reason = as_user(allergist), {"reason-nurses": "two nurses of three are ill", "patients_per_nurse": "2"}
    client.post(address(version), typed(page_of(client, version), **reason))
    row = Release.objects.get()
    text = told(row, row.planned_on)
    assert f"Date {row.planned_on} Place day hospital Patients per nurse 2" in text
    assert allergist.full_name in text
    assert "does not hold Nurses One nurse to 2" in text
    assert "Reason: two nurses of three are ill" in text
    assert "holds Temperature 36.6 °C" in text
    assert "passed" not in text


def test_a_release_whose_date_has_passed_says_so(allergist, pharmacist):
    row = released(verified_version(allergist, pharmacist), allergist)
    for days, passed in ((-1, False), (0, False), (1, True)):
        on = PLANNED_ON + timedelta(days=days)
        assert has_passed(row, on=on) is passed
        assert ("Its date has passed." in told(row, on)) is passed
    assert shown_release(None, on=PLANNED_ON) is None
    assert not has_passed(None, on=PLANNED_ON)
    assert told(None, PLANNED_ON) == ""
