"""The computed dose by mouth: handed over, aimed at, kept with its working, both figures where rounded."""

from fractions import Fraction

import pytest
from django.urls import reverse

from protocols.dose_order import order_of, order_text
from protocols.engine.dosing import PerKg, target_dose
from protocols.models import Version
from tests.protocols.editor_page import Editor
from tests.protocols.engine.dosing.samples import TODAY
from tests.protocols.engine.dosing.samples import patient as figures
from tests.protocols.oral.scene import address_of, codes, opened, opened_next, plain, read, saved

pytestmark = pytest.mark.django_db(transaction=True)


def order(amount="16.8", step=50):
    """16.8 mg/kg for 71 kg are 1192.8 mg, rounded to 1200 mg."""
    basis = PerKg(amount=Fraction(amount), unit="mg")
    result = target_dose(basis, patient=figures(weight=71), on=TODAY, step=Fraction(step))
    return order_of(result, basis, sex="female", on=TODAY)


def carried(client, patient, computed) -> Editor:
    address = reverse("oral_new", args=[patient.code])
    sent = {"action": "carry", "target_dose": str(computed.dose), "dose_basis": "16.8 mg/kg"}
    page = client.post(address, sent | {"dose_order": order_text(computed)})
    return Editor(client, address, page.content.decode())


def test_what_was_computed_is_handed_over_aimed_at_and_kept(patient, allergist, as_user):
    client, computed = as_user(allergist), order()
    editor = carried(client, patient, computed)
    editor.send(drug="alectinib", template="alectinib-case")
    assert editor.values["head-1-target"] == "1200"
    assert "Ordered were 1 192.8 mg; rounded to 1 200 mg" in plain(editor.html)
    editor.send("save")
    document = saved()
    assert (document.dose_order, document.edited) == (computed, False)
    assert document.choices["dose_basis"] == "16.8 mg/kg"
    assert "dose-rounded" in codes(document)
    again = opened_next(client, Version.objects.get())
    again.send("save", place="Ward 7")
    assert saved(2).dose_order == computed


def test_another_dose_than_the_phases_reach_is_told(patient, allergist, as_user):
    editor = carried(as_user(allergist), patient, order("12"))
    editor.send(drug="alectinib", template="alectinib-case")
    assert editor.values["head-1-target"] == "850"
    editor.send("save")
    assert "target-exceeded" in codes(saved())


def test_a_typed_target_is_held_against_the_order(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, dose_order=order_text(order()))
    editor.send("save", head__1__target="1000")
    (found,) = (finding for finding in saved().schedule.findings if finding.code == "dose-rounded")
    assert found.level == "sign-off"


def test_units_and_milligrams_are_not_compared(patient, allergist, as_user):
    editor = opened(
        as_user(allergist),
        patient,
        drug="insulinglargine",
        template="insulin-glargine-subcutaneous",
        dose_order=order_text(order()),
    )
    assert "the two cannot be compared" in plain(editor.html)


@pytest.mark.parametrize("text", ["x", "{}", "[]", "null", '{"inputs": 1}'])
def test_an_order_that_nobody_computed_is_refused(patient, allergist, as_user, text):
    editor = opened(as_user(allergist), patient)
    assert editor.send("save", dose_order=text).status_code == 200
    assert "The computed dose cannot be read." in editor.html
    assert not Version.objects.exists()


def test_a_typed_ordered_dose_is_kept_beside_the_target_with_its_reason(patient, allergist, as_user):
    client = as_user(allergist)
    editor = opened(client, patient)
    editor.send(ordered_dose="1190")
    assert "nobody wrote why" in plain(editor.html)
    editor.send("save", dose_reason="whole capsules")
    (found,) = (finding for finding in saved().schedule.findings if finding.code == "dose-banded")
    assert found.level == "caution"
    assert "1 190 mg" in read(client.get(address_of(Version.objects.get())))
    assert opened_next(client, Version.objects.get()).values["ordered_dose"] == "1190"


@pytest.mark.parametrize(("typed", "told"), [("0", "above 0"), ("1.500", "could mean"), ("1234.56789", "fewer digits")])
def test_an_ordered_dose_that_cannot_be_read_is_told(patient, allergist, as_user, typed, told):
    editor = opened(as_user(allergist), patient)
    assert editor.send("save", ordered_dose=typed).status_code == 200
    assert told in editor.html
    assert not Version.objects.exists()
