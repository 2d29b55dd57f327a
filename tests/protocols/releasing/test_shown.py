"""What was checked, as the version's page shows it later; and a release whose date has passed."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from desens.numbers.files import load_file
from protocols.engine import entry_schedules, read_entry
from protocols.models import Release
from protocols.releasing.shown import shown_release
from protocols.releasing.until import given_until, has_passed
from protocols.version_document import read_document
from tests.protocols.documents.sheets import published
from tests.protocols.lifecycle.steps import PLANNED_ON, released
from tests.protocols.releasing.ready import address, everything_recorded, page_of, text_of, typed, verified_version

pytestmark = pytest.mark.django_db(transaction=True)


def told(release, on):
    shown = shown_release(release, schedule_of(release), on=on)
    context = {"released": shown, "user": release.by if release else None}
    return text_of(render_to_string("protocols/releasing/released.html", context))


def schedule_of(release):
    return read_document(release.version.document).schedule if release else published()


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
        assert has_passed(row, published(), on=on) is passed
        assert ("Its date has passed." in told(row, on)) is passed
    assert shown_release(None, published(), on=PLANNED_ON) is None
    assert not has_passed(None, published(), on=PLANNED_ON)
    assert told(None, PLANNED_ON) == ""


@pytest.mark.parametrize(("slug", "last"), [("co-trimoxazole-6-day", 5), ("alectinib-case", None)])
def test_a_calendar_is_given_until_its_last_day_and_an_open_one_goes_on(slug, last, allergist, pharmacist):
    row = released(verified_version(allergist, pharmacist), allergist)
    schedule = entry_schedules(read_entry(load_file(Path("protocols/library") / f"{slug}.yaml"), slug=slug))[0]
    until = None if last is None else PLANNED_ON + timedelta(days=last)
    assert given_until(row, schedule) == until
    assert has_passed(row, schedule, on=PLANNED_ON + timedelta(days=6)) is (last is not None)
