"""The protocols by mouth or under the skin that can be prescribed, and the drugs that are given so."""

from drugs.models import Drug, Route
from drugs.selectors import drugs_by
from protocols.engine import AnyEntry, DaysSpecification, FixedProtocol, IntervalSpecification
from protocols.models import Template
from protocols.oral.building import OralSpecification
from protocols.oral.components import shares_of
from protocols.selectors import current_templates, entry_content


def fixed_specification(entry: AnyEntry) -> OralSpecification | None:
    """What a published protocol gives over days or as single doses, of several components the first.

    None for an infusion, for several drugs, and for components that are not given in fixed shares.
    """
    if not isinstance(entry, FixedProtocol) or len(entry.specifications) != 1 + len(shares_of(entry)):
        return None
    first = entry.specifications[0]
    return first if isinstance(first, DaysSpecification | IntervalSpecification) else None


def oral_templates() -> dict[str, tuple[Template, OralSpecification]]:
    """The latest revision of every such protocol with its specification, by slug, in the order of their titles."""
    found = ((row, fixed_specification(entry_content(row))) for row in current_templates(retired=False))
    return {row.slug: (row, specification) for row, specification in found if specification}


def offered_drugs() -> dict[str, tuple[Drug, str]]:
    """The drugs in use with a product by mouth or under the skin, by key, each as it is shown. Three queries."""
    return {row.name_key: (row, shown) for row, shown in drugs_by(Route.ORAL, Route.SUBCUTANEOUS)}
