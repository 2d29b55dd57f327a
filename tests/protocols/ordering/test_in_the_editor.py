"""Orders as part of the editor's form: what is sent with it is saved with the version."""

import os

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desens.unit.selectors import current
from patients.models import Patient
from protocols.forms import ProtocolForm
from protocols.models import Version
from protocols.ordering.row_fields import NAMES as CELLS
from tests.clinic import labelled, libraries, prescribed, registered, typed
from tests.number_linter import lint, visible_text

pytestmark = pytest.mark.django_db
EXAMPLES = 1_000 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 60
NAMES = [f"orders-row{number}-{name}" for number in (1, 2, 12) for name in CELLS] + [
    f"orders-{name}"
    for name in ("premedication_set", "replace_rows", "filled", "filled_as", "monitoring_minutes", "observation_h")
]
BRIGHAM = "set:Brigham, platinum"


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


def shown(**changes: str) -> dict[str, str]:
    """The orders as the editor shows them for the typed protocol, with changes."""
    form = ProtocolForm(typed(), unit=current()).orders
    names = [name for name in form.fields if name not in ("replace_rows", "glucagon")]
    sent = {f"orders-{name}": str(form[name].value()) for name in names}
    return sent | {f"orders-{name.replace('__', '-')}": text for name, text in changes.items()}


def drugs(**changes: str) -> list[str]:
    return [row.drug for row in prescribed(**shown(**changes)).orders.rows]


def test_a_form_without_orders_prescribes_what_is_proposed(patient):
    proposed = prescribed().orders
    assert [row.drug for row in proposed.rows] == ["chlorpheniramine", "methylprednisolone", "ondansetron"]
    assert prescribed(**shown()).orders == proposed


def test_another_set_and_own_rows_reach_the_prescription(patient):
    assert drugs(premedication_set=BRIGHAM) == ["diphenhydramine", "famotidine"]
    assert drugs(row4__drug="montelukast")[-1] == "montelukast"


def test_what_is_wrong_in_a_row_is_told_with_the_rest_and_nothing_is_prescribed(patient):
    form = ProtocolForm(typed(**shown(row1__dose="1.500", monitoring_minutes="")), unit=current())
    assert not form.is_valid()
    assert [label for label, _text in form.wrong] == ["Premedication 1, Dose"]
    assert form.missing == ["Monitored at least every"]


def test_another_template_fills_its_own_premedication_in(patient):
    sent = typed(**shown()) | {"template": "alemtuzumab-modified-12-step"}
    form = ProtocolForm(sent, unit=current())
    assert form.orders.refilled
    assert [row.drug for row in form.orders.choice().rows][:2] == ["montelukast", "levocetirizine"]


def post(client, patient: Patient, **changes: str):
    return client.post(reverse("protocol_new", args=[patient.code]), typed(**changes), headers={"HX-Request": "true"})


def test_while_typing_the_findings_and_what_lies_ready_follow(patient, allergist, as_user):
    labelled(patient, allergist, "famotidine", "confirmed")
    page = post(as_user(allergist), patient, **shown(premedication_set=BRIGHAM)).content.decode()
    assert "an allergy to famotidine is confirmed" in page
    assert 'id="orders-rows" hx-swap-oob="true"' in page
    assert "salbutamol" in page
    assert lint(visible_text(page)) == []
    again = post(as_user(allergist), patient, **shown()).content.decode()
    assert 'id="orders-rows"' not in again


def test_rows_changed_by_hand_ask_before_they_go(patient, allergist, as_user):
    page = post(as_user(allergist), patient, **shown(row1__dose="5", premedication_set=BRIGHAM)).content.decode()
    assert "changed by hand" in page
    assert "Throw away the rows" in page
    assert 'id="orders-rows"' not in page


def test_the_page_and_the_version_show_what_is_ordered(patient, allergist, as_user):
    client = as_user(allergist)
    page = client.get(reverse("protocol_new", args=[patient.code])).content.decode()
    assert "Brigham, platinum" in page
    assert lint(visible_text(page)) == []
    saved = client.post(
        reverse("protocol_new", args=[patient.code]), typed(**shown(premedication_set=BRIGHAM), action="save")
    )
    page = visible_text(client.get(saved.url).content.decode())
    version = page.replace("\u00a0", " ")
    for text in (
        "diphenhydramine 25 mg IV, 20 min before",
        "Brigham, platinum (UpToDate; found)",
        "at least every 15 min",
        "salbutamol 4 to 8 puffs inhaled",
        "Observe for at least 2 h",
    ):
        assert text in version
    assert lint(page) == []
    protocol = Version.objects.get().protocol
    following = client.get(reverse("version_new", args=[patient.code, protocol.code])).content.decode()
    assert 'value="diphenhydramine"' in following
    assert f'value="{BRIGHAM}" selected' in following


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=st.dictionaries(st.sampled_from(NAMES), st.text(st.characters(codec="utf-8"), max_size=40), max_size=5))
def test_no_input_to_the_orders_is_an_error_of_the_server(patient, changes):
    form = ProtocolForm(typed(**changes), unit=current())
    if form.is_valid():
        assert form.orders.choice()
    else:
        assert form.wrong or form.missing
