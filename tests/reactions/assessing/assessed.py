"""Assessments in every state that the page shows in its own way."""

from typing import Any
from uuid import UUID

from desens.access.models import User
from patients.keeping_services import mark_in_error
from patients.models import Patient
from reactions.assessing.decisions import sign
from reactions.assessing.entered import NewDecision
from reactions.assessing.facts import seen_text
from reactions.assessing.gathering import gather
from reactions.models import Assessment, Challenge, Reaction
from tests.patients.background import records as background
from tests.patients.background.records import common
from tests.reactions.assessing.records import challenge_row, grounds_row, naranjo_row
from tests.reactions.assessing.scene import measured, reacted, skin_tested

PROPOSED: dict[str, Any] = {
    "phenotype": "type I",
    "way": "desensitization",
    "pace": "rapid",
    "steps": 16,
    "first_bag_dilution": 1000,
    "place": "intensive care",
}


def signed(reaction: Reaction, by: User, **changes: Any) -> Assessment:
    """A decision about the reaction's culprit, signed upon everything that is recorded now."""
    ids = [reaction.patient_id]
    gathered = gather(ids, reaction)
    who = {name: value for name, value in common(reaction.patient, by).items() if name != "patient"}
    seen = seen_text(gathered.facts, gathered.digest)
    return sign(ids=ids, reaction=reaction, new=NewDecision(**(PROPOSED | changes)), seen=seen, **who)


def everything(patient: Patient, by: User) -> dict[str, Reaction]:
    """By name: nothing to go by, a contraindication, and everything recorded and decided twice."""
    bare = reacted(by, signs=(), patient=patient, grade=None, culprit="carboplatin", sbp_mmhg=None, spo2_percent=None)
    delayed = {"onset": 12, "onset_unit": "days", "sbp_mmhg": None, "spo2_percent": None, "culprit": "alectinib"}
    rash = reacted(by, signs=("maculopapular-rash", "pustules"), patient=patient, grade=1, **delayed)
    grounds_row(patient, by, culprit="alectinib")
    full = reacted(by, patient=patient)
    background.everything(patient, by)
    statement = {"oncologist": "Dr. Oncologist Example", "statement": "third line, no other drug is left"}
    consent = {"consent": "written", "consent_on": background.DAY, "stated_on": background.DAY}
    grounds_row(patient, by, alternative_detail="irinotecan failed", **statement, **consent)
    naranjo_row(
        patient, by, after_drug="yes", similar_reaction_before="yes", alternative_causes="no", note="as printed"
    )
    skin_tested(full, by)
    measured(full, by)
    reacted(by, patient=patient, occasion="desensitization", protocol_steps=16, step=13)
    mistaken = challenge_row(patient, by, doses="1 %, 10 %, the rest", note="stopped at once")
    challenge_row(patient, by, result="positive", doses="1 %")
    who = common(patient, by)
    del who["patient"]
    mark_in_error(entry=mistaken, reason="another patient", **who)
    signed(full, by, reason="our own protocol of 16 steps, omalizumab before")
    signed(
        full, by, phenotype="mixed", phenotype_reason="chills at home", steps=12, first_bag_dilution=100, reason="frail"
    )
    return {"nothing to go by": bare, "contraindicated": rash, "everything": full}


def challenge_of(patient: Patient) -> UUID:
    """A challenge that stands."""
    return Challenge.objects.filter(patient=patient, error__isnull=True)[0].entry_key
