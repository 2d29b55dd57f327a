"""A quarter of an hour is a quarter of an hour when the clock is set back in between (safety.md H10)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desens.audit.models import AuditEvent
from desens.audit.recording import recording
from desens.pages.times import local_text

MADRID = ZoneInfo("Europe/Madrid")
LAST_SUMMER_MINUTES = datetime(2026, 10, 25, 2, 50, tzinfo=MADRID)
FIFTEEN_MINUTES_ON = datetime(2026, 10, 25, 2, 5, fold=1, tzinfo=MADRID)


def test_local_times_would_give_minus_45_minutes() -> None:
    assert timedelta(minutes=-45) == FIFTEEN_MINUTES_ON - LAST_SUMMER_MINUTES


@pytest.mark.django_db
def test_stored_times_are_utc_and_their_difference_is_real() -> None:
    for moment in (LAST_SUMMER_MINUTES, FIFTEEN_MINUTES_ON):
        with recording(by="a nurse", at=moment) as record:
            record.event("started", subject="step", subject_code="1")
    before, after = AuditEvent.objects.order_by("pk").values_list("at", flat=True)
    assert after - before == timedelta(minutes=15)
    assert before.tzinfo is after.tzinfo is UTC
    assert local_text(before, MADRID) == "2026-10-25 02:50 (UTC+02:00)"
    assert local_text(after, MADRID) == "2026-10-25 02:05 (UTC+01:00)"
