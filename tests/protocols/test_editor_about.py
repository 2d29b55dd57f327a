"""What the editor says about the chosen drug: the assessment, earlier cycles, its products; and the ordered dose."""

import json
from fractions import Fraction

import pytest
from django.urls import reverse
from django.utils import timezone

from patients.models import Patient
from protocols.dose_order import order_of, order_to_stored
from protocols.engine.dosing import PerKg, target_dose
from protocols.models import Protocol, Version
from protocols.services import ClosedWayError, add_version, start_protocol
from protocols.version_document import read_document
from tests.clinic import drafted, libraries, prescribed, registered, typed
from tests.number_linter import visible_text
from tests.protocols.editor_page import Editor
from tests.protocols.engine.dosing.samples import TODAY
from tests.protocols.engine.dosing.samples import patient as figures
from tests.reactions.assessing.records import assessment_row
from tests.reactions.recording.entries import recorded

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


def assessed(patient, by, culprit="atezolizumab", **changes):
    reaction = recorded(patient, by)
    names = {"culprit": culprit, "culprit_key": culprit}
    return assessment_row(reaction, by, **(names | changes))


def opened(client, patient, **changes) -> Editor:
    editor = Editor(client, reverse("protocol_new", args=[patient.code]))
    editor.send(**typed(entry_key=editor.values["entry_key"], **changes))
    return editor


def saved(number=1):
    return read_document(Version.objects.filter(number=number).latest("id").document)


def shown(editor):
    """What a person reads, every blank a plain one."""
    return " ".join(visible_text(editor.html).split())


def codes(document):
    return [finding.code for finding in document.schedule.findings]


def test_without_an_assessment_that_is_a_caution_which_is_stored(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    assert "No assessment of this drug." in editor.html
    editor.send("save")
    assert "no-assessment" in codes(saved())


def test_the_assessment_proposes_drug_and_template_with_a_link_to_it(patient, allergist, as_user):
    row = assessed(patient, allergist, reason="grade 3")
    editor = Editor(as_user(allergist), reverse("protocol_new", args=[patient.code]))
    assert editor.values["drug"] == "atezolizumab"
    assert editor.values["template"] == "atezolizumab-bevacizumab-16-step"
    assert reverse("assessment", args=[patient.code, row.reaction.case_key]) in editor.html
    assert "16 steps; first bag 1:1\u202f000" in editor.html
    assert "grade 3" in editor.html
    editor.send(**typed(entry_key=editor.values["entry_key"]))
    editor.send("save")
    assert not {"no-assessment", "fewer-steps-than-decided", "first-bag-stronger-than-decided"} & set(codes(saved()))


def test_another_template_than_decided_is_told_and_the_decided_one_a_button_away(patient, allergist, as_user):
    assessed(patient, allergist)
    editor = opened(as_user(allergist), patient, template="generic-08-step")
    assert "8 steps; the assessment of" in shown(editor)
    assert "The first bag is 1:10 of the full strength" in shown(editor)
    assert "Use this template" in editor.html
    editor.send("propose")
    assert editor.values["template"] == "atezolizumab-bevacizumab-16-step"
    assert "step-16-rate" in editor.values
    assert "Use this template" not in editor.html


@pytest.mark.parametrize("way", ["contraindicated", "avoid"])
def test_a_closed_way_is_said_and_no_draft_is_saved(patient, allergist, as_user, way):
    before = drafted(patient, allergist)
    nothing = {"pace": "", "steps": None, "first_bag_dilution": None, "place": ""}
    assessed(patient, allergist, way=way, contraindicated=way == "contraindicated", **nothing)
    editor = opened(as_user(allergist), patient)
    assert "no draft can be saved" in editor.html
    assert editor.send("save").status_code == 200
    assert Version.objects.count() == 1
    common = {"entry_key": editor.values["entry_key"], "by": allergist, "at": timezone.now()}
    with pytest.raises(ClosedWayError):
        start_protocol(patient=patient, prescription=prescribed(), **common)
    with pytest.raises(ClosedWayError):
        add_version(protocol=before.protocol, based_on=1, prescription=prescribed(), **common)


def test_an_overridden_contraindication_leaves_the_way_that_was_decided(patient, allergist, as_user):
    assessed(patient, allergist, contraindicated=True, override_reason="no other drug, board of 2026-11-01")
    editor = opened(as_user(allergist), patient)
    assert "no draft can be saved" not in editor.html
    assert "board of 2026-11-01" in editor.html
    assert editor.send("save").status_code == 302


def test_an_earlier_cycle_is_copied_with_its_edited_plan_and_changed(patient, allergist, as_user):
    client = as_user(allergist)
    first = opened(client, patient, place="Ward 7", intended_on="2026-11-24")
    first.send("save", step__1__rate="5")
    earlier = Protocol.objects.get()
    begun = opened(client, patient)
    copy = f"?copy={earlier.code}/1"
    assert copy in begun.html
    again = Editor(client, reverse("protocol_new", args=[patient.code]) + copy)
    assert (again.values["step-1-rate"], again.values["place"], again.values["intended_on"]) == ("5", "Ward 7", "")
    assert again.send("save", step__2__rate="6").status_code == 302
    document = read_document(Version.objects.latest("id").document)
    assert Protocol.objects.count() == 2
    assert (document.cycle, document.copied_from, document.edited) == (2, f"{earlier.code}/1", True)
    assert [step.rate_ml_h for step in document.specification.steps[:2]] == [5, 6]
    next_version = Editor(client, reverse("version_new", args=[patient.code, Protocol.objects.latest("id").code]))
    next_version.send("save")
    assert saved(2).cycle == 2
    assert saved(2).copied_from == f"{earlier.code}/1"


def test_what_is_another_patients_cannot_be_copied(patient, allergist, as_user):
    other = registered(allergist, hospital_number="2")
    version = drafted(other, allergist)
    address = reverse("protocol_new", args=[patient.code])
    client = as_user(allergist)
    for name in (f"{version.protocol.code}/1", "nothing/1", "nothing", f"{version.protocol.code}/x"):
        assert client.get(address, {"copy": name}).status_code == 404
        assert client.post(address, typed(copied_from=name)).status_code == 404
    own = reverse("protocol_new", args=[other.code])
    assert client.get(own, {"copy": f"{version.protocol.code}/9"}).status_code == 404


def test_a_product_is_chosen_where_the_drug_has_several(patient, allergist, as_user):
    client = as_user(allergist)
    editor = opened(client, patient)
    assert 'name="product"' not in editor.html
    assert "cetuximab 2 mg/mL" in editor.typed(drug="cetuximab").values["about"] + editor.answer
    editor.send(drug="cetuximab")
    editor.send("save")
    assert saved().source["product"] == "cetuximab 5 mg/mL"
    chosen = opened(client, patient, drug="cetuximab")
    chosen.send("save", product="cetuximab 2 mg/mL")
    assert saved().source["product"] == "cetuximab 2 mg/mL"


def test_an_order_is_stored_and_both_doses_stay_visible(patient, allergist, as_user):
    basis = PerKg(amount=Fraction("16.6"), unit="mg")
    result = target_dose(basis, patient=figures(weight=71), on=TODAY, step=Fraction(50))
    order = order_of(result, basis, sex="female", on=TODAY)
    text = json.dumps(order_to_stored(order))
    editor = opened(as_user(allergist), patient, dose_order=text)
    assert (order.unrounded, order.dose) == (Fraction("1178.6"), 1200)
    assert "Ordered were 1 178.6 mg; rounded to 1 200 mg, 1.816 % away." in shown(editor)
    editor.send("save")
    document = saved()
    assert document.dose_order == order
    assert "dose-rounded" in codes(document)
    next_version = Editor(as_user(allergist), reverse("version_new", args=[patient.code, Protocol.objects.get().code]))
    next_version.send("save", target_dose="1300")
    assert saved(2).dose_order == order
    (found,) = (finding for finding in saved(2).schedule.findings if finding.code == "dose-rounded")
    assert found.level == "sign-off"


@pytest.mark.parametrize("text", ["x", "{}", "[]", '{"kind": "flat"}', "null", "1", '{"inputs": 1}'])
def test_an_order_that_nobody_computed_is_refused(patient, allergist, as_user, text):
    editor = opened(as_user(allergist), patient)
    response = editor.send("save", dose_order=text)
    assert response.status_code == 200
    assert "The computed dose cannot be read." in editor.html
    assert not Version.objects.exists()
