"""Whether what is ordered before an infusion may be given, and what a cytokine release reaction asks for.

Rules of clinical.md 6: aspirin (premedication_aspirin), the culprit and allergies (premedication_allergy), withdrawn
medicines (withdrawn), and "CRR: acetaminophen/NSAID, fluids, steroid, antihistamine less useful" (from the
literature), which proposes and never orders.
"""

from collections.abc import Iterator

from desens.numbers.quantity import Quantity
from protocols.engine import Blocker, Caution, Finding
from protocols.rules.medicine_groups import CORTICOSTEROID, NSAID, Medicine
from protocols.rules.premedication_allergy import allergy_findings, unique
from protocols.rules.premedication_aspirin import aspirin_findings
from protocols.rules.premedication_messages import WORDS
from protocols.rules.premedication_record import Limits, Ordered, PatientRecord
from protocols.rules.withdrawn import successor_of

ANTIPYRETICS = frozenset({"acetaminophen", "paracetamol"})
FLUIDS = frozenset({"normalsaline", "saline", "sodiumchloride", "ringer", "crystalloid", "fluids"})


def premedication_findings(
    ordered: tuple[Ordered, ...], record: PatientRecord, limits: Limits, *, fluids: str = ""
) -> tuple[Finding, ...]:
    """Everything about the rows as ordered; `fluids` is what is ordered beside the infusion, "" for nothing."""
    return (
        *allergy_findings(ordered, record),
        *(finding for medicine in unique(ordered) for finding in _withdrawn(medicine)),
        *(finding for medicine in unique(ordered) for finding in aspirin_findings(medicine, record, limits)),
        *_open_doses(ordered),
        *_release(ordered, record, fluids),
    )


def _withdrawn(medicine: Medicine) -> Iterator[Finding]:
    if successor := successor_of(medicine.keys):
        dose = str(Quantity.of(successor.dose, successor.unit))
        values = (("drug", medicine.name), ("successor", successor.drug), ("dose", dose))
        yield Blocker(code="premedication-withdrawn", values=values)


def _open_doses(ordered: tuple[Ordered, ...]) -> Iterator[Finding]:
    for given in ordered:
        if given.row.dose is None:
            yield Caution(code="premedication-dose-open", values=(("drug", given.medicine.name),))


def _release(ordered: tuple[Ordered, ...], record: PatientRecord, fluids: str) -> Iterator[Finding]:
    if not record.cytokine_release:
        return
    medicines = unique(ordered)
    lacking = {
        "release-antipyretic": not any(m.keys & ANTIPYRETICS or NSAID in m.groups for m in medicines),
        "release-fluids": not fluids and not any(m.keys & FLUIDS for m in medicines),
        "release-steroid": not any(CORTICOSTEROID in m.groups for m in medicines),
    }
    if missing := [WORDS[what] for what, lacks in lacking.items() if lacks]:
        yield Caution(code="premedication-cytokine-release", values=(("missing", ", ".join(missing)),))
