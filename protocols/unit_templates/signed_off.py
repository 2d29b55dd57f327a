"""Findings of one use of a template: what was signed with it turned into cautions, what is due on it added."""

from collections.abc import Iterable
from datetime import date

from drugs.models import Drug
from protocols.engine import Finding
from protocols.engine.sums import by_level
from protocols.models import Template, TemplateOrigin, TemplateReading, TemplateSignOff
from protocols.rules.unit_template import SignedCode, covered, of_kept, use_findings
from protocols.selectors import entry_content


def signed_off(findings: Iterable[Finding], template: Template, drug: Drug) -> tuple[Finding, ...]:
    """The findings by level; what was signed with the template revision for the drug is a caution that says so."""
    return by_level(*covered(findings, signed_codes(template, drug)))


def findings_in_use(
    findings: Iterable[Finding], *, template: Template, drug: Drug, on: date, kept: frozenset[str] | None = None
) -> tuple[Finding, ...]:
    """As `signed_off`, with what every use of the template shows on that day: unread, review due.

    `kept`: the places of an edited plan that are the template's own (rules/unit_template.py); None: not edited.
    """
    signed = signed_codes(template, drug)
    found = covered(findings, signed if kept is None else of_kept(signed, kept))
    return by_level(*found, *due(template, on=on))


def signed_codes(template: Template, drug: Drug) -> tuple[SignedCode, ...]:
    """What was signed once with this revision for the drug, and not withdrawn."""
    rows = TemplateSignOff.objects.filter(template=template, drug=drug, withdrawal__isnull=True)
    return tuple(map(signed_code, rows.select_related("by").order_by("pk")))


def signed_code(row: TemplateSignOff) -> SignedCode:
    """A sign-off as the rule reads it."""
    return SignedCode(code=row.code, places=frozenset(row.places.split(", ")), by=str(row.by), reason=row.reason)


def due(template: Template, *, on: date) -> tuple[Finding, ...]:
    """The cautions about using this revision on a day."""
    of_unit = template.origin == TemplateOrigin.UNIT
    read = of_unit and TemplateReading.objects.filter(template=template).exists()
    return use_findings(of_unit=of_unit, read=read, review_due=entry_content(template).review_due, on=on)
