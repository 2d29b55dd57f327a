"""What the database refuses, whoever asks."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from desens.records.models import AppendOnlyError
from drugs.models import Drug, Name, Product, Retirement, Value
from tests.drugs.shelf import drug, loaded, product

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library(db):
    loaded()


def sourced(**changes):
    said = {"revision": 1, "source": "label", "mark": "known", "reviewed_on": date(2026, 11, 2)}
    return said | {"origin": "library", "added_at": timezone.now(), "entry_key": uuid4()} | changes


def value(**changes):
    about = {"drug": drug("cisplatin"), "what": "class", "condition": "x", "established": True, "stated": "y"}
    return Value(**sourced(**(about | changes)))


def refused(row, constraint):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        row.save()
    assert constraint in str(error.value) or "UNIQUE" in str(error.value)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"mark": "sure"}, "value_has_source_and_mark"),
        ({"source": ""}, "value_has_source_and_mark"),
        ({"revision": 0}, "value_has_source_and_mark"),
        ({"drug": None}, "value_of_one_thing"),
        ({"stated": ""}, "value_says_something"),
        ({"established": False}, "value_says_something"),
        ({"established": False, "stated": "", "unit": "mg"}, "value_says_something"),
        ({"origin": "unit"}, "value_unit_row_has_person"),
        ({"condition": ""}, "drug_value_revision_once"),
    ],
)
def test_a_value_without_what_it_must_have_is_refused(changes, constraint):
    refused(value(**changes), constraint)


def test_a_value_is_of_a_drug_or_of_a_product_and_once_a_revision(nurse):
    refused(value(product=product("cisplatin")), "value_of_one_thing")
    refused(value(added_by=nurse), "value_unit_row_has_person")
    one = {"drug": None, "product": product("cisplatin"), "what": "set", "condition": ""}
    refused(value(**one), "product_value_revision_once")
    value(**one | {"condition": "other"}).save()
    refused(value(**one | {"condition": "other"}), "product_value_revision_once")


def test_names_and_products_are_there_once(nurse):
    shipped = {"origin": "library", "added_at": timezone.now()}
    refused(Drug(name="CISplatin", name_key="cisplatin", **shipped), "name_key")
    refused(Drug(name="---", name_key="", **shipped), "drug_has_name")
    refused(Drug(name="x", name_key="x", origin="unit", added_at=timezone.now()), "drug_unit_row_has_person")
    held = product("cisplatin")
    refused(Product(drug=held.drug, name=held.name, route="oral", **shipped), "product_once")
    refused(Product(drug=held.drug, name="x", route="by air", **shipped), "product_route")
    refused(Product(drug=held.drug, name="x", route="oral", added_by=nurse, **shipped), "product_unit_row_has_person")
    refused(Name(drug=held.drug, name="Taxol", name_key="taxol", **sourced()), "name_revision_once")
    refused(Name(drug=held.drug, name="x", name_key="", **sourced()), "name_has_letters")
    refused(Name(drug=held.drug, name="x", name_key="x", **sourced(mark="")), "name_has_source_and_mark")
    refused(Name(drug=held.drug, name="x", name_key="x", **sourced(origin="unit")), "name_unit_row_has_person")


def test_a_retirement_is_of_one_thing_and_has_a_reason(nurse):
    said = {"retired": True, "reason": "x", "recorded_by": nurse, "recorded_at": timezone.now()}
    two = {"drug": drug("cisplatin"), "product": product("cisplatin")}
    for about in (
        {},
        two,
        {"drug": drug("cisplatin"), "name": Name.objects.first()},
        two | {"value": Value.objects.first()},
    ):
        refused(Retirement(**about, **said, entry_key=uuid4()), "retirement_of_one_thing")
    refused(Retirement(drug=drug("cisplatin"), **said | {"reason": ""}, entry_key=uuid4()), "retirement_has_reason")


@pytest.mark.parametrize("model", [Drug, Name, Product, Value])
def test_no_row_is_changed_or_deleted(model):
    row = model.objects.first()
    for attempt in (row.save, row.delete, model.objects.all().delete):
        with pytest.raises(AppendOnlyError):
            attempt()
    with pytest.raises(IntegrityError), transaction.atomic():
        model._base_manager.filter(pk=row.pk).update(added_at=timezone.now())
