"""The shipped drug library: one reviewed YAML file a drug (drugs/library/), read into frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from desens.numbers.figures import read_figure
from desens.numbers.files import FileError, load_file
from drugs.kinds import KINDS, StatedError, Statement, write_stated
from drugs.models import Mark, Route
from drugs.names import drug_key

FOLDER = Path(__file__).parent / "library"
NOT_ESTABLISHED = "not established"
SOURCED = {"revision", "source", "mark", "reviewed"}


@dataclass(frozen=True, kw_only=True)
class Said:
    """From where a name or value is, how far it was checked, and when."""

    revision: int
    source: str
    mark: str
    reviewed_on: date


@dataclass(frozen=True, kw_only=True)
class NameEntry(Said):
    """A synonym or brand."""

    name: str
    name_key: str


@dataclass(frozen=True, kw_only=True)
class ValueEntry(Said):
    """One value of a drug or product, `stated` as it is stored (drugs.kinds)."""

    what: str
    condition: str
    established: bool
    stated: str
    unit: str


@dataclass(frozen=True, kw_only=True)
class ProductEntry:
    """One product with its values."""

    name: str
    route: str
    values: tuple[ValueEntry, ...]


@dataclass(frozen=True, kw_only=True)
class DrugEntry:
    """One drug with its names, values and products."""

    name: str
    names: tuple[NameEntry, ...]
    values: tuple[ValueEntry, ...]
    products: tuple[ProductEntry, ...]


@lru_cache(maxsize=1)
def shipped() -> tuple[DrugEntry, ...]:
    """The shipped library, read once a process."""
    return tuple(read_folder(FOLDER))


def read_folder(folder: Path) -> list[DrugEntry]:
    """Every file of a library, by name; FileError when one is wrong."""
    return [read_drug(load_file(path), file=path.name) for path in sorted(folder.glob("*.yaml"))]


def read_drug(data: Any, *, file: str) -> DrugEntry:
    """A drug from its file's mapping; unknown and missing keys are errors."""
    reader = _Reader(file, _keys(data, {"name", "sources", "values"}, {"names", "products"}, file).get("sources"))
    return DrugEntry(
        name=reader.text(data, "name"),
        names=tuple(reader.name(entry) for entry in reader.listed(data, "names")),
        values=tuple(reader.value(entry, of="drug") for entry in reader.listed(data, "values")),
        products=tuple(reader.product(entry) for entry in reader.listed(data, "products")),
    )


class _Reader:
    """Reads the parts of one file; `sources` gives each citation a short key."""

    def __init__(self, file: str, sources: Any) -> None:
        if not isinstance(sources, Mapping) or not all(isinstance(text, str) and text for text in sources.values()):
            raise FileError(file=file, key="sources", expected="a short key and a citation for each source")
        self.file, self.sources = file, sources

    def wrong(self, key: str, expected: str) -> FileError:
        return FileError(file=self.file, key=key, expected=expected)

    def text(self, data: Mapping[str, Any], key: str) -> str:
        if not isinstance(data[key], str) or not data[key]:
            raise self.wrong(key, "text")
        return str(data[key])

    def listed(self, data: Mapping[str, Any], key: str) -> list[Any]:
        found = data.get(key, [])
        if not isinstance(found, list):
            raise self.wrong(key, "a list")
        return found

    def one_of(self, data: Mapping[str, Any], key: str, known: Any) -> str:
        if data[key] not in known:
            raise self.wrong(key, "one of " + ", ".join(known))
        return str(data[key])

    def said(self, data: Mapping[str, Any]) -> dict[str, Any]:
        try:
            revision, reviewed_on = int(data["revision"]), date.fromisoformat(data["reviewed"])
        except (ValueError, TypeError):
            raise self.wrong("revision, reviewed", "a whole number and a date such as 2026-11-20") from None
        source = self.sources[self.one_of(data, "source", self.sources)]
        mark = self.one_of(data, "mark", Mark.values)
        return {"revision": revision, "source": source, "mark": mark, "reviewed_on": reviewed_on}

    def name(self, data: Any) -> NameEntry:
        name = self.text(_keys(data, SOURCED | {"name"}, set(), self.file), "name")
        return NameEntry(name=name, name_key=drug_key(name), **self.said(data))

    def product(self, data: Any) -> ProductEntry:
        _keys(data, {"name", "route", "values"}, set(), self.file)
        values = tuple(self.value(entry, of="product") for entry in self.listed(data, "values"))
        return ProductEntry(name=self.text(data, "name"), route=self.one_of(data, "route", Route.values), values=values)

    def value(self, data: Any, *, of: str) -> ValueEntry:
        _keys(data, SOURCED | {"what", "value"}, {"condition", "unit"}, self.file)
        what = self.one_of(data, "what", [what for what, kind in KINDS.items() if kind.of == of])
        unit, established = data.get("unit", ""), data["value"] != NOT_ESTABLISHED
        try:
            stated = write_stated(what, _figures(data["value"], unit), unit) if established else ""
        except ValueError as error:
            raise self.wrong(what, str(error)) from None
        condition = data.get("condition", "")
        values = {"what": what, "condition": condition, "established": established, "stated": stated, "unit": unit}
        return ValueEntry(**values, **self.said(data))


def _figures(value: Any, unit: str) -> Statement:
    if not unit:
        words: Statement = value  # its kind checks it
        return words
    figures = value if isinstance(value, list) else [value]
    if not all(isinstance(figure, str) for figure in figures):
        raise StatedError("figures")
    return [read_figure(figure) for figure in figures]


def _keys(data: Any, needed: set[str], allowed: set[str], file: str) -> Mapping[str, Any]:
    if not isinstance(data, Mapping) or not needed <= set(data) <= needed | allowed:
        expected = "the keys " + ", ".join(sorted(needed)) + "; also " + ", ".join(sorted(allowed))
        raise FileError(file=file, key="(keys)", expected=expected.removesuffix("; also "))
    return data
