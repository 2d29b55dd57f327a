"""The products of a drug by mouth: which one is chosen, and whether the plan counts in its units."""

from uuid import uuid4

import pytest

from drugs.models import Drug, Product, Value
from tests.protocols.oral.scene import codes, opened, plain, saved

pytestmark = pytest.mark.django_db(transaction=True)


def another_product() -> None:
    """A second product of alectinib, of 20 mg, as the unit might add it."""
    first = Product.objects.get(drug__name="alectinib")
    amount = Value.objects.get(product=first, what="unit_amounts")
    product = Product.objects.get(pk=first.pk)
    product.name, amount.stated = "alectinib 20 mg capsule", "20"
    for row in (product, amount):
        row.pk, row.entry_key, row._state.adding = None, uuid4(), True
        amount.product = product
        row.save()


def test_the_only_product_is_stored_and_its_capsules_are_those_of_the_plan(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    assert 'name="product"' not in editor.html
    editor.send("save")
    assert saved().source["product"] == "alectinib 150 mg capsule"
    assert not {"unit-of-no-product", "units-not-established", "units-not-stated"} & set(codes(saved()))


def test_a_strength_that_no_product_has_needs_a_signature(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    editor.send(head__1__strengths="150; 20")
    assert "The doses are counted in units of 20 mg; alectinib 150 mg capsule has units of 150 mg" in plain(editor.html)
    editor.send("save")
    (found,) = (finding for finding in saved().schedule.findings if finding.code == "unit-of-no-product")
    assert found.level == "sign-off"


def test_units_that_are_not_established_or_not_stated_are_told(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, drug="allopurinol", template="allopurinol-30-day")
    assert "missing in the data of allopurinol by mouth" in plain(editor.html)
    editor = opened(as_user(allergist), patient)
    editor.send(head__1__strengths="")
    assert "no marketed strengths are stated" in plain(editor.html)


def test_of_several_products_all_count_until_one_is_chosen(patient, allergist, as_user):
    another_product()
    assert Drug.objects.get(name="alectinib").products.count() == 2
    editor = opened(as_user(allergist), patient)
    editor.send("save", head__1__strengths="150; 20")
    assert "unit-of-no-product" not in codes(saved())
    assert saved().source["product"] == "alectinib 150 mg capsule; alectinib 20 mg capsule"
    chosen = opened(as_user(allergist), patient, product="alectinib 150 mg capsule")
    chosen.send(head__1__strengths="150; 20")
    assert "counted in units of 20 mg" in plain(chosen.html)
