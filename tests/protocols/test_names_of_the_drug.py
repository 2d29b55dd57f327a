"""What was decided about a drug counts under every name it goes by: a synonym, a brand, a name of the unit's own."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from drugs.all_names import keys_by_drug, keys_of_drug, keys_of_name
from drugs.models import Drug, Name
from drugs.names import drug_key
from protocols.decision import decision_about
from protocols.releasing.gathering import gather
from protocols.services import ClosedWayError, start_protocol
from reactions.assessed import way_is_open
from tests.clinic import drafted, libraries, prescribed, registered, typed
from tests.protocols.editor_page import Editor
from tests.queries import queries_of
from tests.reactions.assessing.records import assessment_row
from tests.reactions.recording.records import reaction_row

pytestmark = pytest.mark.django_db(transaction=True)

CLOSED = {"way": "contraindicated", "pace": "", "steps": None, "first_bag_dilution": None, "place": ""}
ONE_DRUG = [("cisplatin", "CDDP"), ("atezolizumab", "Tecentriq"), ("acetylsalicylic acid", "Aspirin")]


@pytest.fixture
def patient(allergist):
    libraries()
    return registered(allergist)


def assessed(patient, by, culprit, **changes):
    return assessment_row(reaction_row(patient, by, culprit=culprit), by, **changes)


@pytest.mark.parametrize(("name", "other"), ONE_DRUG)
def test_a_decision_under_a_synonym_or_a_brand_holds_for_the_drug_and_the_other_way_round(
    patient, allergist, name, other
):
    drug = Drug.objects.get(name_key=drug_key(name))
    assert way_is_open(patient, name) is None
    assessed(patient, allergist, other, **CLOSED)
    assert way_is_open(patient, name) is False
    assert way_is_open(patient, other) is False
    assert decision_about(patient, drug).closes
    assert keys_of_drug(drug) == keys_of_name(other) == keys_of_name(name) >= {drug_key(name), drug_key(other)}
    assert way_is_open(patient, "carboplatin") is None
    assert keys_of_name("no such drug") == {"nosuchdrug"}


def test_under_two_names_the_decision_that_closes_the_way_holds_else_the_newest(patient, allergist):
    drug = Drug.objects.get(name_key="atezolizumab")
    assessed(patient, allergist, "atezolizumab", steps=12, first_bag_dilution=100)
    assessed(patient, allergist, "Tecentriq")
    assert decision_about(patient, drug).steps == 16
    assessed(patient, allergist, "tecentriq", number=2, **CLOSED)
    assessed(patient, allergist, "atezolizumab", number=2)
    assert decision_about(patient, drug).closes


def test_nothing_is_prescribed_where_a_brand_was_decided_against(patient, allergist, as_user):
    assessed(patient, allergist, "Tecentriq", **CLOSED)
    editor = Editor(as_user(allergist), reverse("protocol_new", args=[patient.code]))
    editor.send(**typed(entry_key=editor.values["entry_key"]))
    assert "no draft can be saved" in editor.html
    assert editor.send("save").status_code == 200
    entry = {"entry_key": editor.values["entry_key"], "by": allergist, "at": timezone.now()}
    with pytest.raises(ClosedWayError):
        start_protocol(patient=patient, prescription=prescribed(), **entry)


def test_the_editor_begins_with_the_drug_of_a_brand_that_is_to_be_desensitized(patient, allergist, as_user):
    assessed(patient, allergist, "Tecentriq")
    address = reverse("protocol_new", args=[patient.code])
    begun = Editor(as_user(allergist), address).values
    assert (begun["drug"], begun["template"]) == ("atezolizumab", "atezolizumab-bevacizumab-16-step")
    assessed(patient, allergist, "oxaliplatin")
    assert Editor(as_user(allergist), address).values["drug"] == ""


def test_a_name_of_the_units_own_counts(patient, allergist):
    drug = Drug.objects.get(name_key="atezolizumab")
    said = {"source": "our pharmacy", "mark": "known", "reviewed_on": timezone.localdate(), "entry_key": uuid4()}
    added = {"origin": "unit", "revision": 1, "added_by": allergist, "added_at": timezone.now()}
    Name(drug=drug, name="Atezo-X", name_key="atezox", **said, **added).save()
    assessed(patient, allergist, "atezo X", **CLOSED)
    assert decision_about(patient, drug).closes
    version = drafted(registered(allergist, hospital_number="77"), allergist)
    assert gather(version.protocol, on=timezone.localdate()).record.decision is None


def test_the_names_of_all_drugs_take_one_query(patient):
    drugs = list(Drug.objects.all())
    assert queries_of(lambda: keys_by_drug(drugs)) == queries_of(lambda: keys_by_drug(drugs[:1])) == 1
    assert queries_of(lambda: way_is_open(patient, "Tecentriq")) == 4
