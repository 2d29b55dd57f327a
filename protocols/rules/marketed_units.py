"""Whether the units that a plan by mouth counts in are those of the drug's products.

Sources: drugs/library (what is marketed, each value with its source); clinical.md 11 (a limit that is not established
is said, never assumed). Implementation choice, no published rule: a strength that no product has must be compounded,
and needs a signature with its reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine import Caution, DaysSpecification, Finding, IntervalSpecification, NeedsSignOff
from protocols.engine.products.breaches import said
from protocols.engine.products.limits import Limit
from protocols.engine.products.units import converted


@dataclass(frozen=True, kw_only=True)
class ProductUnits:
    """A product and the amounts of its tablets or capsules, each with its source; none where not established."""

    product: str
    units: tuple[Limit, ...]


def unit_findings(
    specification: DaysSpecification | IntervalSpecification, products: Sequence[ProductUnits]
) -> tuple[Finding, ...]:
    """What the products say of the units that a plan counts in; what is measured or injected is made of none."""
    units = [unit for product in products for unit in product.units]
    names = (("products", ", ".join(product.product for product in products)),)
    if specification.route != "oral" or _is_measured(specification):
        return ()
    if not units:
        return (Caution(code="units-not-established", values=names),) if products else ()
    named = (*names, ("units", ", ".join(str(Quantity.of(unit.value, unit.unit)) for unit in units)))
    strengths = specification.strengths if isinstance(specification, DaysSpecification) else ()
    if not strengths:
        return (Caution(code="units-not-stated", values=named),)
    return tuple(_of_no_product(strengths, specification.unit, units, named))


def _is_measured(specification: DaysSpecification | IntervalSpecification) -> bool:
    doses = specification.doses if isinstance(specification, IntervalSpecification) else ()
    return bool(doses) and all(single.solution is not None for single in doses)


def _of_no_product(
    strengths: Sequence[Fraction], unit: str, units: Sequence[Limit], named: tuple[tuple[str, str], ...]
) -> Iterator[Finding]:
    for strength in strengths:
        if not any(converted(marketed.value, marketed.unit, unit) == strength for marketed in units):
            counted = ("strength", str(Quantity.of(strength, unit)))
            yield NeedsSignOff(code="unit-of-no-product", values=(counted, *named, *said(units[0])))
