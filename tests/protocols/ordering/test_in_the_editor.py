"""Orders as part of the editor's form: what is sent with it is saved with the version."""

import pytest

from desens.unit.selectors import current
from patients.models import Patient
from protocols.forms import ProtocolForm
from tests.clinic import libraries, prescribed, registered, typed

pytestmark = pytest.mark.django_db
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
