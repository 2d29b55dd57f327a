"""A template as it would be used for a drug: as published but for drug and dose, without line and pump."""

from dataclasses import dataclass, replace
from fractions import Fraction

from drugs.models import Drug
from protocols.engine import Finding, ProtocolTemplate, Schedule, apply_template, compute
from protocols.engine.applying import published_choices
from protocols.engine.products import product_findings
from protocols.engine.sums import by_level
from protocols.models import Template
from protocols.product_limits import limits_of
from protocols.rules.unit_template import covered, signable
from protocols.selectors import latest_product
from protocols.unit_templates.signed_off import signed_codes


@dataclass(frozen=True, kw_only=True)
class Use:
    """The schedule with all findings; `open_places` are those that can still be signed once, by code."""

    schedule: Schedule
    findings: tuple[Finding, ...]
    open_places: dict[str, tuple[str, ...]]


def use_of(row: Template, entry: ProtocolTemplate, *, drug: Drug, dose: Fraction) -> Use:
    """Computed now, in the unit of the template's first drug. NothingToCompute, ContentError."""
    choices = replace(published_choices(entry, entry.drugs[0]), drug=drug.name, target_dose=dose)
    specification = apply_template(entry, choices)
    schedule = compute(specification)
    of_product = product_findings(schedule, specification, limits_of(latest_product(drug)))
    found = covered((*schedule.findings, *of_product), signed_codes(row, drug))
    signed = {finding.code for finding in found if dict(finding.values).keys() & {"signed_by"}}
    places: dict[str, tuple[str, ...]] = {}
    for finding in signable(found):
        if finding.code not in signed and finding.where:
            places[finding.code] = (*places.get(finding.code, ()), finding.where)
    return Use(schedule=schedule, findings=by_level(*found), open_places=places)
