"""From the sheet to the record: as planned by one tick, exceptions typed, nothing invented, nothing lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from procedures.models import InfusionEvent, Premedication, Procedure, ProcedureSketch, Vitals
from procedures.recording.standing import of_procedure
from tests.clinic import drafted, libraries, registered
from tests.procedures.recording.given import address, page_of, released_version, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


@pytest.fixture
def client(nurse, as_user):
    return as_user(nurse)


def sent(client, version, **changes):
    page = client.get(address(version)).content.decode()
    return client.post(address(version), typed(page, **changes))


def recorded(client, version, **changes):
    answer = sent(client, version, **changes)
    assert answer.status_code == 302, dict(answer.context["form"].errors) | {
        row.prefix: dict(row.errors) for row in answer.context["form"].rows if row.errors
    }
    return of_procedure(Procedure.objects.get())


def errors_of(answer):
    form = answer.context["form"]
    return set(form.errors) | {f"{row.prefix}-{name}" for row in form.rows for name in row.errors}


def clocks(stands):
    return {event.step: f"{timezone.localtime(event.at):%H:%M}" for event in stands.events if event.at}


def test_all_steps_as_planned_is_one_tick(client, version):
    stands = recorded(client, version)
    starts = [event for event in stands.events if event.kind == "start"]
    assert [event.step for event in starts] == list(range(1, 17))
    assert [event.as_planned for event in starts] == [False] + [True] * 15
    assert starts[1].at - starts[0].at == timedelta(minutes=15)
    assert (stands.particulars.steps, stands.particulars.bags, stands.particulars.cycle_number) == (16, 4, 1)
    assert (stands.ending.outcome, stands.ending.last_step) == ("tolerated", 16)
    assert str(stands.particulars.planned) == "1\u202f200\u00a0mg"
    assert (stands.vitals, stands.premedications, stands.particulars.none_premedicated) == ((), (), None)


def test_without_the_tick_only_what_was_noted_is_recorded(client, version):
    stands = recorded(client, version, as_planned="", s3__start="0835", outcome="")
    assert clocks(stands) == {1: "08:00", 3: "08:35"}
    assert stands.ending is None


def test_an_exception_moves_what_follows_and_the_vital_signs_stand_with_their_step(client, version):
    stands = recorded(
        client, version, s3__start="08:35", s3__heart_rate="98", s3__pressure="110/65", b__spo2_percent="99"
    )
    assert [clocks(stands)[step] for step in (2, 3, 4)] == ["08:15", "08:35", "08:50"]
    of_step = next(row for row in stands.vitals if row.step == 3)
    assert (of_step.heart_rate, of_step.systolic_mmhg, of_step.diastolic_mmhg) == (98, 110, 65)
    assert f"{timezone.localtime(of_step.at):%H:%M}" == "08:35"
    assert next(row for row in stands.vitals if row.baseline).spo2_percent == 99


def test_over_midnight_the_day_follows_from_the_order(client, version):
    stands = recorded(
        client, version, day=days_ago(2), started="2330", s4__start="0020", doubt_reason="late", told="other-day"
    )
    at = {event.step: event.at for event in stands.events}
    assert at[4] - at[1] == timedelta(minutes=50)
    assert at[5] - at[4] == timedelta(minutes=15)


def days_ago(count):
    return (timezone.localdate() - timedelta(days=count)).isoformat()


def test_a_pause_and_a_stop(client, version):
    stands = recorded(
        client, version, outcome="stopped", last_step="3", stopped_at="0905", stopped_by="refusal", reason="went home",
        e0__kind="pause", e0__at="0835", e1__kind="resume", e1__at="0855", e1__rate_ml_h="5",
    )  # fmt: skip
    assert [(event.kind, event.step) for event in stands.events] == [
        ("start", 1), ("start", 2), ("start", 3), ("pause", None), ("resume", None), ("stop", None)
    ]  # fmt: skip
    assert (stands.ending.stopped_by, stands.ending.reason, stands.ending.last_step) == ("refusal", "went home", 3)


def test_premedication_as_ordered_is_one_tick_and_an_answer_overrides(client, version):
    ordered = [row["medicine"] for row in rows_of(client, version)]
    assert len(ordered) >= 2
    stands = recorded(
        client, version, **posted(client, version), all_premedication="on", p1__given="no", p1__why_not="none left"
    )
    given = {row.medicine: row.given for row in stands.premedications}
    assert given == {name: place != 1 for place, name in enumerate(ordered)}


def test_premedication_that_is_not_answered_is_not_recorded(client, version):
    recorded(client, version, **posted(client, version))
    assert not Premedication.objects.exists()


def rows_of(client, version):
    form = client.get(address(version)).context["form"]
    return [row.initial for row in form.premedication_rows if row.ordered]


def posted(client, version):
    """What the rows of the ordered premedication send by themselves."""
    form = client.get(address(version)).context["form"]
    return {
        f"{row.prefix}__{bound.name}": str(bound.value())
        for row in form.premedication_rows
        for bound in row
        if bound.value() not in (None, "")
    }


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"day": ""}, "day"),
        ({"day": "2026-02-30"}, "day"),
        ({"day": "2099"}, "day"),
        ({"started": "2560"}, "started"),
        ({"started": ""}, "started"),
        ({"s3__start": "0810"}, "s3-start"),
        ({"s2__start": "x"}, "s2-start"),
        ({"s2__pressure": "70/120"}, "s2-pressure"),
        ({"s2__pressure": "low"}, "s2-pressure"),
        ({"s2__heart_rate": "7O"}, "s2-heart_rate"),
        ({"b__temperature_c": "3.66"}, "b-temperature_c"),
        ({"last_step": "18"}, "last_step"),
        ({"last_step": "12", "s13__start": "1130"}, "last_step"),
        ({"outcome": "", "last_step": "12"}, "outcome"),
        ({"outcome": "tolerated", "stopped_by": "refusal"}, "outcome"),
        ({"outcome": "stopped"}, "last_step"),
        ({"delivered": "2000", "delivered_unit": "mg"}, "delivered"),
        ({"delivered": "1200", "delivered_unit": ""}, "delivered_unit"),
        ({"e0__at": "0910"}, "e0-kind"),
        ({"e0__kind": "start", "e0__at": "0910"}, "e0-step"),
        ({"e0__kind": "resume", "e0__at": "0910"}, "e0-at"),
        ({"none_premedicated": "on", "p0__medicine": "ondansetron", "p0__given": "yes"}, "none_premedicated"),
        ({"p2__dose": "8"}, "p2-medicine"),
        ({"day": "2024", "as_planned": ""}, "started"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost(client, version, changes, wrong):
    answer = sent(client, version, **changes)
    assert answer.status_code == 200
    assert wrong in errors_of(answer)
    assert not Procedure.objects.exists()
    page = answer.content.decode()
    assert f"id_{wrong}" in page
    for value in changes.values():
        assert value in page


def test_a_contradiction_that_can_be_true_asks_for_a_reason_and_keeps_it(client, version):
    first = sent(client, version, last_step="15")
    assert errors_of(first) == {"doubt_reason"}
    page = first.content.decode()
    assert "the last step begun is not the protocol" in page
    again = client.post(address(version), typed(page, last_step="15", doubt_reason="step 16 was left out by order"))
    assert again.status_code == 302
    ending = of_procedure(Procedure.objects.get()).ending
    assert ending.reasons == "completed-early: step 16 was left out by order"
    shown = client.get(again.url).content.decode()
    assert "was left out by order" in shown


def test_a_reason_for_one_doubt_is_none_for_another(client, version):
    page = sent(client, version, last_step="15").content.decode()
    other = client.post(address(version), typed(page, last_step="15", day=days_ago(2), doubt_reason="by order"))
    assert errors_of(other) == {"doubt_reason"}


def test_sent_again_is_the_same_record_and_another_form_is_told_who_was_first(client, version):
    data = typed(client.get(address(version)).content.decode())
    other = typed(client.get(address(version)).content.decode(), staff="second nurse")
    first = client.post(address(version), data)
    assert client.post(address(version), data).url == first.url
    refused = client.post(address(version), other)
    assert refused.status_code == 409
    assert first.url in refused.content.decode()
    assert "second nurse" in refused.content.decode()
    assert InfusionEvent.objects.count() == 16
    assert client.get(address(version)).url == first.url


def test_what_is_typed_is_kept_and_comes_back(client, version):
    data = typed(client.get(address(version)).content.decode(), s7__heart_rate="120", staff="nurse Example")
    kept = client.post(address(version), data | {"keep": "1"})
    assert "Kept as a sketch" in kept.content.decode()
    page = client.get(address(version))
    form = page.context["form"]
    assert form.step_rows[7]["heart_rate"].value() == "120"
    assert form["as_planned"].value()
    assert str(form["entry_key"].value()) == data["entry_key"]
    assert client.post(address(version), data).status_code == 302
    assert not ProcedureSketch.objects.exists()


def test_a_sketch_is_thrown_away(client, version):
    client.post(address(version), typed("", staff="x") | {"keep": "1"})
    assert client.post(address(version), {"drop": "1"}).url == address(version)
    assert not ProcedureSketch.objects.exists()


def test_a_version_that_was_not_released_leads_back_to_it(client, allergist):
    libraries()
    draft = drafted(registered(allergist), allergist)
    assert client.get(address(draft)).url == address(draft, "version")


def test_the_amount_is_computed_from_the_times(client, version):
    recorded(client, version)
    page = client.get(page_of(Procedure.objects.get())).content.decode()
    assert "(computed from the times)" in page
    assert not Vitals.objects.exists()


def test_an_ordered_premedication_typed_over_asks_whether_it_was_given(client, version):
    row = client.get(address(version)).context["form"].premedication_rows[0]
    assert row.ordered
    ordered = {f"p0__{name}": str(row.initial.get(name) or "") for name in ("medicine", "dose", "dose_unit", "route")}
    halved = ordered | {"p0__dose": "0.5", "p0__dose_unit": "mg"}
    answer = sent(client, version, **halved)
    assert errors_of(answer) == {"p0-given"}
    assert not Procedure.objects.exists()
    assert recorded(client, version, **ordered).premedications == ()


def test_one_typed_over_and_answered_is_recorded_as_typed(client, version):
    row = client.get(address(version)).context["form"].premedication_rows[0]
    typed_over = {"p0__medicine": row.initial["medicine"], "p0__dose": "0.5", "p0__dose_unit": "mg"}
    (one,) = recorded(client, version, **typed_over, p0__given="yes").premedications
    assert str(one.quantity) == "0.5\u00a0mg"
