"""The decisions of the published cases, signed through the same service as real work."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from desens.access.models import User
from desens.numbers.files import load_file
from drugs.names import drug_key
from patients.models import Patient
from reactions.assessing.decisions import sign
from reactions.assessing.entered import NewDecision, NewNaranjo
from reactions.assessing.facts import seen_text
from reactions.assessing.gathering import Gathered, gather
from reactions.assessing.services import record_naranjo
from reactions.assessment_choices import Pace, Way
from reactions.choices import Occasion
from reactions.models import Reaction
from reactions.recording.selectors import standing_reactions

FILE = Path(__file__).parent / "published.yaml"


def load_assessments(*, by: User, at: datetime) -> int:
    """Keep the printed decisions and answers about the published patients that are there; how many patients."""
    cases = load_file(FILE)
    patients = list(Patient.objects.filter(hospital_number__in=cases).order_by("pk"))
    for patient in patients:
        case = cases[patient.hospital_number]
        who: dict[str, Any] = {"entry_key": uuid4(), "by": by, "at": at}
        reaction = index_reaction(patient, case["culprit"])
        if "naranjo" in case:
            record_naranjo(reaction=reaction, new=NewNaranjo(answers=case["naranjo"], note=case["note"]), **who)
        else:
            _sign(reaction, case, **who)
    return len(patients)


def index_reaction(patient: Patient, culprit: str) -> Reaction:
    """The last reaction to the culprit at a regular administration: what the assessment is about."""
    rows = [row for row in standing_reactions([patient.pk]) if row.culprit_key == drug_key(culprit)]
    regular = (row for row in rows if row.occasion == Occasion.INFUSION)
    return max(regular, key=lambda row: (row.started_at, row.exposure_number or 0, row.pk))


def _sign(reaction: Reaction, case: Mapping[str, Any], **who: Any) -> None:
    ids = [reaction.patient_id]
    gathered = gather(ids, reaction)
    seen = seen_text(gathered.facts, gathered.digest)
    sign(ids=ids, reaction=reaction, new=_decision(case, gathered), seen=seen, **who)


def _decision(case: Mapping[str, Any], gathered: Gathered) -> NewDecision:
    proposed = gathered.judged.phenotype.proposed
    dilution = case.get("first_bag_dilution")
    return NewDecision(
        phenotype=case["phenotype"],
        phenotype_reason="" if proposed == case["phenotype"] else case["why"],
        way=Way.DESENSITIZATION.value,
        pace=Pace.RAPID.value,
        steps=int(case["steps"]),
        first_bag_dilution=int(dilution) if dilution else None,
        place=case.get("place", ""),
        reason=case["as_published"],
    )
