"""Versions that rest on a finding signed with their template where that signature was withdrawn since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from protocols.engine import Finding
from protocols.models import TemplateSignOff, Version
from protocols.rules.unit_template import SIGNED_BY
from protocols.version_document import VersionDocument, read_document

Rows = Mapping[tuple[int, int], list[TemplateSignOff]]


@dataclass(frozen=True, kw_only=True)
class Relied:
    """What a version was built from: its template and drug by key, when it was saved, and its findings."""

    template: int
    drug: int
    saved_at: datetime
    findings: tuple[Finding, ...]


def withdrawn_since(version: Version, document: VersionDocument) -> tuple[str, ...]:
    """Why, in words; empty where what the version rests on stands. One query if it rests on a sign-off, else none."""
    if not _covered(document.schedule.findings):
        return ()
    rows = TemplateSignOff.objects.filter(template=version.template_id, drug=version.protocol.drug_id)
    return _why(_relied(version, document), _by_use(rows))


def withdrawals_among(versions: QuerySet[Version]) -> Mapping[int, str]:
    """Why, by the version's key, for those of `versions` that rest on what was withdrawn. One query, or two more."""
    withdrawn = set(TemplateSignOff.objects.filter(withdrawal__isnull=False).values_list("template", flat=True))
    if not withdrawn:
        return {}
    signed = _by_use(TemplateSignOff.objects.filter(template__in=withdrawn))
    rows = versions.filter(template__in=withdrawn).select_related("protocol")
    found = {row.pk: _why(_relied(row, read_document(row.document)), signed) for row in rows}
    return {pk: " ".join(why) for pk, why in found.items() if why}


def _relied(version: Version, document: VersionDocument) -> Relied:
    return Relied(
        template=version.template_id,
        drug=version.protocol.drug_id,
        saved_at=version.saved_at,
        findings=_covered(document.schedule.findings),
    )


def _covered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that are cautions because they were signed once with the template."""
    return tuple(finding for finding in findings if SIGNED_BY in dict(finding.values))


def _by_use(rows: QuerySet[TemplateSignOff]) -> Rows:
    found: dict[tuple[int, int], list[TemplateSignOff]] = {}
    for row in rows.select_related("withdrawal__by"):
        found.setdefault((row.template_id, row.drug_id), []).append(row)
    return found


def _why(relied: Relied, signed: Rows) -> tuple[str, ...]:
    rows = signed.get((relied.template, relied.drug), [])
    of_findings = [[row for row in rows if _answers(row, finding)] for finding in relied.findings]
    gone = {row.pk: row for answers in of_findings for row in _gone(answers, relied.saved_at)}
    return tuple(
        _("%(who)s withdrew what was signed with the template: %(reason)s.")
        % {"who": row.withdrawal.by, "reason": row.withdrawal.reason.rstrip(".")}
        for row in gone.values()
    )


def _gone(answers: list[TemplateSignOff], saved_at: datetime) -> list[TemplateSignOff]:
    """Withdrawn after the version was saved; or before, and nothing else answers (it was saved at that moment)."""
    withdrawn = [row for row in answers if hasattr(row, "withdrawal")]
    late = [row for row in withdrawn if row.withdrawal.at >= saved_at]
    return late or (withdrawn[-1:] if len(withdrawn) == len(answers) else [])


def _answers(row: TemplateSignOff, finding: Finding) -> bool:
    return row.code == finding.code and (finding.where or "") in row.places.split(", ")
