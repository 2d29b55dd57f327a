"""Who saw and changed what: filtered, paged by key, exported safely, the chain verified on a page."""

import csv
import io
import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from desens.audit import chain
from desens.audit.models import AuditEvent
from desens.audit.recording import recording
from desens.records.triggers import lifted
from desens.trail.selectors import PAGE_ROWS, TrailFilter, trail_page
from tests.clinic import registered

pytestmark = pytest.mark.django_db(transaction=True)


def note(number=1, *, by="nurse.one", at=None, **event):
    values = {"action": "measured", "subject": "measurement", "subject_code": "c1", "patient_code": "p1"} | event
    with recording(by=by, at=at or timezone.now()) as record:
        for _ in range(number):
            record.event(values["action"], **{name: value for name, value in values.items() if name != "action"})


def rows(**wanted):
    return trail_page(TrailFilter(**wanted), with_values=True).rows


def test_filters_narrow_by_patient_person_kind_and_day():
    day = datetime(2026, 11, 2, 12, tzinfo=UTC)
    note(patient_code="p1", by="a", at=day)
    note(patient_code="p2", by="b", at=day + timedelta(days=1), action="looked")
    note(patient_code="p2", by="b", at=day + timedelta(days=2), action="printed")
    note(patient_code="", by="b", at=day + timedelta(days=3), action="logged_in")
    assert [row.patient_code for row in rows(patient_code="p1")] == ["p1"]
    assert len(rows(by="b")) == 3
    kinds = {kind: [row.action for row in rows(kind=kind)] for kind in ("changes", "looks", "prints", "door")}
    assert kinds == {"changes": ["measured"], "looks": ["looked"], "prints": ["printed"], "door": ["logged_in"]}
    assert len(rows(since=day.date() + timedelta(days=1), until=day.date() + timedelta(days=2))) == 2


@pytest.mark.parametrize(("hour", "minute", "days"), [(22, 59, ["2026-11-02"]), (23, 0, ["2026-11-03"])])
def test_a_day_is_the_hospitals_day(hour, minute, days):
    note(at=datetime(2026, 11, 2, hour, minute, tzinfo=UTC))
    found = [day for day in (2, 3) if rows(since=datetime(2026, 11, day).date(), until=datetime(2026, 11, day).date())]
    assert [f"2026-11-0{day}" for day in found] == days


def test_pages_follow_by_key_without_a_gap():
    note(PAGE_ROWS * 2 + 1)
    seen, before = [], 0
    while True:
        page = trail_page(TrailFilter(), before=before, with_values=False)
        seen += [row.number for row in page.rows]
        before = page.next_before
        if not before:
            break
    assert seen == sorted(AuditEvent.objects.values_list("pk", flat=True), reverse=True)


def test_old_and_new_values_stand_side_by_side(allergist, as_user):
    note(before={"full_name": "Old"}, after={"full_name": "New"})
    page = as_user(allergist).get(reverse("trail")).content.decode()
    assert "<s>Old</s> New" in page


def test_the_administrator_sees_the_trail_without_anybodys_data(nurse, administrator, as_user):
    registered(nurse)
    page = as_user(administrator).get(reverse("trail")).content.decode()
    assert "registered" in page
    assert "Núñez" not in page
    exported = export(as_user(administrator))
    assert "Núñez" not in exported
    assert "before" not in exported.splitlines()[0]


@pytest.mark.parametrize("who", ["nurse", "pharmacist", "reviewer", "outsider"])
def test_others_see_no_trail(who, request, as_user):
    client = as_user(request.getfixturevalue(who))
    for name in ("trail", "trail_export", "trail_chain"):
        assert client.get(reverse(name)).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_a_literal_number_of_queries(allergist, as_user, number):
    note(number)
    client = as_user(allergist)
    client.get(reverse("trail"))
    with assertNumQueries(4):
        client.get(reverse("trail"))


def test_a_filter_not_understood_shows_nothing_rather_than_everything(allergist, as_user):
    note(subject_code="only-this")
    client = as_user(allergist)
    page = client.get(reverse("trail"), {"since": "02/11/2026", "by": "x"}).content.decode()
    assert "Nothing is shown" in page
    assert "year, month, day" in page
    assert 'value="02/11/2026"' in page
    assert "only-this" not in page
    assert client.get(reverse("trail_export"), {"kind": "nonsense"}).status_code == 400


@pytest.mark.parametrize("before", ["-1", "x", "9" * 40, "\0", "٣"])
def test_a_forged_page_mark_shows_the_first_page(allergist, as_user, before):
    note(subject_code="first-page")
    assert "first-page" in as_user(allergist).get(reverse("trail"), {"before": before}).content.decode()


def export(client, **wanted):
    return b"".join(client.get(reverse("trail_export"), wanted).streaming_content).decode()


def test_the_export_holds_every_event_asked_for_and_is_an_event_itself(allergist, as_user):
    note(5, patient_code="p1")
    note(2, patient_code="p2")
    found = list(csv.DictReader(io.StringIO(export(as_user(allergist), patient_code="p1"))))
    assert [row["action"] for row in found] == ["measured"] * 5 + ["exported"]
    assert found[0]["at"].endswith("+00:00")
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.patient_code, event.by) == ("exported", "p1", allergist.username)


@pytest.mark.parametrize("payload", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")'])
def test_no_cell_of_the_export_is_a_formula(allergist, as_user, payload):
    note(subject_code=payload)
    found = list(csv.DictReader(io.StringIO(export(as_user(allergist)), newline="")))
    assert f"'{payload}" in [row["subject_code"] for row in found]
    assert payload not in [row["subject_code"] for row in found]


def test_the_chain_is_verified_slice_by_slice_until_the_end(allergist, as_user):
    note(chain.BATCH + 10)
    client = as_user(allergist)
    first = client.get(reverse("trail_chain"), headers={"HX-Request": "true"}).content.decode()
    assert f"{chain.BATCH} events checked so far" in first
    onward = unescape(re.search(r'hx-get="([^"]+)"', first)[1])
    end = client.get(onward).content.decode()
    assert f"Done: {AuditEvent.objects.count()} events checked." in end
    assert "unbroken" in end


def test_a_changed_event_is_named_on_the_page(allergist, as_user):
    note(3)
    changed = AuditEvent.objects.earliest("pk")
    with lifted(connection), connection.cursor() as cursor:
        cursor.execute("update audit_auditevent set after = 'forged' where id = %s", [changed.pk])
    page = as_user(allergist).get(reverse("trail_chain")).content.decode()
    assert f"event {changed.pk}: is not what was written" in page
    assert "unbroken" not in page
