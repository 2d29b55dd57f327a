"""Finding a drug by what somebody typed: an exact name finds it, anything near is only suggested."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from drugs.kinds import words_of
from drugs.models import Drug, Name, Product, Value
from drugs.names import drug_key, near
from drugs.selectors import Retired, retired, standing_values
from drugs.standing import standing

PAGE_ROWS = 25
LAST = "\U0010ffff"


@dataclass(frozen=True, kw_only=True)
class DrugLine:
    """One drug as a list shows it; `name` is the tall-man form where there is one."""

    key: str
    name: str
    class_text: str
    names: tuple[str, ...]
    look_alikes: tuple[str, ...]
    products: int
    of_the_unit: bool
    retired: bool


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a search found: the drug of exactly that name, those that begin so, else those that may have been meant."""

    exact: DrugLine | None = None
    lines: tuple[DrugLine, ...] = ()
    suggestions: tuple[DrugLine, ...] = ()
    next_after: str = ""

    @property
    def exact_lines(self) -> tuple[DrugLine, ...]:
        """The one exact drug as lines of a list."""
        return (self.exact,) if self.exact else ()


def find_drug(name: str) -> Drug | None:
    """The drug that is called exactly so, by its name or a synonym in use; never one that is only near."""
    key = drug_key(name)
    named = Drug.objects.filter(name_key=key).first()
    if named is not None or not key:
        return named
    synonym = standing(Name.objects.filter(name_key=key).select_related("drug"), retired=retired().names)
    return synonym.drug if synonym else None


def search(typed: str, *, after: str = "") -> Found:
    """A page of all drugs where nothing is typed, from behind `after`; else what the name finds or suggests."""
    key = drug_key(typed)
    if not key:
        rows = list(Drug.objects.filter(name_key__gt=after).order_by("name_key")[: PAGE_ROWS + 1])
        more = len(rows) > PAGE_ROWS
        next_after = rows[PAGE_ROWS - 1].name_key if more else ""
        return Found(lines=drug_lines(rows[:PAGE_ROWS]), next_after=next_after)
    exact = find_drug(typed)
    begins = Q(name_key__gte=key, name_key__lt=key + LAST)
    named = Name.objects.filter(begins).exclude(pk__in=retired().names).values("drug")
    others = Drug.objects.filter(begins | Q(pk__in=named)).exclude(name_key=exact.name_key if exact else "")
    lines = drug_lines(others.order_by("name_key")[:PAGE_ROWS])
    suggestions = () if exact or lines else drug_lines(suggested(typed))
    return Found(exact=drug_lines([exact])[0] if exact else None, lines=lines, suggestions=suggestions)


def suggested(typed: str) -> list[Drug]:
    """Drugs whose name or synonym is near, the nearest first; none where the name is that of a drug."""
    if find_drug(typed) is not None:
        return []
    drugs = {drug.pk: drug for drug in Drug.objects.all()}
    keys = [(drug.name_key, drug.pk) for drug in drugs.values()]
    keys += Name.objects.exclude(pk__in=retired().names).values_list("name_key", "drug")
    found = [drugs[pk] for name in near(typed, (key for key, _pk in keys)) for key, pk in keys if key == name]
    return list(dict.fromkeys(found))


def drug_lines(drugs: Iterable[Drug]) -> tuple[DrugLine, ...]:
    """Drugs with what a list shows of them. Four queries, whatever the number."""
    rows, out = list(drugs), retired()
    about = [drug.pk for drug in rows]
    values = standing_values(
        Value.objects.filter(drug__in=about, what__in=("class", "tall_man", "look_alikes")).order_by("id"), out
    )
    said = {(value.drug_id, value.what): value for value in values if value.established}
    names = list(Name.objects.filter(drug__in=about).exclude(pk__in=out.names).order_by("id"))
    products = Product.objects.filter(drug__in=about).exclude(pk__in=out.products)
    counts = dict(products.values_list("drug").annotate(number=Count("pk")))
    return tuple(_line(drug, said, names, counts.get(drug.pk, 0), out) for drug in rows)


def _line(
    drug: Drug, said: dict[tuple[int | None, str], Value], names: list[Name], products: int, out: Retired
) -> DrugLine:
    look_alikes, tall_man, kind = (said.get((drug.pk, what)) for what in ("look_alikes", "tall_man", "class"))
    return DrugLine(
        key=drug.name_key,
        name=tall_man.stated if tall_man else drug.name,
        class_text=kind.stated if kind else "",
        names=tuple(dict.fromkeys(name.name for name in names if name.drug_id == drug.pk)),
        look_alikes=words_of("look_alikes", look_alikes.stated) if look_alikes else (),
        products=products,
        of_the_unit=drug.added_by_id is not None,
        retired=drug.pk in out.drugs,
    )
