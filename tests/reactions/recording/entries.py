"""Reactions that tests begin with, made by the same services as real work."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.records.models import EnteredInError
from patients.keeping_services import mark_in_error
from reactions.models import GradeDecision, Reaction
from reactions.recording.deciding import decide_grade
from reactions.recording.entered import NewDecision, NewReaction, NewTreatment
from reactions.recording.services import record_reaction

STARTED = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
EPINEPHRINE = NewTreatment(code="epinephrine-im", drug="epinephrine", dose=Decimal("0.5"), dose_unit="mg")


def oxaliplatin(**changes: Any) -> NewReaction:
    """The typical reaction: exposure 7, 20 minutes, three signs, SBP 70, SpO2 70, epinephrine."""
    values: dict[str, Any] = {
        "culprit": "oxaliplatin",
        "exposure_number": 7,
        "started_at": STARTED,
        "started_precision": "minute",
        "onset": Decimal(20),
        "onset_unit": "minutes",
        "onset_precision": "exact",
        "sbp_mmhg": 70,
        "spo2_percent": 70,
        "signs": frozenset({"facial-pruritus", "dyspnea", "altered-consciousness"}),
        "treatments": (EPINEPHRINE,),
    }
    return NewReaction(**(values | changes))


def recorded(patient, by, *, corrects=None, decision=None, entry_key=None, **changes: Any) -> Reaction:
    common = {"patient": patient, "entry_key": entry_key or uuid4(), "by": by, "at": timezone.now()}
    return record_reaction(new=oxaliplatin(**changes), corrects=corrects, decision=decision, **common)


def decided(reaction, by, *, scale="brown", grade: int | None = 3, reason="") -> GradeDecision:
    new = NewDecision(scale=scale, decided=grade, reason=reason)
    common = {"patient": reaction.patient, "reaction": reaction, "entry_key": uuid4(), "by": by, "at": timezone.now()}
    return decide_grade(new=new, **common)


def struck(reaction, by) -> EnteredInError:
    return mark_in_error(entry=reaction, reason="another patient", entry_key=uuid4(), by=by, at=timezone.now())


def everything(patient, by) -> Reaction:
    """One with everything and a grade overridden; one corrected, one struck, one of which little is known."""
    reaction = recorded(
        patient,
        by,
        excipient="polysorbate",
        other_drugs="bevacizumab, ondansetron",
        folinic_acid=True,
        occasion="desensitization",
        protocol_steps=16,
        step=13,
        cycle_number=7,
        infusion_number=7,
        planned_dose=Decimal(130),
        dose_reached=Decimal("9.5"),
        dose_unit="mg",
        rate_reached=Decimal(80),
        rate_reached_unit="mL/h",
        sites="palms, face",
        body_surface_percent=Decimal("12.5"),
        baseline_sbp_mmhg=130,
        temperature_c=Decimal("36.6"),
        biphasic=False,
        duration=Decimal(2),
        duration_unit="hours",
        administration="stopped",
        care="intensive_care",
        note="two lines\nof a note",
        treatments=(EPINEPHRINE, NewTreatment(code="oxygen", minutes_after_onset=5)),
    )
    decided(reaction, by)
    decided(reaction, by, grade=2, reason="the cuff was wrong")
    first = recorded(patient, by, culprit="paclitaxel")
    recorded(patient, by, corrects=first, culprit="paclitaxel", sbp_mmhg=90)
    struck(recorded(patient, by, culprit="carboplatin"), by)
    little = {"onset": None, "onset_unit": "", "onset_precision": "", "sbp_mmhg": None, "spo2_percent": None}
    nothing: dict[str, Any] = {"signs": frozenset(), "treatments": (), "exposure_number": None}
    recorded(patient, by, culprit="penicillin", started_precision="year", **little, **nothing)
    return reaction
