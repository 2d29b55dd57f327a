"""Every read about drugs and products. A retired row stays visible on the drug's page and counts nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from desens.numbers.quantity import Quantity
from drugs.kinds import figures_of, words_of
from drugs.models import Drug, Name, Product, Retirement, Route, Value
from drugs.names import drug_key
from drugs.standing import by_slot, standing


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One value that stands: figures in `unit`, or words (`unit` ""); neither where it is not established."""

    what: str
    condition: str
    established: bool
    figures: tuple[Fraction, ...]
    unit: str
    words: tuple[str, ...]
    source: str
    mark: str
    origin: str


@dataclass(frozen=True, kw_only=True)
class ProductFacts:
    """A product as plain values, for the engine's findings and for a protocol."""

    drug: str
    name: str
    route: str
    facts: tuple[Fact, ...]

    def of(self, what: str) -> tuple[Fact, ...]:
        """What stands of one kind (`drugs.kinds.KINDS`); empty where nothing was said."""
        return tuple(fact for fact in self.facts if fact.what == what)

    @property
    def stock_concentration(self) -> Quantity | None:
        """The strength; None where it is not known."""
        figures = [(fact.figures[0], fact.unit) for fact in self.of("stock_concentration") if fact.figures]
        return Quantity(value=figures[0][0], unit=figures[0][1]) if figures else None

    @property
    def filter(self) -> str:
        """The filter in words, "" where none is asked for."""
        return "; ".join(word for fact in self.of("filter") for word in fact.words)


@dataclass(frozen=True, kw_only=True)
class Retired:
    """The keys of the rows that are out of use."""

    drugs: frozenset[int]
    names: frozenset[int]
    products: frozenset[int]
    values: frozenset[int]


def retired() -> Retired:
    """The rows whose latest retirement says retired. One query."""
    rows = Retirement.objects.order_by("id").values_list("drug", "name", "product", "value", "retired")
    latest = {row[:4]: row[4] for row in rows}
    kept = [about for about, is_retired in latest.items() if is_retired]
    drugs, names, products, values = (frozenset(about[place] for about in kept) - {None} for place in range(4))
    return Retired(drugs=drugs, names=names, products=products, values=values)


def drug_of(key: str) -> Drug:
    """The drug of that normalised name, or 404."""
    if key != drug_key(key):
        raise Http404
    return get_object_or_404(Drug, name_key=key)


def product_of(drug: Drug, product: int) -> Product:
    """That product of the drug; 404 for another drug's."""
    return get_object_or_404(Product, drug=drug, pk=product)


def value_of(drug: Drug, value: int) -> Value:
    """That value of the drug or of one of its products; 404 for another drug's."""
    return get_object_or_404(Value.objects.select_related("product__drug"), _about(drug), pk=value)


def row_of(drug: Drug, subject: str, row: int) -> Drug | Name | Product | Value:
    """The drug itself, or one of its names, products or values; 404 for another drug's."""
    if subject == "drug":
        return get_object_or_404(Drug, pk=drug.pk if row == drug.pk else None)
    if subject == "name":
        return get_object_or_404(Name, drug=drug, pk=row)
    if subject == "product":
        return product_of(drug, row)
    if subject == "value":
        return value_of(drug, row)
    raise Http404


def _about(drug: Drug) -> Q:
    return Q(drug=drug) | Q(product__drug=drug)


def values_of(drug: Drug) -> list[Value]:
    """Every value ever said of a drug and its products, in the order of entry."""
    return list(Value.objects.filter(_about(drug)).select_related("product", "added_by").order_by("id"))


def standing_values(values: Iterable[Value], out: Retired) -> list[Value]:
    """Of each thing said, the revision that holds."""
    slots = by_slot(values, "drug_id", "product_id", "what", "condition").values()
    return [value for rows in slots if (value := standing(rows, retired=out.values)) is not None]


def product_facts(drug: Drug) -> tuple[ProductFacts, ...]:
    """The drug's products in use, in the order of entry, each with the values that stand. Three queries."""
    out = retired()
    products = Product.objects.filter(drug=drug).exclude(pk__in=out.products).order_by("id")
    values = standing_values(Value.objects.filter(product__drug=drug).order_by("id"), out)
    return tuple(
        ProductFacts(
            drug=drug.name,
            name=product.name,
            route=product.route,
            facts=tuple(fact_of(value) for value in values if value.product_id == product.pk),
        )
        for product in products
    )


def fact_of(value: Value) -> Fact:
    """A stored value as a plain one."""
    return Fact(
        what=value.what,
        condition=value.condition,
        established=value.established,
        figures=tuple(figure.value for figure in figures_of(value.stated, value.unit)),
        unit=value.unit,
        words=() if value.unit or not value.established else words_of(value.what, value.stated),
        source=value.source,
        mark=value.mark,
        origin=value.origin,
    )


def intravenous_drugs() -> list[tuple[Drug, str]]:
    """The drugs in use that have an intravenous product in use, by name, each as it is shown. Three queries."""
    return drugs_by(Route.INTRAVENOUS)


def routes_of(drug: Drug) -> frozenset[str]:
    """The routes of the drug's products in use. Two queries."""
    products = Product.objects.filter(drug=drug).exclude(pk__in=retired().products)
    return frozenset(products.values_list("route", flat=True))


def drugs_by(*routes: Route) -> list[tuple[Drug, str]]:
    """The drugs in use with a product in use by one of the routes, by name, each as it is shown. Three queries."""
    out = retired()
    products = Product.objects.filter(route__in=routes).exclude(pk__in=out.products)
    found = {row.drug_id: row.drug for row in products.exclude(drug__in=out.drugs).select_related("drug")}
    forms = tall_man_forms(out)
    return [(drug, forms.get(drug.pk, drug.name)) for drug in sorted(found.values(), key=lambda drug: drug.name_key)]


def tall_man_forms(out: Retired) -> dict[int, str]:
    """The tall-man form of each drug that has one, by the drug's key."""
    values = standing_values(Value.objects.filter(what="tall_man").order_by("id"), out)
    return {value.drug_id: value.stated for value in values if value.drug_id and value.established}
