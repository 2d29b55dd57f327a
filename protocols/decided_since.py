"""What an allergist decided about the drug since a version was saved, and the version does not know."""

from django.utils.translation import gettext as _

from protocols.engine import DaysSchedule, Finding, Schedule
from protocols.findings_shown import finding_lines
from protocols.rules.decided import Decision, decided_by_mouth, decided_findings
from protocols.version_document import VersionDocument

#: Values that say when and why, not what: the same decision taken again is nothing new.
_ABOUT = ("on", "reason")


def decided_since(document: VersionDocument, decision: Decision) -> tuple[str, ...]:
    """In words: a closed way, and each difference from the decision of today that was not signed for as it is."""
    known = set(map(_name, document.schedule.findings))
    new = [finding for finding in _judged(document, decision) if finding.level != "caution"]
    told = finding_lines(finding for finding in new if _name(finding) not in known)
    return tuple(_("Since it was saved: %(what)s") % {"what": line.text} for line in told)


def _judged(document: VersionDocument, decision: Decision) -> tuple[Finding, ...]:
    schedule = document.schedule
    if isinstance(schedule, Schedule):
        return decided_findings(decision, schedule)
    return decided_by_mouth(decision, over_days=isinstance(schedule, DaysSchedule))


def _name(finding: Finding) -> tuple[object, ...]:
    return (finding.code, *(value for value in finding.values if value[0] not in _ABOUT))
