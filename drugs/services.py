"""Loading the shipped library into rows. What the unit writes itself: drugs.unit_services."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from desens.audit.recording import Recorder, recording
from drugs.library import DrugEntry, NameEntry, Said, ValueEntry, read_folder, shipped
from drugs.models import Drug, Name, Origin, Product, Value
from drugs.names import drug_key

LIBRARY = uuid5(NAMESPACE_URL, "desens:drugs/library")


class ChangedRevisionError(Exception):
    """A library file changed a name or value without giving it a new revision."""


def load_library(*, by: str, at: datetime, folder: Path | None = None) -> int:
    """Add every drug, product, name and value revision that is not there yet; how many drugs brought something new."""
    entries = shipped() if folder is None else read_folder(folder)
    with recording(by=by, at=at) as record:
        drugs = _drugs(entries, at)
        products = _products(entries, drugs, at)
        names = _missing(Name, _names(entries, drugs), at)
        values = _missing(Value, _values(entries, drugs, products), at)
        return sum(_note(record, entry, drugs, names + values) for entry in entries)


def _drugs(entries: Iterable[DrugEntry], at: datetime) -> dict[str, Drug]:
    held = {drug.name_key: drug for drug in Drug.objects.all()}
    new = [Drug(name=entry.name, name_key=drug_key(entry.name), **_shipped(at)) for entry in entries]
    added = Drug.objects.bulk_create([drug for drug in new if drug.name_key not in held])
    return held | {drug.name_key: drug for drug in added}


def _products(entries: Iterable[DrugEntry], drugs: dict[str, Drug], at: datetime) -> dict[tuple[str, str], Product]:
    keys = {drug.pk: key for key, drug in drugs.items()}
    held = {(keys[product.drug_id], product.name): product for product in Product.objects.all()}
    new = {
        (drug_key(entry.name), product.name): Product(
            drug=drugs[drug_key(entry.name)], name=product.name, route=product.route, **_shipped(at)
        )
        for entry in entries
        for product in entry.products
    }
    Product.objects.bulk_create([product for key, product in new.items() if key not in held])
    return new | held


def _names(entries: Iterable[DrugEntry], drugs: dict[str, Drug]) -> Iterator[tuple[str, dict[str, Any], NameEntry]]:
    for entry in entries:
        key = drug_key(entry.name)
        for name in entry.names:
            yield f"{key}/name/{name.name_key}/{name.revision}", {"drug": drugs[key]}, name


def _values(
    entries: Iterable[DrugEntry], drugs: dict[str, Drug], products: dict[tuple[str, str], Product]
) -> Iterator[tuple[str, dict[str, Any], ValueEntry]]:
    for entry in entries:
        key = drug_key(entry.name)
        for value in entry.values:
            yield f"{key}/{_slot(value)}", {"drug": drugs[key]}, value
        for product in entry.products:
            for value in product.values:
                yield f"{key}/{product.name}/{_slot(value)}", {"product": products[key, product.name]}, value


def _slot(value: ValueEntry) -> str:
    return f"{value.what}/{value.condition}/{value.revision}"


def _missing(
    model: type[Name] | type[Value], entries: Iterator[tuple[str, dict[str, Any], Any]], at: datetime
) -> list[str]:
    """Add what is not there; ChangedRevisionError where a file says something else under the same revision."""
    held = {row.entry_key: row for row in model.objects.filter(origin=Origin.LIBRARY)}
    new = {}
    for path, about, entry in entries:
        key = uuid5(LIBRARY, path)
        if key in held:
            _refuse_changed(path, held[key], entry)
        else:
            new[path] = model(entry_key=key, **about, **vars(entry), **_shipped(at))
    model._default_manager.bulk_create(new.values())  # type: ignore[arg-type]  # all of `model`
    return list(new)


def _refuse_changed(path: str, held: Any, entry: Said) -> None:
    changed = [name for name, value in vars(entry).items() if getattr(held, name) != value]
    if changed:
        raise ChangedRevisionError(f"{path}: {', '.join(changed)} changed without a new revision")


def _note(record: Recorder, entry: DrugEntry, drugs: dict[str, Drug], added: list[str]) -> bool:
    drug = drugs[drug_key(entry.name)]
    own = [path for path in added if path.startswith(f"{drug.name_key}/")]
    if own:
        after = {"name": drug.name, "revisions": own}
        record.event("loaded", subject="drug", subject_code=drug.name_key, after=after)
    return bool(own)


def _shipped(at: datetime) -> dict[str, Any]:
    return {"origin": Origin.LIBRARY, "added_by": None, "added_at": at}
