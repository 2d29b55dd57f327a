"""A document of schema 3 that holds an oral protocol, kept as it was first written."""

from pathlib import Path

import pytest

from protocols.version_document import NotInfusedError, document_text, read_document

KEPT = Path(__file__).parents[1] / "kept" / "version_document_schema_3.json"


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
