"""Which test strengths the drug library knows of a drug, and which of them are proposed (clinical.md 4.4, 13)."""

from collections.abc import Collection, Iterable
from fractions import Fraction

from django.db.models import Q

from desens.numbers.quantity import Quantity
from desens.unit.definitions.judging import CEPHALOSPORIN_STRENGTH, OXALIPLATIN_STRENGTH
from desens.unit.selectors import UnitSettings
from drugs.drug_page import stated_words
from drugs.kinds import figures_of
from drugs.models import Drug, Name, Origin, Product, Value
from drugs.names import drug_key
from drugs.selectors import Retired, fact_of, retired, standing_values
from drugs.standing import standing
from reactions.skin_test_choices import SkinTestKind
from reactions.skin_tests.library_table import DrugStrengths, Table

OF_PRODUCTS = ("stock_concentration", "diluents_allowed", "diluents_refused")
KINDS = {"skin_prick": SkinTestKind.PRICK, "skin_intradermal": SkinTestKind.INTRADERMAL}
S2K, EAACI, ENDA = "German S2k guideline 2015", "BWH and EAACI 2022", "ENDA 2020"
CEPHALOSPORINS = frozenset({"cephalosporins", "cefepime", "ceftazidime"})
OF_THE_STOCK = {"undiluted": Fraction(1), "diluted 1 in 10": Fraction(1, 10), "diluted 1 in 100": Fraction(1, 100)}


def strengths_of(names: Iterable[str], *, unit: UnitSettings) -> dict[str, DrugStrengths]:
    """What the library knows of the drugs of these names or synonyms, by the normalised name. Five queries."""
    keys = {drug_key(name) for name in names} - {""}
    out = retired()
    found = _drugs(keys, out)
    values = list(Value.objects.filter(_about(found.values())).order_by("id"))
    standing_now = standing_values(values, out)
    in_use: dict[int, list[int]] = {}
    for product in Product.objects.filter(drug__in=found.values()).exclude(pk__in=out.products).order_by("id"):
        in_use.setdefault(product.drug_id, []).append(product.pk)
    return {key: _strengths(drug, standing_now, in_use, unit) for key, drug in found.items()}


def _drugs(keys: Collection[str], out: Retired) -> dict[str, Drug]:
    """The drug of each key: by its own name, else by a synonym in use."""
    named = {drug.name_key: drug for drug in Drug.objects.filter(name_key__in=keys)}
    synonyms: dict[str, list[Name]] = {}
    for name in Name.objects.filter(name_key__in=keys).select_related("drug"):
        synonyms.setdefault(name.name_key, []).append(name)
    meant = {key: standing(rows, retired=out.names) for key, rows in synonyms.items()}
    return {key: name.drug for key, name in meant.items() if name is not None} | named


def _about(drugs: Iterable[Drug]) -> Q:
    rows = list(drugs)
    return Q(drug__in=rows, what__in=KINDS) | Q(product__drug__in=rows, what__in=OF_PRODUCTS)


def _strengths(drug: Drug, values: list[Value], products: dict[int, list[int]], unit: UnitSettings) -> DrugStrengths:
    own = [value for pk in products.get(drug.pk, []) for value in values if value.product_id == pk]
    first = next((value for value in own if value.what == "stock_concentration"), None)
    stock = None if first is None else next(iter(figures_of(first.stated, first.unit)), None)
    tables = [_table(value, stock) for value in values if value.drug_id == drug.pk]
    preferred = _preferred(drug, unit)
    return DrugStrengths(
        name=drug.name,
        tables=tuple(sorted(tables, key=lambda table: _rank(table, preferred))),
        stock=stock,
        diluents=_words(own, "diluents_allowed"),
        refused=_words(own, "diluents_refused"),
    )


def _words(values: list[Value], what: str) -> tuple[str, ...]:
    found = (stated_words(value) for value in values if value.what == what and value.established)
    return tuple(dict.fromkeys(word for words in found for word in words))


def _table(value: Value, stock: Quantity | None) -> Table:
    fact = fact_of(value)
    words = "; ".join(fact.words)
    return Table(
        kind=KINDS[value.what],
        condition=fact.condition,
        strengths=tuple(Quantity(value=figure, unit=fact.unit) for figure in fact.figures) or _diluted(words, stock),
        words=words,
        source=fact.source,
        mark=fact.mark,
        of_the_unit=fact.origin == Origin.UNIT,
    )


def _diluted(words: str, stock: Quantity | None) -> tuple[Quantity, ...]:
    share = OF_THE_STOCK.get(words)
    return () if share is None or stock is None else (Quantity(value=stock.value * share, unit=stock.unit),)


def _preferred(drug: Drug, unit: UnitSettings) -> str:
    """The condition of the table that the unit's setting names; the guideline for every other drug."""
    if drug.name_key == "oxaliplatin" and unit[OXALIPLATIN_STRENGTH] == "eaaci":
        return EAACI
    if drug.name_key in CEPHALOSPORINS and unit[CEPHALOSPORIN_STRENGTH] == "20":
        return ENDA
    return S2K


def _rank(table: Table, first: str) -> tuple[bool, bool, bool, bool, bool]:
    """Forbidden first, then the unit's own, the preferred table, another limit, what was used; unknown last."""
    return (
        not table.forbids,
        not table.of_the_unit,
        not table.established,
        not table.condition.startswith(first),
        not table.is_limit,
    )
