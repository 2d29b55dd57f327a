"""Premedication and standing orders beside doses by mouth; nothing is watched of what is taken over days."""

import pytest

from protocols.models import Version
from tests.clinic import labelled
from tests.number_linter import lint, visible_text
from tests.protocols.oral.scene import PENICILLIN, address_of, codes, opened, opened_next, read, saved

pytestmark = pytest.mark.django_db(transaction=True)
BRIGHAM = "set:Brigham, platinum"
DOSES = {"drug": "phenoxymethylpenicillin", "template": PENICILLIN}


def test_a_set_is_stored_shown_and_goes_on_in_the_next_version(patient, allergist, as_user):
    client = as_user(allergist)
    editor = opened(client, patient)
    editor.send(orders__premedication_set=BRIGHAM)
    assert editor.values["orders-row1-drug"] == "diphenhydramine"
    editor.send("save")
    orders = saved().orders
    assert [row.drug for row in orders.premedication] == ["diphenhydramine", "famotidine"]
    assert (orders.monitoring_minutes, orders.observation_h, orders.monitoring) == (None, None, "")
    version = Version.objects.get()
    page = client.get(address_of(version))
    assert "diphenhydramine 25 mg IV, 20 min before" in read(page)
    assert lint(visible_text(page.content.decode())) == []
    assert opened_next(client, version).values["orders-row2-drug"] == "famotidine"


def test_single_doses_are_watched_as_ordered(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, **DOSES)
    assert (editor.values["orders-watched"], editor.values["orders-monitoring_minutes"]) == ("yes", "15")
    assert "Observed after the last dose" in editor.html
    editor.send("save", orders__monitoring_minutes="5", orders__observation_h="3")
    orders = saved().orders
    assert (orders.monitoring_minutes, orders.observation_h) == (5, 3)
    assert orders.observation.replace("\u00a0", " ") == "Observe for at least 3 h after the last dose"


def test_the_page_asks_how_it_is_watched_only_of_single_doses(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    assert "orders-monitoring_minutes" not in editor.values
    answer = editor.typed(**DOSES)
    assert answer.values["orders-monitoring_minutes"] == "15"
    assert editor.typed(place="Ward 7").values.get("orders-watched") is None


def test_what_the_record_speaks_against_blocks(patient, allergist, as_user):
    labelled(patient, allergist, "famotidine", "confirmed")
    editor = opened(as_user(allergist), patient, **{"orders-premedication_set": BRIGHAM})
    assert "an allergy to famotidine is confirmed" in editor.html
    editor.send("save")
    assert "blocker" in [finding.level for finding in saved().schedule.findings], codes(saved())


def test_rows_changed_by_hand_ask_before_they_go(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, **{"orders-premedication_set": BRIGHAM})
    editor.send("save", orders__row1__dose="5", orders__premedication_set="none")
    assert "Throw away the rows" in editor.html
