"""Loading the shipped library into rows."""

from datetime import datetime
from pathlib import Path

from desens.audit.recording import Recorder, recording
from drugs.library import FOLDER, DrugEntry, ProductEntry, read_folder
from drugs.models import Drug, Product
from drugs.names import drug_key


class ChangedRevisionError(Exception):
    """A library file changed a product without giving it a new revision."""


def load_library(*, by: str, at: datetime, folder: Path = FOLDER) -> int:
    """Add every drug and product revision that is not there yet; how many products were added."""
    entries = read_folder(folder)
    with recording(by=by, at=at) as record:
        return sum(_load_drug(entry, record) for entry in entries)


def _load_drug(entry: DrugEntry, record: Recorder) -> int:
    drug, added = Drug.objects.get_or_create(name_key=drug_key(entry.name), defaults={"name": entry.name})
    if added:
        record.event("loaded", subject="drug", subject_code=drug.name_key, after={"name": drug.name})
    return sum(_load_product(drug, product, record) for product in entry.products)


def _load_product(drug: Drug, entry: ProductEntry, record: Recorder) -> bool:
    held = Product.objects.filter(drug=drug, name=entry.name, revision=entry.revision).first()
    if held is None:
        Product.objects.create(drug=drug, **vars(entry))
        record.event("loaded", subject="product", subject_code=f"{drug.name_key}/{entry.revision}", after=vars(entry))
        return True
    changed = [name for name, value in vars(entry).items() if getattr(held, name) != value]
    if changed:
        raise ChangedRevisionError(f"{entry.name}: {', '.join(changed)} changed without a new revision")
    return False
