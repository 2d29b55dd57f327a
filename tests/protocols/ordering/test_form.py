"""The part of the editor that orders premedication: sets fill rows in, what was changed by hand is never lost."""

from fractions import Fraction

import pytest

from desens.unit.selectors import UnitSettings
from protocols.engine import ProtocolTemplate
from protocols.ordering.form import OrdersForm
from protocols.selectors import infused_templates
from tests.clinic import SIXTEEN_STEPS, libraries

pytestmark = pytest.mark.django_db
UNIT = UnitSettings(rows={})
BRIGHAM = "set:Brigham, platinum"


@pytest.fixture
def template() -> ProtocolTemplate:
    libraries()
    return next(entry for row, entry in infused_templates() if row.slug == SIXTEEN_STEPS)


def sent(form: OrdersForm, **changes: str) -> dict[str, str]:
    """What a browser sends of the form as it is shown, with changes."""
    names = [name for name in form.fields if name not in ("replace_rows", "glucagon")]
    shown = {form.add_prefix(name): form[name].value() for name in names}
    begun = {
        name: "" if value is None else str(form[name.removeprefix("orders-")].value()) for name, value in shown.items()
    }
    return begun | {f"orders-{name.replace('__', '-')}": text for name, text in changes.items()}


def opened(template=None, **options) -> OrdersForm:
    return OrdersForm(unit=UNIT, template=template, **options)


def told(form: OrdersForm) -> list[tuple]:
    return [(row.drug, row.dose, row.minutes_before, row.moment) for row in form.choice().rows]


def test_a_new_form_proposes_the_templates_premedication(template):
    form = opened(template)
    assert told(form) == [
        ("chlorpheniramine", 10, 60, ""),
        ("methylprednisolone", 60, 60, ""),
        ("ondansetron", 8, 60, ""),
    ]
    assert {row.source for row in form.choice().rows} == {template.citation}
    assert form.choice().monitoring_minutes == 15
    assert form.choice().observation_h == 2


def test_what_is_shown_and_sent_back_is_what_was_proposed(template):
    form = opened(template)
    again = OrdersForm(sent(form), unit=UNIT, template=template)
    assert again.is_valid(), again.errors
    assert again.choice() == form.choice()
    assert not again.refilled


def test_another_set_fills_the_rows_in(template):
    form = OrdersForm(sent(opened(template), premedication_set=BRIGHAM), unit=UNIT, template=template)
    assert form.refilled
    assert form.is_valid(), form.errors
    assert told(form) == [("diphenhydramine", 25, 20, ""), ("famotidine", 20, 20, "")]
    assert form.choice().rows[0].source == "Brigham, platinum (UpToDate; found)"


def test_a_template_chosen_later_fills_its_rows_in(template):
    first = opened(None)
    assert told(first) == []
    form = OrdersForm(sent(first), unit=UNIT, template=template)
    assert form.refilled
    assert len(told(form)) == 3


def test_rows_changed_by_hand_are_kept_until_somebody_ticks(template):
    changed = sent(opened(template), row1__dose="5", premedication_set=BRIGHAM)
    form = OrdersForm(changed, unit=UNIT, template=template)
    assert not form.is_valid()
    assert form.rows_kept
    assert "changed by hand" in str(form.errors["premedication_set"])
    assert form["row1-dose"].value() == "5"
    ticked = OrdersForm(changed | {"orders-replace_rows": "on"}, unit=UNIT, template=template)
    assert ticked.is_valid(), ticked.errors
    assert told(ticked)[0] == ("diphenhydramine", 25, 20, "")


def test_rows_are_added_changed_and_removed(template):
    new = {"drug": "montelukast", "dose": "10", "unit": "mg", "route": "PO", "moment": "the night before"}
    changes = {f"row4__{name}": text for name, text in new.items()}
    gone = {f"row1__{name}": "" for name in ("drug", "dose", "unit", "route", "minutes_before")}
    form = OrdersForm(sent(opened(template), row2__dose="40", **changes, **gone), unit=UNIT, template=template)
    assert form.is_valid(), form.errors
    assert told(form) == [
        ("methylprednisolone", 40, 60, ""),
        ("ondansetron", 8, 60, ""),
        ("montelukast", 10, None, "the night before"),
    ]
    assert [row.source for row in form.choice().rows] == ["", template.citation, ""]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"row4__dose": "5"}, "row4-drug"),
        ({"row4__drug": "montelukast", "row4__dose": "5"}, "row4-unit"),
        ({"row4__drug": "montelukast", "row4__unit": "mg"}, "row4-unit"),
        ({"row1__dose": "0"}, "row1-dose"),
        ({"row1__dose": "1.500"}, "row1-dose"),
        ({"row1__minutes_before": "0.5"}, "row1-minutes_before"),
        ({"row1__moment": "the night before"}, "row1-moment"),
        ({"row1__route": "thrown"}, "row1-route"),
        ({"monitoring_minutes": "0"}, "monitoring_minutes"),
        ({"monitoring_minutes": "121"}, "monitoring_minutes"),
        ({"observation_h": "0.4"}, "observation_h"),
        ({"observation_h": ""}, "observation_h"),
        ({"premedication_set": "set:unknown"}, "premedication_set"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_stays(template, changes, field):
    form = OrdersForm(sent(opened(template), **changes), unit=UNIT, template=template)
    assert not form.is_valid()
    assert field in form.errors
    name, text = next(iter(changes.items()))
    assert form[name.replace("__", "-")].value() == text


def test_nothing_sent_of_it_leaves_what_is_proposed(template):
    form = OrdersForm({"drug": "atezolizumab"}, unit=UNIT, template=template)
    assert not form.is_bound
    assert len(form.choice().rows) == 3


def test_withdrawn_ranitidine_is_replaced_and_both_are_named(template):
    form = OrdersForm(sent(opened(template), premedication_set="set:Burches"), unit=UNIT, template=template)
    row = next(row for row in form.choice().rows if row.drug == "famotidine")
    assert (row.dose, row.unit) == (Fraction(20), "mg")
    assert row.reason == "in place of ranitidine, withdrawn"
    assert "Burches" in row.source
    assert not any(row.drug == "ranitidine" for row in form.choice().rows)


def test_more_rows_than_fit_are_not_offered(template):
    rows = {f"row{number}__drug": f"medicine {number}" for number in range(1, 13)}
    form = OrdersForm(sent(opened(template), **rows), unit=UNIT, template=template)
    assert form.is_valid(), form.errors
    assert len(form.rows) == 12
    assert len(form.choice().rows) == 12
