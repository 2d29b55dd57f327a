"""The drugs' pages: all read, allergist and pharmacist add; nothing typed is lost; what is not verified says so."""

from uuid import uuid4

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertNumQueries

from drugs.library import shipped
from drugs.models import Drug, Name, Product, Retirement, Value
from tests.clinic import registered
from tests.drugs.shelf import loaded, product, retired, stated, stating
from tests.number_linter import lint, visible_text

pytestmark = pytest.mark.django_db
SOURCE = {"source": "Label of 2026-05", "mark": "seen", "reviewed_on": "2026-11-02"}


@pytest.fixture(autouse=True)
def library(db):
    loaded()


def read(client, name, *arguments, **query):
    return client.get(reverse(name, args=arguments), query).content.decode()


def send(client, route, /, *arguments, query="", **typed):
    return client.post(reverse(route, args=arguments) + query, {"entry_key": str(uuid4())} | typed)


def test_everybody_who_reads_finds_the_drugs_with_their_tall_man_forms(nurse, reviewer, outsider, as_user):
    for person in (nurse, reviewer):
        page = read(as_user(person), "drug_list")
        assert "CARBOplatin</a>" in page
        assert "PACLitaxel" in page
        assert reverse("drug_new") not in page
    assert as_user(outsider).get(reverse("drug_list")).status_code == 403


def test_a_search_finds_by_synonym_suggests_what_is_near_and_picks_nothing(nurse, as_user):
    client = as_user(nurse)
    assert "Of this name" in read(client, "drug_list", q="Taxol")
    page = read(client, "drug_list", q="cisplatyn")
    assert "Did you mean" in page
    assert reverse("drug", args=["cisplatin"]) in page
    assert 'value="cisplatyn"' in page
    assert "No such drug" in read(client, "drug_list", q="zzzzzz")
    assert "No such drug" in read(client, "drug_list", after="zzz\x00")


def test_a_drug_shows_each_value_with_source_and_mark_and_what_is_not_verified_says_so(nurse, as_user):
    page = read(as_user(nurse), "drug", "oxaliplatin")
    assert "Allergo J Int 2015" in page
    assert "0.05\u00a0mg/mL" in page
    assert '<strong class="tag to-verify">to be verified against the source</strong>' in page
    assert "anything with chloride" in page
    assert "not established" in read(as_user(nurse), "drug", "paclitaxel")
    assert "State a value" not in page


def test_look_alikes_stand_side_by_side_and_lead_to_each_other(nurse, as_user):
    page = read(as_user(nurse), "drug", "carboplatin")
    assert "Not to be confused" in page
    assert f'<a href="{reverse("drug", args=["cisplatin"])}">CISplatin</a>' in page
    assert "DAUNOrubicin" in read(as_user(nurse), "drug", "doxorubicin")


@pytest.mark.parametrize("entry", shipped(), ids=lambda entry: entry.name)
def test_every_drug_is_written_as_it_must(entry, pharmacist, as_user):
    key = Drug.objects.get(name=entry.name).name_key
    assert lint(visible_text(read(as_user(pharmacist), "drug", key))) == []


def test_what_is_not_there_is_not_found(pharmacist, as_user):
    client, other = as_user(pharmacist), product("carboplatin")
    value = Value.objects.filter(product=other)[0]
    for address in (
        reverse("drug", args=["nothing"]),
        reverse("drug", args=["Cisplatin"]),
        "/drugs/cis%00platin/",
        reverse("product_value_new", args=["cisplatin", other.pk]),
        reverse("value_revise", args=["cisplatin", value.pk]),
        reverse("value_revise", args=["cisplatin", 10**30]),
        reverse("drug_row_retire", args=["cisplatin", "drug", other.drug.pk]),
        reverse("drug_row_retire", args=["cisplatin", "name", Name.objects.exclude(drug__name="cisplatin")[0].pk]),
        reverse("drug_row_retire", args=["cisplatin", "product", other.pk]),
        reverse("drug_row_retire", args=["cisplatin", "value", value.pk]),
        reverse("drug_row_retire", args=["cisplatin", "colour", other.pk]),
    ):
        assert client.get(address).status_code == 404


def test_a_pharmacist_adds_a_drug_and_one_near_another_asks_first(pharmacist, nurse, as_user):
    client = as_user(pharmacist)
    assert send(client, "drug_new", name="Ketamine").url == reverse("drug", args=["ketamine"])
    page = send(client, "drug_new", name="Ketamin").content.decode()
    assert "did you mean one of these" in page
    assert 'value="Ketamin"' in page
    assert not Drug.objects.filter(name="Ketamin").exists()
    assert send(client, "drug_new", name="Ketamin", confirmed="on").status_code == 302
    assert "this unit" in read(client, "drug", "ketamin")
    assert send(as_user(nurse), "drug_new", name="x").status_code == 403


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Taxol", "This name is taken"),
        ("Cis-Platin", "This name is taken"),
        ("", "This field is required"),
        ("---", "Type a name with letters"),
        ("a\u202eb", "direction of reading"),
    ],
)
def test_a_name_that_cannot_be_is_told_beside_the_field(pharmacist, as_user, name, message):
    client, before = as_user(pharmacist), Drug.objects.count()
    assert message in send(client, "drug_new", name=name).content.decode()
    assert message in send(client, "drug_name_new", "carboplatin", name=name, **SOURCE).content.decode()
    assert Drug.objects.count() == before


def test_a_synonym_and_a_product_are_added_once(allergist, as_user):
    client = as_user(allergist)
    send(client, "drug_name_new", "cisplatin", name="Platinol", **SOURCE)
    assert "Platinol" in read(client, "drug", "cisplatin")
    send(client, "product_new", "cisplatin", name="cisplatin 1 mg/mL", route="intravenous")
    page = send(client, "product_new", "cisplatin", name="Cisplatin 1mg/mL", route="intravenous").content.decode()
    assert "This drug has a product of that name" in page
    assert Product.objects.filter(origin="unit").count() == 1


def stability(client, key, figure="7", query="?what=stability", **typed):
    data = SOURCE | {"condition": "25 °C", "figures": figure, "unit": "h"} | typed
    return send(client, "product_value_new", key, product(key).pk, query=query, **data)


def test_a_value_of_the_unit_stands_beside_its_source(pharmacist, as_user):
    client = as_user(pharmacist)
    assert "What is to be stated" in read(client, "product_value_new", "cisplatin", product("cisplatin").pk)
    assert stability(client, "cisplatin", "7,5").status_code == 302
    page = read(client, "drug", "cisplatin")
    assert "7.5\u00a0h" in page
    assert "Label of 2026-05" in page
    assert "Pharmacist One" in page


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"figures": ""}, "Give one value, or say that none is established"),
        ({"not_established": "on"}, "Give one value, or say that none is established"),
        ({"figures": "1.500"}, "could mean 1.5 or 1500"),
        ({"figures": "0"}, "above 0"),
        ({"figures": "4; 8"}, "Type one number"),
        ({"figures": "4 h"}, "digits and one decimal mark"),
        ({"figures": "4;"}, "Type one number|Type a number"),
        ({"source": ""}, "This field is required"),
        ({"mark": ""}, "This field is required"),
        ({"mark": "sure"}, "not one of the available choices"),
        ({"reviewed_on": "2099-01-01"}, "lies in the future"),
        ({"reviewed_on": "02/11/2026"}, "year, month, day"),
        ({"unit": "mg"}, "not one of the available choices"),
    ],
)
def test_a_wrong_value_is_told_and_nothing_typed_is_lost(pharmacist, as_user, typed, message):
    page = stability(as_user(pharmacist), "cisplatin", condition="in the dark", **typed).content.decode()
    assert any(part in page for part in message.split("|")), page
    assert 'value="in the dark"' in page
    assert not Value.objects.filter(origin="unit").exists()


@pytest.mark.parametrize(
    ("what", "typed", "shown"),
    [
        ("skin_intradermal", {"figures": "0.01; 0.1; 1", "unit": "mg/mL"}, "0.01\u00a0mg/mL; 0.1\u00a0mg/mL"),
        ("skin_prick", {"words": "undiluted", "unit": "mg/mL"}, "undiluted"),
        ("skin_prick", {"not_established": "on", "unit": "mg/mL"}, "not established"),
        ("look_alikes", {"words": "OXYcodone; oxaliPLATIN"}, "OXYcodone; oxaliPLATIN"),
        ("tall_man", {"words": "oxaliPLATIN"}, "oxaliPLATIN"),
    ],
)
def test_each_kind_of_value_is_stated_in_its_way(pharmacist, as_user, what, typed, shown):
    client = as_user(pharmacist)
    data = SOURCE | {"condition": "" if what == "tall_man" else "this unit's table"} | typed
    assert send(client, "drug_value_new", "oxaliplatin", query=f"?what={what}", **data).status_code == 302
    assert shown in " ".join(visible_text(read(client, "drug", "oxaliplatin")).split("\n"))


def test_a_tall_man_form_of_another_name_and_figures_not_rising_are_refused(pharmacist, as_user):
    client = as_user(pharmacist)
    wrong = send(client, "drug_value_new", "oxaliplatin", query="?what=tall_man", words="CISplatin", **SOURCE)
    assert "own name" in wrong.content.decode()
    steps = {"figures": "1; 0.1", "unit": "mg/mL"} | SOURCE
    wrong = send(client, "drug_value_new", "oxaliplatin", query="?what=skin_prick", **steps)
    assert "from the smallest to the largest" in wrong.content.decode()


def test_diluents_are_chosen_from_the_list(pharmacist, as_user):
    client, about = as_user(pharmacist), product("meropenem")
    data = SOURCE | {"codes": ["glucose-5", "undiluted"]}
    send(client, "product_value_new", "meropenem", about.pk, query="?what=diluents_refused", **data)
    assert "glucose 5\u00a0%; undiluted" in read(client, "drug", "meropenem").replace(";\n", "; ")


def test_revising_a_shipped_value_replaces_it_and_says_so(pharmacist, as_user):
    client, about = as_user(pharmacist), product("oxaliplatin")
    shipped_row = Value.objects.get(product=about, what="concentration_greatest")
    page = read(client, "value_revise", "oxaliplatin", shipped_row.pk)
    assert 'value="0.7"' in page
    assert f'name="based_on" value="{shipped_row.pk}"' in page
    data = SOURCE | {"figures": "0.8", "unit": "mg/mL", "based_on": shipped_row.pk, "condition": "another"}
    assert send(client, "value_revise", "oxaliplatin", shipped_row.pk, **data).status_code == 302
    assert Value.objects.latest("id").condition == ""
    page = read(client, "drug", "oxaliplatin")
    assert "in place of the shipped value" in page
    assert "replaced" in page


def test_a_stale_value_shows_theirs_and_keeps_what_was_typed(pharmacist, allergist, as_user):
    client, about = as_user(pharmacist), product("oxaliplatin")
    shipped_row = Value.objects.get(product=about, what="concentration_greatest")
    theirs = stated(about, stating("concentration_greatest", "0.9", "mg/mL"), allergist)
    data = SOURCE | {"figures": "0.8", "unit": "mg/mL", "based_on": shipped_row.pk}
    page = send(client, "value_revise", "oxaliplatin", shipped_row.pk, **data).content.decode()
    assert "Not saved: this stands already" in page
    assert "0.9\u00a0mg/mL" in page
    assert 'value="0.8"' in page
    assert f'name="based_on" value="{theirs.pk}"' in page
    assert lint(visible_text(page)) == []
    assert send(client, "value_revise", "oxaliplatin", theirs.pk, **data | {"based_on": theirs.pk}).status_code == 302


@pytest.mark.parametrize("subject", ["drug", "name", "product", "value"])
def test_a_row_is_taken_out_of_use_with_a_reason_and_used_again(pharmacist, as_user, subject):
    client, about = as_user(pharmacist), product("oxaliplatin")
    rows = {"drug": about.drug, "name": about.drug.names.get(), "product": about, "value": about.values.all()[0]}
    arguments = ("oxaliplatin", subject, rows[subject].pk)
    assert "This field is required" in send(client, "drug_row_retire", *arguments, reason="").content.decode()
    assert send(client, "drug_row_retire", *arguments, reason="not bought").status_code == 302
    page = read(client, "drug", "oxaliplatin")
    assert "out of use" in page
    assert "not bought" in page
    assert lint(visible_text(page)) == []
    assert "Use again" in read(client, "drug_row_retire", *arguments)
    send(client, "drug_row_retire", *arguments, reason="bought again")
    assert [row.retired for row in Retirement.objects.order_by("id")] == [True, False]


def test_the_chooser_of_a_protocol_offers_intravenous_drugs_in_their_tall_man_form(allergist, as_user):
    patient = registered(allergist)
    retired(product("oxaliplatin"), allergist)
    page = as_user(allergist).get(reverse("protocol_new", args=[patient.code])).content.decode()
    assert '<option value="carboplatin">CARBOplatin</option>' in page
    for hidden in ("oxaliplatin", "alectinib", "adalimumab", "histamine"):
        assert f'<option value="{hidden}">' not in page


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_take_a_literal_number_of_queries(pharmacist, as_user, rows):
    for figure in range(1, rows + 1):
        stated(product("oxaliplatin"), stating("stability", str(figure), "h", "30 °C"), pharmacist)
    client = as_user(pharmacist)
    client.get("/")
    with assertNumQueries(LIST):
        read(client, "drug_list")
    with assertNumQueries(PAGE):
        read(client, "drug", "oxaliplatin")


LIST, PAGE = 8, 13
NAMES = ["name", "route", "what", "condition", "figures", "unit", "words", "codes", "source", "mark", "reviewed_on"]
NAMES += ["entry_key", "based_on", "not_established", "reason", "confirmed"]
TYPED = st.dictionaries(st.sampled_from(NAMES), st.text(st.characters(codec="utf-8"), max_size=60), max_size=6)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(typed=TYPED, what=st.sampled_from(["stability", "filter", "diluents_allowed", "", "colour"]))
def test_no_input_is_an_error_of_the_server(pharmacist, as_user, typed, what):
    client, about = as_user(pharmacist), product("cisplatin")
    data = SOURCE | {"entry_key": str(uuid4())} | typed
    assert client.get(reverse("drug_list"), {"q": typed.get("name", ""), "after": what}).status_code == 200
    for name, arguments in (
        ("drug_new", []),
        ("drug_name_new", ["cisplatin"]),
        ("product_new", ["cisplatin"]),
        ("product_value_new", ["cisplatin", about.pk]),
        ("drug_row_retire", ["cisplatin", "product", about.pk]),
    ):
        response = client.post(reverse(name, args=arguments) + f"?what={what}", data)
        assert response.status_code in (200, 302, 400)
