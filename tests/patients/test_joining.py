"""Two records of one person: joined by a row, undone by a row, nothing of either lost."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from desens.audit.models import AuditEvent
from patients.finding import find_page
from patients.keeping_services import CannotJoinError, join_records, mark_in_error, undo_joining
from patients.models import Joining, JoiningUndone, Measurement, Patient
from patients.person import holding, records_of
from patients.selectors import identity, latest_measurement, patient_page, standing_labels
from patients.services import NoNewProtocolError, require_prescribable
from tests.clinic import drafted, labelled, libraries, registered, weighed
from tests.records.races import RACES, run_races

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 11, 20)


def join(leading, joined, by, reason="registered twice", key=None):
    return join_records(
        leading=leading, joined=joined, reason=reason, entry_key=key or uuid4(), by=by, at=timezone.now()
    )


def undo(joining, by, key=None):
    undo_joining(joining=joining, reason="two people", entry_key=key or uuid4(), by=by, at=timezone.now())


def codes(page):
    return [row.code for row in page.patients]


@pytest.fixture
def two(allergist):
    """A leading record and the second one of the same person."""
    return registered(allergist), registered(allergist, family_name="Nunyez", hospital_number="999")


def test_lists_and_searches_show_one(allergist, two):
    leading, second = two
    join(leading, second, allergist)
    assert codes(patient_page(viewer=allergist, on=TODAY)) == [leading.code]
    for text in ("nunyez", "nunez", "999", "ana", second.code):
        assert codes(find_page(text=text, viewer=allergist, on=TODAY)) == [leading.code], text


def test_the_content_of_both_counts_for_the_person(allergist, two):
    leading, second = two
    weighed(leading, allergist, "71", on=date(2026, 11, 1))
    weighed(second, allergist, "72", on=date(2026, 11, 2))
    labelled(second, allergist, "latex", "confirmed")
    join(leading, second, allergist)
    for record in two:
        assert str(latest_measurement(record, "weight").quantity) == "72\u00a0kg"
        assert [label.substance for label in standing_labels(record)] == ["latex"]
        assert identity(record, viewer=allergist, on=TODAY).allergies[0].substance == "latex"


def test_undoing_gives_each_record_its_own_back(allergist, two):
    leading, second = two
    weighed(leading, allergist, "71", on=date(2026, 11, 1))
    labelled(second, allergist, "latex", "confirmed")
    joining = join(leading, second, allergist)
    weighed(second, allergist, "75", on=TODAY)
    undo(joining, allergist)
    undo(joining, allergist)
    assert str(latest_measurement(leading, "weight").quantity) == "71\u00a0kg"
    assert str(latest_measurement(second, "weight").quantity) == "75\u00a0kg"
    assert standing_labels(leading) == []
    assert set(codes(patient_page(viewer=allergist, on=TODAY))) == {leading.code, second.code}
    assert codes(find_page(text="999", viewer=allergist, on=TODAY)) == [second.code]
    assert JoiningUndone.objects.count() == 1
    assert join(leading, second, allergist).turn == 2


def test_each_record_keeps_the_event_of_both_acts(allergist, two):
    undo(join(*two, allergist), allergist)
    for record in two:
        actions = AuditEvent.objects.filter(patient_code=record.code).values_list("action", flat=True)
        assert {"joined", "undid joining"} <= set(actions)


def test_three_records_of_one_person(allergist, two):
    leading, second = two
    third = registered(allergist, hospital_number="3")
    join(leading, second, allergist)
    join(leading, third, allergist)
    for record in (leading, second, third):
        assert records_of(record).leading == leading
        assert set(records_of(record).ids) == {leading.pk, second.pk, third.pk}


def test_what_cannot_be_joined(allergist, two):
    leading, second = two
    third = registered(allergist, hospital_number="3")
    join(leading, second, allergist)
    for pair, reason in (
        ((leading, leading), "same"),
        ((third, second), "joined"),
        ((second, third), "joined"),
        ((second, leading), "joined"),
        ((third, leading), "leads"),
    ):
        with pytest.raises(CannotJoinError, match=reason):
            join(*pair, allergist)
    assert Joining.objects.count() == 1


def test_the_database_refuses_a_record_joined_to_itself_without_reason_or_twice_in_a_turn(allergist, two):
    leading, second = two
    common = {"entry_key": uuid4(), "recorded_by": allergist, "recorded_at": timezone.now()}
    with pytest.raises(IntegrityError, match="joining_two_records"):
        Joining(patient=leading, leading=leading, turn=1, reason="x", **common).save()
    with pytest.raises(IntegrityError, match="joining_reason"):
        Joining(patient=second, leading=leading, turn=1, reason="", **common).save()
    Joining(patient=second, leading=leading, turn=1, reason="x", **common).save()
    with pytest.raises(IntegrityError):
        Joining(patient=second, leading=leading, turn=1, reason="x", **(common | {"entry_key": uuid4()})).save()


def test_sent_twice_is_joined_once(allergist, two):
    key = uuid4()
    assert join(*two, allergist, key=key) == join(*two, allergist, key=key)
    assert AuditEvent.objects.filter(action="joined").count() == 2


def test_the_protocols_of_both_stand_in_the_leading_record_with_their_origin(allergist, as_user, two):
    leading, second = two
    libraries()
    protocol = drafted(second, allergist).protocol
    join(leading, second, allergist)
    page = as_user(allergist).get(reverse("protocol_list", args=[leading.code])).content.decode()
    assert reverse("version", args=[second.code, protocol.code, 1]) in page
    assert f"from record {second.code}" in page


def test_nothing_new_is_prescribed_in_the_joined_record(allergist, two):
    join(*two, allergist)
    require_prescribable(two[0])
    with pytest.raises(NoNewProtocolError, match="joined"):
        require_prescribable(two[1])


def test_opposite_joinings_at_once_leave_one(allergist):
    races = RACES // 10
    pairs = [
        (registered(allergist, hospital_number=f"A{race}"), registered(allergist, hospital_number=f"B{race}"))
        for race in range(races)
    ]
    outcomes = run_races(lambda race, writer: join(*pairs[race][:: 1 if writer else -1], allergist).pk, races=races)
    for outcome in outcomes:
        assert [type(one) for one in outcome].count(CannotJoinError) == 1, outcome
    assert holding().count() == races
    assert Patient.objects.count() == 2 * races


def test_the_pages_join_show_and_undo(allergist, nurse, as_user, two):
    leading, second = two
    client, address = as_user(allergist), reverse("patient_join", args=[leading.code])
    labelled(second, allergist, "latex")
    data = {"other": "999", "reason": "registered twice", "entry_key": str(uuid4())}
    page = client.post(address, data).content.decode()
    assert "NUNYEZ, Ana" in page
    assert "I compared both" in page
    assert not Joining.objects.exists()
    assert client.post(address, data | {"same_person": "on"}).url == reverse("patient", args=[leading.code])
    page = client.get(reverse("patient", args=[leading.code])).content.decode()
    assert f"from record {second.code}" in page
    assert page.count(f"record {second.code} joined to {leading.code}: registered twice") == 1
    page = as_user(nurse).get(reverse("patient", args=[second.code])).content.decode()
    assert "This record is joined to another" in page
    assert f'href="/patients/{leading.code}/"' in page
    assert "measurements/new" not in page
    away = reverse("joining_undo", args=[leading.code, second.code])
    assert "NUNYEZ, Ana" in client.get(away).content.decode()
    client.post(away, {"reason": "two people", "entry_key": str(uuid4())})
    assert not holding().exists()
    assert client.post(away, {"reason": "two people", "entry_key": str(uuid4())}).status_code == 302
    assert JoiningUndone.objects.count() == 1
    for record in two:
        page = client.get(reverse("patient", args=[record.code])).content.decode()
        assert f"joining of {second.code} to {leading.code} undone: two people" in page


@pytest.mark.parametrize(
    ("other", "message"),
    [("zzz", "No record has this"), ("123456", "the record itself"), ("", "This field is required")],
)
def test_a_record_that_cannot_be_joined_is_told_and_nothing_typed_is_lost(allergist, as_user, two, other, message):
    data = {"other": other, "reason": "twice", "same_person": "on", "entry_key": str(uuid4())}
    page = as_user(allergist).post(reverse("patient_join", args=[two[0].code]), data).content.decode()
    assert message in page
    assert 'value="twice"' in page
    assert not Joining.objects.exists()


def test_a_nurse_joins_nothing(nurse, as_user, two):
    assert as_user(nurse).post(reverse("patient_join", args=[two[0].code]), {}).status_code == 403


def test_an_entry_of_the_joined_record_is_marked_from_the_leading_page(allergist, as_user, two):
    leading, second = two
    weighed(second, allergist)
    join(leading, second, allergist)
    entry = Measurement.objects.get()
    assert (
        reverse("entry_error", args=[second.code, "measurements", entry.entry_key])
        in as_user(allergist).get(reverse("patient", args=[leading.code])).content.decode()
    )
    mark_in_error(entry=entry, reason="x", entry_key=uuid4(), by=allergist, at=timezone.now())
    assert latest_measurement(leading, "weight") is None
