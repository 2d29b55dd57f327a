"""The shipped drug library: read strictly, loaded once, never changed silently."""

from datetime import date

import pytest
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.numbers.files import FileError, load_text
from drugs import library, services
from drugs.models import Drug, Mark, Name, Value
from drugs.names import drug_key
from drugs.selectors import product_facts

OXALIPLATIN = (library.FOLDER / "oxaliplatin.yaml").read_text(encoding="utf-8")
SAID = [
    pytest.param(said, id=f"{drug.name}-{getattr(said, 'what', 'name')}-{getattr(said, 'condition', '')}")
    for drug in library.shipped()
    for said in (*drug.names, *drug.values, *(value for product in drug.products for value in product.values))
]
#: The drugs of clinical.md 4.4 and 11 and of the protocols to come, and those whose names they are confused with.
EXPECTED = """acetylsalicylic acid; adalimumab; alectinib; alemtuzumab; allopurinol; amoxicillin; ampicillin;
asparaginase; atezolizumab; benzylpenicillin; benzylpenicilloyl polylysine; bevacizumab;
carboplatin; cefepime; ceftazidime; cephalosporins; cetuximab; chlorhexidine; cisplatin;
co-trimoxazole; docetaxel; doxorubicin; epinephrine; etanercept; gadolinium contrast media;
heparins; histamine; imatinib; infliximab; insulin glargine; iodinated contrast media;
local anesthetics; meropenem; methylene blue; minor determinant mixture; omalizumab; oxaliplatin;
paclitaxel; patent blue; phenoxymethylpenicillin; proton pump inhibitors; rituximab; trastuzumab;
vinblastine; vincristine"""


def load(**options):
    return services.load_library(by="test", at=timezone.now(), **options)


def read(text):
    return library.read_drug(load_text(text, file="x.yaml"), file="x.yaml")


def test_every_shipped_file_is_read():
    assert sorted(entry.name for entry in library.shipped()) == " ".join(EXPECTED.split()).split("; ")


@pytest.mark.parametrize("said", SAID)
def test_every_name_and_value_has_a_source_a_mark_and_a_review_date(said):
    assert len(said.source) > 10
    assert said.mark in Mark.values
    assert date(2026, 11, 20) <= said.reviewed_on <= timezone.localdate()
    assert said.revision >= 1


def test_no_two_drugs_share_a_name():
    keys = [drug_key(drug.name) for drug in library.shipped()]
    keys += [name.name_key for drug in library.shipped() for name in drug.names]
    assert len(keys) == len(set(keys))


def test_what_is_remembered_is_marked_for_verification():
    remembered = [said.values[0] for said in SAID if "emembered" in said.values[0].source]
    assert len(remembered) > 20
    assert {said.mark for said in remembered} == {Mark.VERIFY}


def test_a_tall_man_form_is_the_name_itself_and_its_look_alikes_name_it_too():
    forms = {entry.stated: drug for drug in library.shipped() for entry in drug.values if entry.what == "tall_man"}
    assert set(forms) >= {"CARBOplatin", "CISplatin", "DOCEtaxel", "PACLitaxel", "inFLIXimab", "riTUXimab"}
    for form, drug in forms.items():
        assert drug_key(form) == drug_key(drug.name)
        named = next(entry for entry in drug.values if entry.what == "look_alikes").stated.split("; ")
        for other in set(named) & set(forms):
            back = next(entry for entry in forms[other].values if entry.what == "look_alikes").stated
            assert form in back.split("; ")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("name: oxaliplatin\n", "", "the keys name"),
        ("name: oxaliplatin\n", "name: oxaliplatin\ncolour: blue\n", "the keys name"),
        ("value: [0.05, 0.5, 5],", "value: [0.05, 5, 0.5],", "from the smallest to the largest"),
        ("value: [0.05, 0.5, 5],", "value: [0.05, 0.05],", "each once"),
        ("value: [0.05, 0.5, 5],", "value: [],", "figures above 0"),
        ("value: 0.7, unit: mg/mL", "value: 0.7, unit: mcgs/mL", "one of the units"),
        ("value: 0.7, unit: mg/mL", "value: 0.7", "a figure with one of the units"),
        ("value: 0.7, unit: mg/mL", "value: 0, unit: mg/mL", "one figure above 0"),
        ("value: 0.7, unit: mg/mL", "value: [0.7, 0.8], unit: mg/mL", "one figure above 0"),
        ("value: 0.7, unit: mg/mL", "value: 7:10, unit: mg/mL", "a number with a decimal point"),
        ("value: 0.7, unit: mg/mL", "value: null, unit: mg/mL", "expected figures"),
        ("what: set, value: no aluminium,", "what: set, value: 3, unit: mg,", "words without a unit"),
        ("what: set, value: no aluminium,", "what: set, value: null,", "words"),
        ("value: [glucose-5]", "value: [glucose-50]", "any of sodium-chloride-0.9"),
        ("value: [glucose-5]", "value: []", "a list of names"),
        ("what: set,", "what: colour,", "one of stock_concentration"),
        ("what: set,", "what: class,", "one of stock_concentration"),
        ("source: us,", "source: them,", "one of brand"),
        ("source: us,", "", "the keys condition|the keys mark"),
        ("source: us, mark: known,", "source: us, mark: sure,", "one of seen"),
        ("source: us, mark: known, revision: 1", "source: us, mark: known, revision: one", "a whole number"),
        ("source: us, mark: known, revision: 1", "source: us, mark: known, revision: 1, colour: blue", "the keys"),
        ("reviewed: 2026-11-20", "reviewed: 20/11/2026", "a date such as"),
        ("route: intravenous", "route: by air", "one of intravenous"),
        ("sources:", "sources: {}\nothers:", "the keys"),
    ],
)
def test_a_wrong_file_says_what_was_expected(old, new, expected):
    assert old in OXALIPLATIN
    with pytest.raises(FileError, match=expected):
        read(OXALIPLATIN.replace(old, new, 1))


@pytest.mark.django_db(transaction=True)
def test_loading_twice_adds_once():
    assert load() == len(library.shipped())
    assert load() == 0
    assert Drug.objects.count() == len(library.shipped())
    assert Value.objects.count() + Name.objects.count() == len(SAID)
    assert AuditEvent.objects.filter(action="loaded").count() == len(library.shipped())


@pytest.mark.django_db(transaction=True)
def test_a_changed_value_without_a_new_revision_is_refused_and_nothing_is_added(tmp_path):
    load()
    before = Value.objects.count()
    changed = OXALIPLATIN.replace("value: 0.7", "value: 0.8").replace("source: us", "source: label")
    (tmp_path / "oxaliplatin.yaml").write_text(changed, encoding="utf-8")
    with pytest.raises(services.ChangedRevisionError, match="concentration_greatest//1: stated changed without a new"):
        load(folder=tmp_path)
    assert Value.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_a_new_revision_stands_and_the_earlier_one_stays(tmp_path):
    load()
    changed = OXALIPLATIN.replace(
        "value: 0.7, unit: mg/mL, source: label, mark: seen, revision: 1",
        "value: 0.8, unit: mg/mL, source: label, mark: seen, revision: 2",
    )
    (tmp_path / "oxaliplatin.yaml").write_text(changed, encoding="utf-8")
    assert load(folder=tmp_path) == 1
    (product,) = product_facts(Drug.objects.get(name="oxaliplatin"))
    assert [str(figure) for fact in product.of("concentration_greatest") for figure in fact.figures] == ["4/5"]
    held = Value.objects.filter(product__drug__name="oxaliplatin", what="concentration_greatest")
    assert [row.stated for row in held.order_by("revision")] == ["0.7", "0.8"]


@pytest.mark.django_db(transaction=True)
def test_a_product_gives_plain_values():
    load()
    (product,) = product_facts(Drug.objects.get(name="atezolizumab"))
    assert (product.name, product.route) == ("atezolizumab 60 mg/mL concentrate", "intravenous")
    assert str(product.stock_concentration) == "60\u00a0mg/mL"
    assert product.filter == "in-line filter, 0.2 micrometres"
    assert [fact.words for fact in product.of("diluents_allowed")] == [("sodium-chloride-0.9",)]
    (unknown,) = product_facts(Drug.objects.get(name="ceftazidime"))
    assert unknown.stock_concentration is None
    assert unknown.filter == ""
    assert [(fact.established, fact.figures, fact.words) for fact in unknown.of("stability")] == [(False, (), ())]
