"""The shipped drug library: one reviewed YAML file a drug (drugs/library/), read into frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from desens.numbers.figures import read_figure
from desens.numbers.files import FileError, load_file
from desens.numbers.quantity import AMOUNT_UNITS

FOLDER = Path(__file__).parent / "library"
MARKS = ("seen", "known", "VERIFY")


@dataclass(frozen=True, kw_only=True)
class ProductEntry:
    """One product; `stock_concentration` in `unit` per mL."""

    name: str
    revision: int
    stock_concentration: Decimal
    unit: str
    diluent: str
    filter: str
    source: str
    mark: str


@dataclass(frozen=True, kw_only=True)
class DrugEntry:
    """One drug with its products."""

    name: str
    products: tuple[ProductEntry, ...]


def read_folder(folder: Path = FOLDER) -> list[DrugEntry]:
    """Every file of a library, by name; FileError when one is wrong."""
    return [read_drug(load_file(path), file=path.name) for path in sorted(folder.glob("*.yaml"))]


def read_drug(data: Any, *, file: str) -> DrugEntry:
    """A drug from its file's mapping; unknown and missing keys are errors."""
    _keys(data, {"name", "products"}, file)
    if not isinstance(data["products"], list):
        raise FileError(file=file, key="products", expected="a list of products")
    return DrugEntry(name=data["name"], products=tuple(_product(product, file) for product in data["products"]))


def _product(data: Any, file: str) -> ProductEntry:
    _keys(data, {field.name for field in fields(ProductEntry)}, file)
    if data["unit"] not in AMOUNT_UNITS:
        raise FileError(file=file, key="unit", expected="one of " + ", ".join(AMOUNT_UNITS))
    if data["mark"] not in MARKS:
        raise FileError(file=file, key="mark", expected="one of " + ", ".join(MARKS))
    try:
        figures = {"revision": int(data["revision"]), "stock_concentration": read_figure(data["stock_concentration"])}
    except (ValueError, TypeError):
        expected = "a whole revision and a concentration such as 60 or 0.5"
        raise FileError(file=file, key="products", expected=expected) from None
    return ProductEntry(**(data | figures | {"filter": data["filter"] or ""}))


def _keys(data: Any, expected: set[str], file: str) -> None:
    if not isinstance(data, Mapping) or set(data) != expected:
        raise FileError(file=file, key="(keys)", expected="exactly " + ", ".join(sorted(expected)))
