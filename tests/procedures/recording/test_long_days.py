"""Days that pass midnight long after their start: the day of a clock follows from the plan, or is asked for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from procedures.models import Premedication, Procedure
from procedures.recording.standing import of_procedure
from tests.clinic import registered
from tests.procedures.recording.given import address, page_of, released_version, typed
from tests.procedures.recording.test_pages import sent_as_opened
from tests.procedures.records import procedure_of

pytestmark = pytest.mark.django_db
LONG = {"as_planned": "", "outcome": "stopped", "last_step": "2", "stopped_by": "clinical", "reason": "fever"}
SO_IT_WAS = {"told": "long-gap,early-start", "doubt_reason": "so it was"}


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist, days_ago=3)


@pytest.fixture
def client(nurse, as_user):
    return as_user(nurse)


def sent(client, version, **changes):
    page = client.get(address(version)).content.decode()
    day = (timezone.localdate() - timedelta(days=3)).isoformat()
    return client.post(address(version), typed(page, day=day, **changes))


def told(answer):
    form = answer.context["form"]
    return {row.prefix: str(error) for row in form.rows for errors in row.errors.values() for error in errors} | {
        name: str(error) for name, errors in form.errors.items() for error in errors
    }


def minutes_after_start():
    stands = of_procedure(Procedure.objects.get())
    began = stands.particulars.started_at
    return [(event.kind, int((event.at - began) / timedelta(minutes=1))) for event in stands.events]


def test_a_clock_that_may_be_a_slip_is_asked_for_and_answered_with_its_day(client, version):
    asked = sent(client, version, **LONG, stopped_at="0500 +1", e0__kind="pause", e0__at="0300")
    assert told(asked) == {"e0": "This lies before 08:00. Check both times; if it was on the day after, type 03:00 +1."}
    assert "07:00" not in asked.content.decode()
    answer = sent(client, version, **LONG, stopped_at="0500 +1", e0__kind="pause", e0__at="0300 +1")
    assert answer.status_code == 302
    assert minutes_after_start() == [("start", 0), ("pause", 19 * 60), ("stop", 21 * 60)]


def test_the_stop_follows_the_last_step_that_was_noted(client, version):
    assert sent(client, version, **LONG, **SO_IT_WAS, stopped_at="0730", s2__start="2030").status_code == 302
    assert minutes_after_start() == [("start", 0), ("start", 750), ("stop", 23 * 60 + 30)]


def test_a_correction_opens_with_the_day_of_each_time_and_keeps_the_stop(client, version):
    sent(client, version, **LONG, stopped_at="0500 +1", e0__kind="pause", e0__at="0300 +1")
    row, before = Procedure.objects.get(), minutes_after_start()
    form = client.get(page_of(row, "procedure_correct")).context["form"]
    assert (str(form.event_rows[0]["at"].value()), str(form["stopped_at"].value())) == ("03:00 +1", "05:00 +1")
    assert sent_as_opened(client, row).status_code == 302
    assert minutes_after_start() == before
    assert row.infusionevent_rows.count() == 3


def test_premedication_of_the_evening_before_and_one_that_is_asked_for(client, version):
    asked = sent(client, version, p5__medicine="dexamethasone", p5__given="yes", p5__at="1900")
    assert told(asked)["p5"].startswith("Which day was it? Type 19:00 -1 for ")
    answer = sent(client, version, p5__medicine="dexamethasone", p5__given="yes", p5__at="1900 -1")
    assert answer.status_code == 302
    began = of_procedure(Procedure.objects.get()).particulars.started_at
    assert began - Premedication.objects.get().at == timedelta(hours=13)


def test_what_is_earlier_than_the_start_stays_refused(client, version):
    asked = sent(client, version, **LONG, stopped_at="0700 +0")
    assert told(asked)["stopped_at"] == "This lies before the start of the first step."


def test_happenings_of_the_same_minute_keep_their_order_through_a_correction(client, version):
    answer = sent(
        client, version, **SO_IT_WAS, as_planned="", outcome="", s2__start="0830", s3__start="0830",
        e0__kind="resume", e0__step="2", e0__at="0840", e1__kind="start", e1__step="4", e1__at="0840",
    )  # fmt: skip
    assert answer.status_code == 302
    row = Procedure.objects.get()
    order = [(event.kind, event.step) for event in of_procedure(row).events]
    assert order[1:] == [("start", 2), ("start", 3), ("resume", 2), ("start", 4)]
    assert sent_as_opened(client, row, s2__rate_ml_h="3", e0__rate_ml_h="4").status_code == 302
    assert [(event.kind, event.step) for event in of_procedure(row).events] == order
    texts = [line.text for line in client.get(page_of(row)).context["shown"].lines if not line.struck]
    said = [text.partition(" · ")[0].replace("\u00a0", " ") for text in texts]
    assert said[1:3] == ["step 2 started", "step 3 started"]


def test_the_order_is_that_of_the_first_entry_however_often_it_is_corrected(nurse, client):
    row = procedure_of(registered(nurse), nurse, events=[("start", 1, 0), ("pause", None, 5), ("resume", None, 5)])
    for rate in ("3", "4"):
        pause = next(event for event in of_procedure(row).events if event.kind == "pause")
        new = type(pause)(procedure=row, kind="pause", at=pause.at, infused_ml=rate, corrects=pause)
        new.entry_key, new.recorded_by, new.recorded_at = f"{int(rate):032}", nurse, timezone.now()
        new.save()
    assert [event.kind for event in of_procedure(row).events] == ["start", "pause", "resume"]
