"""The oral protocols of the library that can be prescribed, and the drugs that are taken by mouth."""

from drugs.models import Drug
from drugs.selectors import oral_drugs
from protocols.engine import AnyEntry, DaysSpecification, FixedProtocol, IntervalSpecification
from protocols.models import Template
from protocols.oral.building import OralSpecification
from protocols.selectors import current_templates, entry_content


def fixed_specification(entry: AnyEntry) -> OralSpecification | None:
    """The one oral specification of a published protocol; None for an infusion, and for one of several components."""
    if not isinstance(entry, FixedProtocol) or len(entry.specifications) != 1:
        return None
    (only,) = entry.specifications
    is_oral = isinstance(only, DaysSpecification | IntervalSpecification) and only.route == "oral"
    return only if is_oral and isinstance(only, DaysSpecification | IntervalSpecification) else None


def oral_templates() -> dict[str, tuple[Template, OralSpecification]]:
    """The latest revision of every oral protocol with its specification, by slug, in the order of their titles."""
    found = ((row, fixed_specification(entry_content(row))) for row in current_templates(retired=False))
    return {row.slug: (row, specification) for row, specification in found if specification}


def offered_drugs() -> dict[str, tuple[Drug, str]]:
    """The drugs in use that have an oral product, by key, each as it is shown. Three queries."""
    return {row.name_key: (row, shown) for row, shown in oral_drugs()}
