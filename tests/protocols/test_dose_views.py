"""The page of the target dose: published figures, what is missing, what is old, and on into a prescription."""

import json
import re
from datetime import date, timedelta
from decimal import Decimal
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from desens.access.roles import Role
from desens.audit.models import AuditEvent
from desens.records.text import FIELD_LIMIT
from desens.unit.definitions.doses import MINIMUM_CREATININE
from desens.unit.services import Change, change_setting
from patients.keeping_services import mark_in_error
from patients.models import Patient
from patients.services import NewMeasurement, record_measurements, record_state
from protocols.dose_order import is_computed, order_from_stored
from protocols.models import Protocol, Version
from tests.cast import client_of, person
from tests.clinic import libraries, registered, typed, weighed
from tests.number_linter import lint, visible_text
from tests.patients.background import records

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate
FORTY_FIVE = 45 * 365 + 12


@pytest.fixture
def patient(allergist) -> Patient:
    """A woman of 45 years without any figure."""
    return registered(allergist, birth_date=TODAY() - timedelta(days=FORTY_FIVE))


def measured(patient, allergist, days_ago=2, **figures):
    day = TODAY() - timedelta(days=days_ago)
    for name, value in figures.items():
        if name == "creatinine":
            records.value(patient, allergist, value=Decimal(value), measured_on=day)
        elif name == "weight":
            weighed(patient, allergist, value, on=day)
        else:
            new = [NewMeasurement(kind=name, value=Decimal(value), measured_on=day)]
            record_measurements(patient=patient, new=new, entry_key=uuid4(), by=allergist, at=timezone.now())


def asked(**changes):
    """What is typed for carboplatin by AUC 5."""
    form = {"basis": "auc", "amount": "5", "step": "1", "formula": "mosteller", "most_m2": "", "weight": "actual"}
    gfr = {"filtration": "estimated", "least_creatinine": "none", "cap": "125", "gfr": "", "gfr_on": ""}
    return form | gfr | changes


def address(patient):
    return reverse("target_dose", args=[patient.code])


def page(client, patient, **changes):
    return client.post(address(patient), asked(**changes)).content.decode()


def shown(page):
    return " ".join(visible_text(page).split())


def test_the_published_case_with_its_working_and_every_day(patient, allergist, as_user):
    measured(patient, allergist, weight="80", creatinine="0.5")
    html = page(as_user(allergist), patient)
    text, day = shown(html), (TODAY() - timedelta(days=2)).isoformat()
    for told in (
        "Target dose 750 mg",
        f"Weight 80 kg ({day})",
        f"Serum creatinine 0.5 mg/dL ({day})",
        f"Age 45 years ({TODAY().isoformat()})",
        "(140 - 45) x 80 kg / (72 x 0.5 mg/dL) x 0.85 = 179.4 mL/min",
        "capped at 125 mL/min",
        "5 mg·min/mL x (125 mL/min + 25 mL/min) = 750 mg",
        "fda.gov, ucm228974",
    ):
        assert told in text
    assert lint(visible_text(html)) == []
    assert "= 1 022.2 mg" in shown(page(as_user(allergist), patient, cap="none"))
    assert not Protocol.objects.exists()


def test_per_square_metre_by_both_formulae_and_per_kg(patient, allergist, as_user):
    measured(patient, allergist, weight="70", height="170")
    client = as_user(allergist)
    per_m2 = {"basis": "per_m2", "amount": "100", "step": "0.01"}
    assert "Target dose 181.8 mg" in shown(page(client, patient, **per_m2))
    assert "to the power of 0.425) = 1.81 m²" in shown(page(client, patient, formula="dubois", **per_m2))
    limited = shown(page(client, patient, most_m2="1.5", **per_m2))
    assert "limited by the prescriber to 1.5 m²" in limited
    assert "Target dose 420 mg" in shown(page(client, patient, basis="per_kg", amount="6"))
    assert "Target dose 1 200 mg" in shown(page(client, patient, basis="flat", amount="1200"))


def test_what_is_missing_is_named_and_leads_to_where_it_is_recorded(patient, allergist, as_user):
    html = page(as_user(allergist), patient)
    assert "Cannot be computed: the weight is missing." in html
    assert "Cannot be computed: the serum creatinine is missing." in html
    assert "height is missing" not in html
    assert reverse("background_value", args=[patient.code]) in html
    assert "Prescribe this dose" not in html


def test_a_sex_not_recorded_is_missing(allergist, as_user):
    unknown = registered(allergist, sex="U")
    measured(unknown, allergist, weight="80", creatinine="0.5")
    assert "the sex is missing" in page(as_user(allergist), unknown)


def test_a_value_in_error_does_not_count_and_an_old_one_is_told(patient, allergist, as_user):
    measured(patient, allergist, weight="80")
    measured(patient, allergist, days_ago=31, creatinine="1")
    wrong = records.value(patient, allergist, value=Decimal("0.5"), measured_on=TODAY())
    mark_in_error(entry=wrong, reason="another patient's", entry_key=uuid4(), by=allergist, at=timezone.now())
    text = shown(page(as_user(allergist), patient))
    assert "0.5 mg/dL" not in text
    assert "31 days ago; more than 30" in text


def test_the_prescription_takes_the_order_over_whole(patient, allergist, as_user):
    measured(patient, allergist, weight="73.1", height="170", creatinine="0.6")
    options = {"weight": "adjusted-from-25", "least_creatinine": "0.7", "step": "10"}
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page(as_user(allergist), patient, **options)))
    order = order_from_stored(json.loads(unescape(fields["dose_order"])))
    assert is_computed(order)
    assert order.dose == Decimal(fields["target_dose"]) == 650
    assert (order.kind, order.basis.weight, order.sex) == ("auc", "adjusted-from-25", "female")
    assert [used.name for used in order.inputs] == ["weight", "height", "creatinine", "age"]
    assert len(fields["dose_basis"]) <= FIELD_LIMIT


def test_a_measured_filtration_is_typed_with_its_day(patient, allergist, as_user):
    client = as_user(allergist)
    measured_on = {"filtration": "measured", "gfr": "179,44", "gfr_on": TODAY().isoformat()}
    assert "Target dose 1 022 mg" in shown(page(client, patient, **measured_on))
    assert "Type the measured GFR." in page(client, patient, filtration="measured")
    assert "Type the day on which it was measured." in page(client, patient, filtration="measured", gfr="90")
    tomorrow = (TODAY() + timedelta(days=1)).isoformat()
    assert "not in the future" in page(client, patient, **(measured_on | {"gfr_on": tomorrow}))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"basis": ""}, "This field is required"),
        ({"amount": ""}, "Type a number."),
        ({"amount": "0"}, "Type a number above 0."),
        ({"amount": "1.200"}, "could mean 1.2 or 1200"),
        ({"basis": "per_m2", "most_m2": "0"}, "Type a number above 0."),
        ({"basis": "per_m2", "most_m2": "5.1"}, "at most"),
        ({"filtration": "measured", "gfr": "x"}, "Type a number such as"),
        ({"filtration": "measured", "gfr": "90", "gfr_on": "2026-02-30"}, "not in the calendar"),
        ({"step": "3"}, "not one of the available choices"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_computed(patient, allergist, as_user, changes, message):
    measured(patient, allergist, weight="80", creatinine="0.5", height="170")
    html = page(as_user(allergist), patient, **changes)
    assert message in html
    assert "Not computed: see the marked fields." in html
    assert "Prescribe this dose" not in html


def test_the_units_least_creatinine_is_proposed_and_used(patient, allergist, as_user, administrator):
    measured(patient, allergist, weight="60", creatinine="0.5")
    client = as_user(allergist)
    change = Change(definition=MINIMUM_CREATININE, value="0.7", reason="NCCN", based_on=0)
    change_setting(change=change, entry_key=uuid4(), by=administrator, at=timezone.now())
    html = client.get(address(patient)).content.decode()
    assert re.search(r'<option value="0.7" selected', html)
    assert "0.5 mg/dL is computed as 0.7 mg/dL" in shown(page(client, patient, least_creatinine="0.7"))


def test_an_ordered_dose_begins_the_form(patient, allergist, as_user):
    line = records.line(patient, allergist)
    for order in (
        {"factor": Decimal(4)},
        {"drug": "paclitaxel", "amount": None, "basis": "per_m2", "factor": Decimal("0.175"), "unit": "g"},
        {"drug": "atezolizumab", "amount": Decimal(1200), "basis": "flat", "factor": None},
        {"drug": "asparaginase", "amount": None, "basis": "per_m2", "factor": Decimal(6000), "unit": "U"},
        {"drug": "dexamethasone", "amount": None, "unit": "", "basis": "", "factor": None, "inputs": ""},
    ):
        records.dose(line, allergist, **order)
    client = as_user(allergist)
    html = client.get(address(patient)).content.decode()
    keys = re.findall(r"\?order=([0-9a-f-]+)", html)
    begun = [client.get(address(patient), {"order": key}).content.decode() for key in keys]
    found = [re.search(r'name="amount" value="([^"]*)"', one)[1] for one in begun]
    assert sorted(found) == ["1200", "175", "4"]
    assert 'name="amount" value=' not in client.get(address(patient), {"order": str(uuid4())}).content.decode()


def carried_from(html):
    return dict(re.findall(r'<input type="hidden" name="(target_dose|dose_basis)" value="([^"]*)"', html))


def test_the_dose_and_how_it_was_computed_go_into_the_prescription_and_stay(patient, allergist, as_user):
    libraries()
    measured(patient, allergist, weight="80", creatinine="0.5")
    client, new = as_user(allergist), reverse("protocol_new", args=[patient.code])
    carry = carried_from(page(client, patient))
    html = client.post(new, carry | {"action": "carry"}).content.decode()
    assert 'name="target_dose" value="750"' in html
    assert "mg·min/mL · actual weight · GFR at most 125 mL/min" in html.replace("\u00a0", " ")
    free = carried_from(page(client, patient, cap="none", least_creatinine="0.7"))["dose_basis"].replace("\u00a0", " ")
    assert "creatinine at least 0.7 mg/dL · GFR not capped · 80 kg" in free
    assert not Protocol.objects.exists()
    response = client.post(new, typed(action="save", **carry))
    day = (TODAY() - timedelta(days=2)).isoformat()
    assert Version.objects.count() == 1
    text = shown(client.get(response.url).content.decode())
    assert f"80 kg {day} · 0.5 mg/dL {day} · 45 years {TODAY().isoformat()}" in text


def test_an_ambiguous_dose_is_carried_unmistakably_and_an_unreadable_one_not_at_all(patient, allergist, as_user):
    libraries()
    client, new = as_user(allergist), reverse("protocol_new", args=[patient.code])
    html = page(client, patient, basis="flat", amount="1.12", step="0.01")
    assert carried_from(html)["target_dose"] == "1.12"
    bad = client.post(new, {"action": "carry", "target_dose": "1.200", "dose_basis": "x"}).content.decode()
    assert 'name="target_dose" value=' not in bad
    assert 'value="x"' not in bad


def test_who_does_not_prescribe_gets_nothing(patient):
    for role in (Role.NURSE, Role.PHARMACIST, Role.REVIEWER):
        assert client_of(person(f"one.{role}", role)).get(address(patient)).status_code == 403


def test_nothing_is_proposed_for_the_dead(patient, allergist, as_user):
    records_of_death = {"state": "deceased", "since": date(2026, 11, 1), "note": ""}

    record_state(patient=patient, entry_key=uuid4(), **records_of_death, by=allergist, at=timezone.now())
    assert as_user(allergist).get(address(patient)).url == reverse("protocol_list", args=[patient.code])


def test_opening_is_a_look_and_computing_is_none(patient, allergist, as_user):
    client = as_user(allergist)
    client.get(address(patient))
    page(client, patient)
    assert AuditEvent.objects.filter(subject="target dose", patient_code=patient.code).count() == 1


def test_the_number_of_queries(patient, allergist, as_user):
    client = as_user(allergist)
    client.get(address(patient))
    for days_ago in (3, 2, 1):
        measured(patient, allergist, days_ago=days_ago, weight="80", height="170", creatinine="0.5")
        with assertNumQueries(17):
            page(client, patient)
