"""What the product's label says of a protocol, on the pages: while it is typed, and in the version that is kept."""

import pytest
from django.urls import reverse

from protocols.version_document import read_document
from tests.clinic import drafted, libraries, registered, typed
from tests.number_linter import lint, visible_text

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def patient(allergist):
    libraries()
    return registered(allergist)


@pytest.fixture
def told(patient, allergist, as_user):
    """The text beside the form for what is typed."""
    client = as_user(allergist)

    def text(**changes):
        address = reverse("protocol_new", args=[patient.code])
        return visible_text(client.post(address, typed(**changes), headers={"HX-Request": "true"}).content.decode())

    return text


def test_a_bag_below_the_label_is_told_with_its_source(told):
    text = told()
    assert "Solution 1 holds 0.0048\u00a0mg/mL; atezolizumab 60\u00a0mg/mL concentrate must hold at least" in text
    assert "as the literature gives it; to be checked against the current label; from the literature" in text
    assert lint(text) == []


def test_the_last_bag_beyond_the_label_is_a_blocker(told):
    assert "Solution 4 holds" not in told()
    assert "Solution 4 holds 1.984\u00a0mg/mL" in told(target_dose="500")


def test_what_is_missing_in_the_product_is_named(told):
    assert "missing in its data: greatest rate, stability." in told()


def test_a_volume_that_the_pump_cannot_be_told_ends_by_time(told):
    text = told()
    assert "Step 1 gives 0.625\u00a0mL, and the pump takes volumes from 1\u00a0mL: end it by time, 15\u00a0min." in text
    assert "Step 2 gives" not in text


def test_the_version_keeps_what_was_found(patient, allergist):
    schedule = read_document(drafted(patient, allergist).document).schedule
    codes = [found.code for found in schedule.findings]
    assert codes.count("concentration-below-range") == 3
    assert codes.count("volume-not-settable") == 2
    levels = [found.level for found in schedule.findings]
    assert levels == sorted(levels, key=["blocker", "sign-off", "caution"].index)


OXALIPLATIN = {"drug": "oxaliplatin", "target_dose": "150", "bag_volume_ml": "500"}


@pytest.mark.parametrize(
    ("diluent", "expected"),
    [
        (
            "sodium-chloride-0.9",
            "Solution 4 is made with sodium chloride 0.9\u00a0%, which is not allowed for oxaliplatin",
        ),
        ("", "Cannot be checked: the diluent of solution 1, 2, 3, 4 is missing."),
    ],
)
def test_oxaliplatin_in_saline_or_in_nobody_knows_what(told, diluent, expected):
    assert expected in told(**OXALIPLATIN, diluent=diluent)


def test_oxaliplatin_in_glucose_is_allowed(told):
    text = told(**OXALIPLATIN, diluent="glucose-5")
    assert "not allowed for" not in text
    assert "Cannot be checked" not in text


def test_the_chosen_diluent_stays_in_the_version_and_in_the_next_form(patient, allergist, as_user):
    version = drafted(patient, allergist, diluent="sodium-chloride-0.9")
    specification = read_document(version.document).specification
    assert {bag.diluent for bag in specification.solutions} == {"sodium-chloride-0.9"}
    address = reverse("version_new", args=[patient.code, version.protocol.code])
    page = as_user(allergist).get(address).content.decode()
    assert '<option value="sodium-chloride-0.9" selected>' in page


def test_a_diluent_that_does_not_exist_is_refused(told):
    assert "not one of the available choices" in told(diluent="chloride")
