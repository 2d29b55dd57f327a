"""Whether a published protocol fits the drug that it is used for, and the drug the route."""

from collections.abc import Iterator

from drugs.models import Drug
from drugs.selectors import routes_of
from protocols.engine import Finding, FixedProtocol
from protocols.models import Template
from protocols.oral.building import OralSpecification
from protocols.oral.components import shares_of
from protocols.rules.oral_fit import fitting
from protocols.selectors import entry_content


def fit_findings(drug: Drug, template: Template, specification: OralSpecification) -> Iterator[Finding]:
    """What the prescriber should see about using this protocol for this drug. Two queries."""
    entry = entry_content(template)
    if isinstance(entry, FixedProtocol):
        components = (specification.drug, *(share.drug for share in shares_of(entry)))
        published = entry.medicine or entry.specifications[0].drug
        yield from fitting(
            drug.name,
            published=published,
            components=components,
            route=specification.route,
            routes=routes_of(drug),
        )
