"""What lies ready beside epinephrine: the unit's standing list, without what the patient reacts to.

Source: as for premedication, "block drugs that are the culprit (e.g. famotidine, steroid)" (clinical.md 6), read for
the standing list too: a medicine against a reaction must not cause one. What is left out needs a reason, which says
what takes its place; a relative (another corticosteroid) stays, with a caution.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from protocols.engine import Caution, Finding, NeedsSignOff
from protocols.rules.medicine_groups import Medicine, same_substance
from protocols.rules.premedication_allergy import related_group, shared_class, values_of
from protocols.rules.premedication_record import PatientRecord


@dataclass(frozen=True, kw_only=True)
class RescueMedicine:
    """One medicine of the standing list; `dose` in the words of its source, "" where the source states none."""

    drug: str
    dose: str
    route: str
    reason: str
    source: str


def standing_list(
    listed: Iterable[tuple[RescueMedicine, Medicine]], record: PatientRecord
) -> tuple[tuple[RescueMedicine, ...], tuple[Finding, ...]]:
    """What of the list lies ready for this patient, and what is said about the rest."""
    ready: list[RescueMedicine] = []
    findings: list[Finding] = []
    for rescue, medicine in listed:
        found = _against(medicine, record)
        findings += [found] if found else []
        if not isinstance(found, NeedsSignOff):
            ready.append(rescue)
    return tuple(ready), tuple(findings)


def _against(medicine: Medicine, record: PatientRecord) -> Finding | None:
    related: Finding | None = None
    for held in record.held:
        if same_substance(medicine, held.medicine) or shared_class(medicine, held.medicine):
            return NeedsSignOff(code="rescue-withheld", values=values_of(medicine, held))
        if shared := related_group(medicine, held.medicine):
            related = related or Caution(code="rescue-related", values=values_of(medicine, held, shared))
    return related
