"""What the unit sets reaches the editor, the orders and the sheet; a version keeps what it used (clinical.md 13)."""

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.unit.definitions import BY_KEY
from desens.unit.definitions.equipment import PUMPS
from desens.unit.definitions.stock import UnitLine
from desens.unit.selectors import current
from desens.unit.services import Change, change_setting, picture_name
from patients.models import Patient
from protocols.documents.nursing_sheet import render
from protocols.documents.sheet_unit import UnitOnSheet
from protocols.forms import ProtocolForm
from protocols.models import Version
from protocols.services import propose
from protocols.standing import USED
from protocols.version_document import document_text, read_document
from tests.clinic import drafted, libraries, prescribed, registered, typed, weighed
from tests.number_linter import lint, visible_text
from tests.printing.pdf import pages
from tests.protocols.documents.sheets import sheet, steps_in_bags
from tests.unit.samples import png

pytestmark = pytest.mark.django_db
SLOW = replace(PUMPS.default[0], name="Slow pump", max_rate_ml_h=Fraction(50), least_vtbi_ml=Fraction("0.1"))


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


@pytest.fixture
def settle(administrator):
    """`settle("final-rate", Fraction(60))`: the administrator sets it."""

    def settle_one(key: str, value: Any, *, picture: bytes = b"", based_on: int = 0) -> None:
        change = Change(definition=BY_KEY[key], value=value, reason="agreed", based_on=based_on, picture=picture)
        change_setting(change=change, entry_key=uuid4(), by=administrator, at=timezone.now())

    return settle_one


def editor(client, patient: Patient) -> str:
    return client.get(reverse("protocol_new", args=[patient.code])).content.decode()


def orders_of(version: Version):
    return read_document(version.document).orders


def test_a_new_protocol_begins_with_the_units_values(patient, allergist, as_user, settle):
    settle("final-rate", Fraction(60))
    settle("usual-bag-volume", Fraction(100))
    settle("lower-rates", "last")
    settle("line-priming", "solution")
    settle("allergist-telephone", "5 9999")
    settle("lines", (UnitLine(name="Set A", dead_volume_ml=Fraction(22)),))
    page = editor(as_user(allergist), patient)
    for part in ('value="60"', 'value="100"', 'value="last" selected', 'value="solution" selected', 'value="5 9999"'):
        assert part in page
    assert "Set A: 22\u00a0mL" in page
    assert lint(visible_text(page)) == []


def test_without_settings_the_line_must_be_stated_and_one_pump_needs_no_choice(patient, allergist, as_user):
    page = editor(as_user(allergist), patient)
    assert '<option value="Alaris GP" selected>' in page
    assert '<option value="solution" selected' not in page


def test_the_chosen_pump_rounds_and_limits(patient, allergist, as_user, settle):
    settle("pumps", (*PUMPS.default, SLOW))
    page = as_user(allergist).post(
        reverse("protocol_new", args=[patient.code]), typed(pump="Slow pump"), headers={"HX-Request": "true"}
    )
    assert "finding-blocker" in page.content.decode()
    assert "50\u00a0mL/h" in page.content.decode()
    lost = as_user(allergist).post(reverse("protocol_new", args=[patient.code]), typed(pump="No such pump"))
    assert "not one of the available choices" in lost.content.decode()


def test_two_pumps_ask_which(patient, allergist, as_user, settle):
    settle("pumps", (SLOW, *PUMPS.default))
    assert '<option value="Slow pump" selected>' in editor(as_user(allergist), patient)
    assert "Pump" in ProtocolForm(typed(pump=""), unit=current()).missing


def test_orders_follow_the_unit(patient, allergist, settle):
    settle("stop-rules", ("STOP and call 2222.", "Epinephrine first."))
    settle("monitoring", "Pulse and pressure every 15 min")
    settle("observation-time", Fraction(4))
    settle("premedication", "none")
    orders = orders_of(drafted(patient, allergist))
    assert orders.stop_rules == ("STOP and call 2222.", "Epinephrine first.")
    assert orders.monitoring == "Pulse and pressure every 15 min"
    assert orders.observation == "Observe for at least 4\u00a0h after the last step"
    assert orders.premedication == ()


@pytest.mark.parametrize(("below", "dose"), [(12, "0.5"), (18, "0.3")])
def test_the_age_of_a_child_reaches_epinephrine(allergist, settle, below, dose):
    libraries()
    young = registered(allergist, birth_date=timezone.localdate().replace(year=timezone.localdate().year - 15, day=1))
    weighed(young, allergist, "60", on=timezone.localdate())
    if below != 12:
        settle("epinephrine-child-age", Fraction(below))
    assert orders_of(drafted(young, allergist)).rescue.dose_mg == Fraction(dose)


def test_the_largest_adult_dose_reaches_epinephrine(patient, allergist, settle):
    weighed(patient, allergist, "71")
    settle("epinephrine-adult-maximum", "0.3")
    assert orders_of(drafted(patient, allergist)).rescue.dose_mg == Fraction("0.3")


def test_a_version_keeps_the_revision_of_each_setting_it_used(patient, allergist, settle):
    settle("observation-time", Fraction(4))
    version = drafted(patient, allergist)
    used = read_document(version.document).source["unit_settings"]
    assert set(used) == {definition.key for definition in USED}
    assert used["observation-time"] == 1
    assert used["pumps"] == 0
    assert document_text(read_document(version.document)) == version.document
    settle("observation-time", Fraction(6), based_on=1)
    assert orders_of(Version.objects.get()).observation.startswith("Observe for at least 4")


def test_the_sheet_bears_hospital_telephones_and_logo_as_they_stood(patient, allergist, nurse, as_user, settle):
    settle("hospital-name", "Clínica de Ejemplo")
    settle("unit-telephone", "+34 948 000 000")
    settle("emergency-telephone", "2222")
    settle("logo", picture_name(png()), picture=png())
    version = drafted(patient, allergist)
    settle("hospital-name", "Another Hospital", based_on=1)
    settle("logo", "", based_on=1)
    address = reverse("nursing_sheet", args=[patient.code, version.protocol.code, 1])
    first, second = (as_user(nurse).get(address).content for _ in range(2))
    assert first == second
    for text in pages(first):
        for part in ("Clínica de Ejemplo", "+34 948 000 000", "Resuscitation team: 2222"):
            assert part in text
        assert lint(text, printed=True) == []
    assert b"/Subtype /Image" in first or b"/Subtype/Image" in first


def test_a_version_saved_before_the_units_settings_still_prints(patient, allergist, nurse, as_user):
    version = drafted(patient, allergist)
    stored = json.loads(version.document)
    for name in ("unit", "unit_settings"):
        del stored["source"][name]
    older = Version(
        protocol=version.protocol, number=2, template=version.template, document=json.dumps(stored), digest="0" * 64,
        engine_version=version.engine_version, entry_key=uuid4(), saved_by=allergist, saved_at=timezone.now(),
    )  # fmt: skip
    older.save()
    client = as_user(nurse)
    assert client.get(reverse("version", args=[patient.code, version.protocol.code, 2])).status_code == 200
    pdf = client.get(reverse("nursing_sheet", args=[patient.code, version.protocol.code, 2]))
    assert pdf.headers["Content-Type"] == "application/pdf"


def test_a_volume_is_timed_below_what_the_pump_takes():
    plan = steps_in_bags(3)
    counts = [
        "\n".join(pages(render(sheet(schedule=plan, unit=UnitOnSheet(least_vtbi_ml=Fraction(least)))))).count("TIME IT")
        for least in ("0.1", "1", "5")
    ]
    assert counts == sorted(counts)
    assert counts[0] == 0
    assert counts[1] > 0


@pytest.mark.parametrize("colour", [0, 2, 4, 6])
def test_every_picture_that_is_taken_prints(colour):
    unit = UnitOnSheet(
        hospital_name="H" * 80, unit_name="U" * 80, telephone="1" * 40, logo=png(600, 200, colour=colour)
    )
    texts = pages(render(sheet(unit=unit)))
    assert all("H" * 80 in text.replace("\n", "").replace(" ", "") for text in texts)


GENERIC = {"template": "generic-16-step", "target_dose": "1000", "first_rate": "", "last_bag": ""}


def test_generic_protocols_begin_bags_and_end_them_as_the_unit_does(patient, allergist, as_user, settle):
    usual = prescribed(**GENERIC)
    assert (usual.choices.first_rate_ml_h, usual.choices.last_bag) == (2, "corrected")
    settle("first-rate", "2.5")
    settle("last-bag", "truncated")
    specification, schedule = propose(prescribed(**GENERIC))
    assert specification.steps[0].rate_ml_h == Fraction("2.5")
    assert specification.solutions[-1].amount == "full"
    assert schedule.total_dose == 1000
    used = read_document(drafted(patient, allergist, **GENERIC).document).source["unit_settings"]
    assert (used["first-rate"], used["last-bag"]) == (1, 1)
    page = editor(as_user(allergist), patient)
    assert 'value="2.5" selected' in page
    assert 'value="truncated" selected' in page


def test_the_prescriber_may_choose_another_first_rate_and_last_bag_than_the_unit(patient, allergist, as_user, settle):
    settle("last-bag", "truncated")
    version = drafted(patient, allergist, **GENERIC | {"first_rate": "2.5", "last_bag": "corrected"})
    specification = read_document(version.document).specification
    assert specification.steps[0].rate_ml_h == Fraction("2.5")
    assert specification.solutions[-1].amount == "remainder"
    page = as_user(allergist).get(reverse("version_new", args=[patient.code, version.protocol.code]))
    assert 'value="2.5" selected' in page.content.decode()
    assert 'value="corrected" selected' in page.content.decode()
    wrong = ProtocolForm(typed(first_rate="3"), unit=current()).wrong
    assert [label for label, _message in wrong] == ["A weak bag starts at"]


def test_a_last_bag_without_a_subtraction_is_blocked(patient):
    _specification, schedule = propose(prescribed(**GENERIC | {"template": "generic-12-step", "last_bag": "neither"}))
    assert schedule.total_dose == Fraction("1007.87")
    assert ("blocker", "target-exceeded") in [(finding.level, finding.code) for finding in schedule.findings]


def test_only_infused_protocols_are_offered_in_the_editor(patient, allergist, as_user):
    page = editor(as_user(allergist), patient)
    assert 'value="generic-12-step"' in page
    assert "alectinib-case" not in page
