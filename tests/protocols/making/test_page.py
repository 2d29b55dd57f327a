"""Bags are recorded on the page of the preparation: what was typed stays, what is wrong is told beside its field."""

from datetime import timedelta

import pytest
from django.utils import timezone

from protocols.models import BagsMade
from tests.clinic import drafted, registered
from tests.number_linter import lint, visible_text
from tests.protocols.lifecycle.steps import voided
from tests.protocols.making.scene import address_of, checked, in_error, made, sent, stated_version, typed
from tests.protocols.papers.scene import plain, released_version
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


def words(client, version) -> str:
    return plain(visible_text(client.get(address_of(version)).content.decode()))


def test_the_form_proposes_now_and_what_is_recorded_stands_on_the_page(version, pharmacist, as_user):
    client = as_user(pharmacist)
    form = client.get(address_of(version)).context["bags_form"]
    assert form["prepared_on"].value() == timezone.localdate()
    assert sent(client, version)["Location"] == f"{address_of(version)}#bags-made"
    page = words(client, version)
    for said in ("B1234", "expires 2029-03", "lot not recorded", pharmacist.full_name, "3 h 59 min left"):
        assert said in page
    assert "You made these bags. Another person checks them." in page
    assert lint(visible_text(client.get(address_of(version)).content.decode())) == []


def test_what_is_wrong_is_told_beside_its_field_and_all_that_was_typed_stays(version, pharmacist, as_user):
    answer = sent(as_user(pharmacist), version, **{"expires-drug-0": "2020-01", "note": "made in a hurry"})
    form = answer.context["bags_form"]
    assert form.errors.keys() == {"expires-drug-0"}
    assert (form["note"].value(), form["expires-drug-0"].value()) == ("made in a hurry", "2020-01")
    assert not BagsMade.objects.exists()


def test_one_tap_writes_the_time_and_keeps_what_was_typed(version, pharmacist, as_user):
    answer = sent(as_user(pharmacist), version, action="now", prepared_on="", prepared_time="9", note="second try")
    form = answer.context["bags_form"]
    assert not form.errors
    assert (form["prepared_on"].value(), form["note"].value()) == (timezone.localdate(), "second try")
    assert form["lot-drug-0"].value() == "B1234"
    assert not BagsMade.objects.exists()


def test_a_missing_stability_is_said_and_asks_for_no_reason(version, pharmacist, as_user):
    page = words(as_user(pharmacist), version)
    assert "“Use by” cannot be computed: the product's stability is missing." in page


def test_beyond_the_stated_stability_it_asks_for_a_reason_and_keeps_it(allergist, pharmacist, as_user):
    version = stated_version(allergist, pharmacist)
    client, late = as_user(pharmacist), timezone.localtime() + timedelta(hours=9)
    until = {"use_by_on": f"{late:%Y-%m-%d}", "use_by_time": f"{late:%H:%M}", "product-diluent": ""}
    form = client.get(address_of(version)).context["bags_form"]
    assert form["use_by_time"].value() is not None
    answer = sent(client, version, **until)
    assert "Say why it is longer" in " ".join(answer.context["bags_form"].errors["reason"])
    until["reason"] = "kept at 2 to 8 °C by the pharmacy's own study"
    choice = answer.context["bags_form"].fields["product-diluent"].choices[1][0]
    assert sent(client, version, **until | {"product-diluent": choice}).status_code == 302
    assert "pharmacy's own study" in words(client, version)
    assert BagsMade.objects.get().stable_until is not None


def test_who_only_reads_is_shown_no_form(version, pharmacist, nurse, reviewer, allergist, as_user):
    for reader in (reviewer, allergist):
        context = as_user(reader).get(address_of(version)).context
        assert (context["bags_form"], context["check_form"], context["may_mark"]) == (None, None, False)
        assert sent(as_user(reader), version).status_code == 403


def test_of_what_is_not_released_nothing_is_recorded_and_the_page_says_why(version, allergist, pharmacist, as_user):
    client = as_user(pharmacist)
    draft = drafted(registered(allergist, hospital_number="2"), allergist)
    assert "This version is not released." in words(client, draft)
    answer = sent(client, draft)
    assert (answer.status_code, BagsMade.objects.count()) == (409, 0)
    voided(version, allergist)
    assert "This version is void." in words(client, version)
    answer = sent(client, version)
    assert (answer.status_code, BagsMade.objects.count()) == (409, 0)
    assert "This version is void." in answer.content.decode()


def test_sent_twice_it_is_one_record_and_another_persons_page_is_told(version, pharmacist, nurse, as_user):
    said = typed()
    for _ in range(2):
        assert as_user(pharmacist).post(address_of(version, "bags_made"), said).status_code == 302
    other = as_user(pharmacist).post(address_of(version, "bags_made"), said | {"lot-drug-0": "B9"})
    stale = sent(as_user(nurse), version)
    assert (other.status_code, stale.status_code, BagsMade.objects.count()) == (409, 409, 1)
    assert f"{pharmacist.full_name} did this already" in stale.content.decode()


def test_another_person_checks_and_what_was_not_looked_at_is_said(version, pharmacist, nurse, as_user):
    bags, client = made(version, pharmacist), as_user(nurse)
    said = {"entry_key": typed()["entry_key"], "made": str(bags.entry_key), "looked": ["labels", "bags"]}
    empty = client.post(address_of(version, "bags_check"), said | {"looked": []})
    assert empty.context["check_form"].errors["looked"] == ["Tick what you looked at."]
    assert as_user(pharmacist).post(address_of(version, "bags_check"), said).status_code == 409
    for _ in range(2):
        assert client.post(address_of(version, "bags_check"), said).status_code == 302
    page = words(client, version)
    assert f"Second check {nurse.full_name}" in page
    assert "not looked at: products, strengths, lots and expiry dates" in page


def test_a_page_that_showed_other_bags_checks_nothing(version, pharmacist, nurse, as_user):
    first = made(version, pharmacist)
    in_error(first, nurse)
    second = made(version, pharmacist)
    said = {"entry_key": typed()["entry_key"], "made": str(first.entry_key), "looked": ["bags"]}
    answer = as_user(nurse).post(address_of(version, "bags_check"), said)
    assert "The page showed other bags" in answer.content.decode()
    assert second.signatures.count() == 1


def test_an_entry_in_error_stays_struck_with_its_reason(version, pharmacist, nurse, as_user):
    bags, client = made(version, pharmacist), as_user(nurse)
    address = address_of(version, "bags_error")
    shown = client.get(address).context["form"]
    assert str(shown["made"].value()) == str(bags.entry_key)
    said = {"entry_key": str(shown["entry_key"].value()), "made": str(bags.entry_key)}
    assert client.post(address, said).context["form"].errors["reason"]
    for _ in range(2):
        assert client.post(address, said | {"reason": "another patient's"}).status_code == 302
    page = client.get(address_of(version)).content.decode()
    assert "another patient&#x27;s" in page.split("<details>")[-1]
    assert client.get(address_of(version)).context["bags_form"] is not None
    assert client.get(address)["Location"] == f"{address_of(version)}#bags-made"


@pytest.mark.parametrize("records", [1, 3])
def test_the_page_takes_a_literal_number_of_queries(version, pharmacist, nurse, as_user, records):
    for number in range(records):
        bags = made(version, pharmacist)
        if number < records - 1:
            in_error(bags, nurse)
    checked(bags, nurse)
    client = as_user(nurse)
    client.get("/")
    assert queries_of(lambda: client.get(address_of(version))) == 55
