"""The oral editor says what was decided about the drug, proposes the published protocol, and shows earlier cycles."""

import pytest
from django.urls import reverse
from django.utils import timezone

from protocols.models import Protocol, Version
from protocols.services import ClosedWayError, start_protocol
from tests.protocols.editor_page import Editor
from tests.protocols.oral.prescribing import prescribed_orally
from tests.protocols.oral.scene import ALECTINIB, assessed, codes, drafted, opened, plain, saved

pytestmark = pytest.mark.django_db(transaction=True)
CLOSED = {"pace": "", "steps": None, "first_bag_dilution": None, "place": ""}


def test_without_an_assessment_that_is_a_caution(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    assert "No assessment of this drug." in editor.html
    editor.send("save")
    assert "no-assessment" in codes(saved())


def test_the_only_published_protocol_of_the_decided_pace_is_proposed(patient, allergist, as_user):
    row = assessed(patient, allergist, culprit="allopurinol")
    editor = Editor(as_user(allergist), reverse("oral_new", args=[patient.code]))
    assert (editor.values["drug"], editor.values["template"]) == ("allopurinol", "allopurinol-30-day")
    assert reverse("assessment", args=[patient.code, row.reaction.case_key]) in editor.html
    other = opened(as_user(allergist), patient, drug="allopurinol")
    assert "Use this template" in other.html
    other.send("propose")
    assert other.values["template"] == "allopurinol-30-day"
    assert other.values["phase-2-first"]
    assert "Use this template" not in other.html


def test_several_that_fit_are_named_and_none_is_chosen(patient, allergist, as_user):
    assessed(patient, allergist)
    editor = Editor(as_user(allergist), reverse("oral_new", args=[patient.code]))
    assert (editor.values["drug"], editor.values["template"]) == ("alectinib", "")
    assert "Published for this drug and this pace" in plain(editor.html)
    assert opened(as_user(allergist), patient).html.count("Published for this drug and this pace") == 0


@pytest.mark.parametrize("way", ["contraindicated", "avoid"])
def test_a_closed_way_is_said_and_no_draft_is_saved(patient, allergist, as_user, way):
    assessed(patient, allergist, way=way, contraindicated=way == "contraindicated", **CLOSED)
    editor = opened(as_user(allergist), patient)
    assert "no draft can be saved" in editor.html
    assert editor.send("save").status_code == 200
    assert not Version.objects.exists()
    common = {"entry_key": editor.values["entry_key"], "by": allergist, "at": timezone.now()}
    with pytest.raises(ClosedWayError):
        start_protocol(patient=patient, prescription=prescribed_orally(drug="alectinib", template=ALECTINIB), **common)


def test_another_drug_brings_what_is_known_of_it_by_htmx(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    editor.typed(drug="allopurinol")
    assert 'id="about-drug"' in editor.answer
    editor.typed(place="Ward 7")
    assert 'id="about-drug"' not in editor.answer


def test_earlier_cycles_of_the_drug_are_shown_and_copied(patient, allergist, as_user):
    client = as_user(allergist)
    drafted(client, patient, place="Ward 7")
    code = Protocol.objects.get().code
    editor = opened(client, patient)
    assert f"?copy={code}/1" in editor.html
    again = Editor(client, reverse("oral_new", args=[patient.code]) + f"?copy={code}/1")
    assert (again.values["place"], again.values["intended_on"]) == ("Ward 7", "")
