"""A template's content checked like everything else: read, computed as published, held against print and product."""

from dataclasses import dataclass
from typing import Any

from drugs.models import Drug
from drugs.names import drug_key
from protocols.engine import (
    AnyEntry,
    AnySchedule,
    ContentError,
    Finding,
    FixedProtocol,
    ProtocolTemplate,
    Schedule,
    Specification,
    UnfinishedProtocol,
    apply_template,
    entry_schedules,
    read_entry,
)
from protocols.engine.applying import published_choices
from protocols.engine.products import product_findings
from protocols.product_limits import limits_of
from protocols.selectors import latest_product
from protocols.unit_templates.print_agrees import require_print_agrees


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What was read, with each drug's schedule and what the product's label says of it."""

    entry: AnyEntry
    schedules: tuple[AnySchedule, ...]
    of_products: tuple[tuple[str, tuple[Finding, ...]], ...]

    @property
    def blockers(self) -> tuple[Finding, ...]:
        """What keeps it from being saved."""
        found = [finding for schedule in self.schedules for finding in schedule.findings]
        found += [finding for _drug, findings in self.of_products for finding in findings]
        return tuple(finding for finding in found if finding.level == "blocker")


def check(content: dict[str, Any], *, slug: str = "unit-new", revision: int = 1) -> Checked:
    """Read and compute. ContentError names the key and what was expected; NothingToCompute bears the findings."""
    entry = read_entry(content | {"revision": str(revision)}, slug=slug)
    if isinstance(entry, UnfinishedProtocol):
        raise ContentError(key="incomplete", expected="bags and steps, phases or doses: nothing can be computed")
    schedules = entry_schedules(entry)
    require_print_agrees(entry)
    return Checked(entry=entry, schedules=schedules, of_products=_of_products(entry, schedules))


def _of_products(entry: AnyEntry, schedules: tuple[AnySchedule, ...]) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
    """Of every drug whose dose is known: not of an example, and not of a dose for each kg or square metre."""
    specifications: tuple[Any, ...] = ()
    if isinstance(entry, FixedProtocol):
        specifications = entry.specifications
    if isinstance(entry, ProtocolTemplate) and not entry.any_drug:
        specifications = tuple(
            None if drug.per else apply_template(entry, published_choices(entry, drug)) for drug in entry.drugs
        )
    pairs = zip(specifications, schedules, strict=False)
    return tuple(
        (schedule.drug, label_findings(specification, schedule))
        for specification, schedule in pairs
        if isinstance(specification, Specification) and isinstance(schedule, Schedule)
    )


def label_findings(specification: Specification, schedule: Schedule) -> tuple[Finding, ...]:
    """What the drug's product of this installation demands of the schedule."""
    drug = Drug.objects.filter(name_key=drug_key(specification.drug)).first()
    return product_findings(schedule, specification, limits_of(latest_product(drug) if drug else None))
