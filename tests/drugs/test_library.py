"""The shipped drug library: read strictly, loaded once, never changed silently."""

from pathlib import Path

import pytest
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.numbers.files import FileError, load_text
from drugs import library, services
from drugs.models import Drug, Product
from drugs.names import drug_key

GOOD = Path(library.FOLDER / "atezolizumab.yaml").read_text(encoding="utf-8")


def load(**options):
    return services.load_library(by="test", at=timezone.now(), **options)


def read(text):
    return library.read_drug(load_text(text, file="x.yaml"), file="x.yaml")


def test_every_shipped_file_is_read():
    entries = library.read_folder()
    assert [entry.name for entry in entries] == ["alemtuzumab", "atezolizumab", "bevacizumab"]
    assert all(entry.products and product.source for entry in entries for product in entry.products)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("name: atezolizumab\n", "", "exactly"),
        ("revision: 1", "revision: 1\n    colour: blue", "exactly"),
        ("unit: mg", "unit: mcgs", "one of ng, mcg"),
        ("mark: known", "mark: sure", "one of seen"),
        ("stock_concentration: 60", "stock_concentration: 1:60", "a concentration such as 60"),
        ("stock_concentration: 60", "stock_concentration: null", "a concentration such as 60"),
    ],
)
def test_a_wrong_file_says_what_was_expected(old, new, expected):
    with pytest.raises(FileError, match=expected):
        read(GOOD.replace(old, new, 1))


@pytest.mark.django_db(transaction=True)
def test_loading_twice_adds_once():
    assert load() == 3
    assert load() == 0
    assert Drug.objects.count() == Product.objects.count() == 3
    assert AuditEvent.objects.filter(action="loaded").count() == 6


@pytest.mark.django_db(transaction=True)
def test_a_changed_product_without_a_new_revision_is_refused(tmp_path):
    load()
    changed = GOOD.replace("stock_concentration: 60", "stock_concentration: 61")
    (tmp_path / "atezolizumab.yaml").write_text(changed, encoding="utf-8")
    with pytest.raises(services.ChangedRevisionError, match="stock_concentration changed without a new revision"):
        load(folder=tmp_path)


def test_names_match_across_hyphens_and_case():
    assert drug_key("Cis-Atracurium") == drug_key("cisatracurium")
    assert drug_key("5-Fluorouracil") == "5fluorouracil"
