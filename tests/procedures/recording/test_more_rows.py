"""Rows for as much as happened: a button gives more, loses nothing and needs no script."""

import pytest

from procedures.models import ProcedureSketch
from procedures.recording.more_rows import asked_rows, more_rows, sent_rows, with_free
from procedures.recording.standing import of_procedure
from tests.procedures.recording.given import address, page_of, recorded_from, released_version, typed
from tests.procedures.recording.test_pages import sent_as_opened

pytestmark = pytest.mark.django_db
#: Seven breaks of five minutes in the first step.
PAUSES = {
    f"e{2 * number + place}__{name}": value
    for number in range(7)
    for place, kind in enumerate(("pause", "resume"))
    for name, value in (("kind", kind), ("at", f"08{number * 2 + place + 1:02}"))
}


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


@pytest.fixture
def client(nurse, as_user):
    return as_user(nurse)


def opened(client, version):
    return client.get(address(version)).content.decode()


def test_a_press_gives_more_rows_and_keeps_what_was_typed(client, version):
    page = opened(client, version)
    assert 'name="e3-kind"' not in page
    answer = client.post(
        address(version), typed(page, staff="nurse Example", e2__kind="pause", e2__at="0835") | {"more_rows": "e"}
    )
    assert answer.url == f"{address(version)}?rows=e9#rows-e"
    form = client.get(answer.url.partition("#")[0]).context["form"]
    assert (len(form.event_rows), form.event_rows[2]["at"].value(), form["staff"].value()) == (
        9,
        "0835",
        "nurse Example",
    )
    medicines = len(form.premedication_rows)
    answer = client.post(address(version), typed(page, p1__medicine="cetirizine") | {"more_rows": "p"})
    form = client.get(answer.url.partition("#")[0]).context["form"]
    assert len(form.premedication_rows) > medicines
    assert form.premedication_rows[1]["medicine"].value() == "cetirizine"


def test_seven_pauses_are_recorded_at_once_and_stand_there_to_be_corrected(client, version):
    row = recorded_from(client, version, **PAUSES)
    assert [event.kind for event in of_procedure(row).events].count("pause") == 7
    form = client.get(page_of(row, "procedure_correct")).context["form"]
    assert len(form.event_rows) == 17
    assert sent_as_opened(client, row).status_code == 302
    assert [event.kind for event in of_procedure(row).events].count("pause") == 7


def test_a_form_that_is_refused_shows_every_row_that_was_sent(client, version):
    answer = client.post(address(version), typed(opened(client, version), **PAUSES, day="2999-01-01"))
    assert answer.context["form"].event_rows[13]["at"].value() == "0814"


def test_what_is_too_long_for_a_sketch_comes_back_at_once(client, version):
    data = typed(opened(client, version), note="x" * 60_000, staff="nurse Example") | {"more_rows": "e"}
    answer = client.post(address(version), data)
    assert not ProcedureSketch.objects.exists()
    assert (len(answer.context["form"].event_rows), answer.context["form"]["staff"].value()) == (6, "nurse Example")


@pytest.mark.parametrize(
    ("names", "expected"),
    [((), 0), (("e0-kind", "e4-at", "p7-at", "b-seen"), 5), (("e999-kind", "x", "e-", "e²-at"), 0)],
)
def test_the_rows_that_were_sent(names, expected):
    assert sent_rows(names, "e") == expected


def test_rows_have_a_bound_but_what_stands_is_always_shown():
    assert [len(with_free([], at_least=count)) for count in (0, 3, 4, 60, 99)] == [3, 3, 4, 60, 60]
    assert len(with_free([{}] * 70, at_least=0)) == 73
    assert more_rows("e", now=58) == "e60"
    assert [dict(asked_rows(text)) for text in ("e12", "p9", "x9", "e999", "")] == [{"e": 12}, {"p": 9}, {}, {}, {}]
