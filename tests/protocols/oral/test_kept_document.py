"""Documents that hold an oral protocol, of schema 3 and of several components, kept as they were first written."""

from pathlib import Path

import pytest

from protocols.version_document import NotInfusedError, document_text, read_document

FOLDER = Path(__file__).parents[1] / "kept"
KEPT = FOLDER / "version_document_schema_3.json"


def test_the_kept_document_of_schema_3_is_still_read():
    text = KEPT.read_text(encoding="utf-8").strip()
    document = read_document(text)
    assert document_text(document) == text
    assert (document.schema, document.is_infused) == (3, False)
    assert [phase.first_day for phase in document.specification.phases] == [1, 3, 8, 16, 24]
    assert document.schedule.days[-1].total == 1200


def test_an_infusion_is_not_read_from_it():
    with pytest.raises(NotInfusedError):
        _ = read_document(KEPT.read_text(encoding="utf-8")).infusion


def test_the_kept_document_of_schema_4_is_still_read_with_both_components():
    text = (FOLDER / "version_document_schema_4.json").read_text(encoding="utf-8").strip()
    document = read_document(text)
    assert document_text(document) == text
    assert (document.schema, document.drug, document.schedule.drug) == (4, "co-trimoxazole", "trimethoprim")
    (other,) = document.others
    assert [day.total for day in other.schedule.days] == [50, 100, 150, 200, 300, 400]
