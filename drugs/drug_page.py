"""One drug as its page shows it: everything ever said, what stands of it, and from where."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from desens.numbers.quantity import Quantity
from drugs.finding import DrugLine, drug_lines
from drugs.kinds import DILUENTS, KINDS, figures_of, words_of
from drugs.models import Drug, Mark, Name, Origin, Product, Retirement, Value
from drugs.names import drug_key
from drugs.selectors import Retired, retired, values_of
from drugs.standing import by_slot, standing

SKIN_TESTS = ("skin_prick", "skin_intradermal")


@dataclass(frozen=True, kw_only=True)
class ShownValue:
    """One revision of a value: figures with their unit, or words; neither where it is not established."""

    row: Value
    figures: tuple[Quantity, ...]
    words: tuple[str, ...]
    to_verify: bool
    of_the_unit: bool
    retired: bool


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One thing said: the revision that stands (None where all are retired) and the others, the newest first."""

    label: Promise
    condition: str
    value: ShownValue | None
    others: tuple[ShownValue, ...]

    @property
    def replaces_shipped(self) -> bool:
        """The unit's own value stands where the library has one too."""
        return bool(self.value and self.value.of_the_unit) and any(not other.of_the_unit for other in self.others)


@dataclass(frozen=True, kw_only=True)
class ShownName:
    """Another name of the drug."""

    row: Name
    to_verify: bool
    of_the_unit: bool
    retired: bool


@dataclass(frozen=True, kw_only=True)
class ShownProduct:
    """A product with what was said of it."""

    row: Product
    of_the_unit: bool
    retired: bool
    slots: tuple[Slot, ...]


@dataclass(frozen=True, kw_only=True)
class LookAlike:
    """A name this one is confused with; `key` leads to its page, "" where it has none."""

    name: str
    key: str


@dataclass(frozen=True, kw_only=True)
class DrugPage:
    """Everything on one drug."""

    row: Drug
    line: DrugLine
    look_alikes: tuple[LookAlike, ...]
    names: tuple[ShownName, ...]
    skin_tests: tuple[Slot, ...]
    slots: tuple[Slot, ...]
    products: tuple[ShownProduct, ...]
    retirements: tuple[Retirement, ...]


def drug_page(drug: Drug) -> DrugPage:
    """One drug with all its rows. At most ten queries, whatever their number."""
    out, values, (line,) = retired(), values_of(drug), drug_lines([drug])
    own = [value for value in values if value.product_id is None]
    return DrugPage(
        row=drug,
        line=line,
        look_alikes=_look_alikes(line),
        names=tuple(
            ShownName(row=row, **_state(row, out.names))
            for row in Name.objects.filter(drug=drug).select_related("added_by").order_by("id")
        ),
        skin_tests=_slots((value for value in own if value.what in SKIN_TESTS), out),
        slots=_slots((value for value in own if value.what not in SKIN_TESTS), out),
        products=tuple(
            _product(row, [value for value in values if value.product_id == row.pk], out)
            for row in Product.objects.filter(drug=drug).select_related("added_by").order_by("id")
        ),
        retirements=_retirements(drug),
    )


def stated_words(value: Value) -> tuple[str, ...]:
    """A value's words as a person reads them; diluents by their names."""
    words = words_of(value.what, value.stated)
    return tuple(str(DILUENTS[word]) for word in words) if KINDS[value.what].shape == "codes" else words


def shown_value(value: Value, out: Retired) -> ShownValue:
    """One revision of a value in figures or words."""
    words = () if value.unit or not value.established else stated_words(value)
    return ShownValue(row=value, figures=figures_of(value.stated, value.unit), words=words, **_state(value, out.values))


def _slots(values: Iterable[Value], out: Retired) -> tuple[Slot, ...]:
    return tuple(_slot(rows, out) for rows in by_slot(values, "what", "condition").values())


def _slot(rows: list[Value], out: Retired) -> Slot:
    holds = standing(rows, retired=out.values)
    return Slot(
        label=KINDS[rows[0].what].label,
        condition=rows[0].condition,
        value=shown_value(holds, out) if holds else None,
        others=tuple(shown_value(row, out) for row in reversed(rows) if row is not holds),
    )


def _product(row: Product, values: list[Value], out: Retired) -> ShownProduct:
    of_the_unit = row.origin == Origin.UNIT
    return ShownProduct(row=row, of_the_unit=of_the_unit, retired=row.pk in out.products, slots=_slots(values, out))


def _state(row: Value | Name, out: frozenset[int]) -> dict[str, bool]:
    return {
        "to_verify": row.mark == Mark.VERIFY,
        "of_the_unit": row.origin == Origin.UNIT,
        "retired": row.pk in out,
    }


def _look_alikes(line: DrugLine) -> tuple[LookAlike, ...]:
    keys = {name: drug_key(name) for name in line.look_alikes}
    held = set(Drug.objects.filter(name_key__in=keys.values()).values_list("name_key", flat=True))
    return tuple(LookAlike(name=name, key=key if key in held else "") for name, key in keys.items())


def _retirements(drug: Drug) -> tuple[Retirement, ...]:
    rows = Retirement.objects.select_related("recorded_by", "drug", "name", "product", "value", "value__product")
    about = rows.filter(drug=drug) | rows.filter(name__drug=drug) | rows.filter(product__drug=drug)
    about |= rows.filter(value__drug=drug) | rows.filter(value__product__drug=drug)
    return tuple(about.order_by("-id"))
