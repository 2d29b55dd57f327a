"""Rows of reactions that tests begin with, written straight to the database."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from drugs.names import drug_key
from reactions.models import GradeDecision, Reaction, ReactionInError, Sign, TreatmentGiven

STARTED = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def reaction_row(patient, by, **changes: Any) -> Reaction:
    """Oxaliplatin at exposure 7, 20 minutes after the start, with SBP 70 and SpO2 70."""
    key = uuid4()
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
        "case_key": key,
        "entry_key": key,
        "digest": "0" * 64,
        "patient": patient,
        "recorded_by": by,
        "recorded_at": timezone.now(),
    } | changes
    row = Reaction(**values, culprit_key=drug_key(values["culprit"]))
    row.save()
    return row


def sign_row(reaction, code: str = "dyspnea") -> Sign:
    row = Sign(reaction=reaction, code=code)
    row.save()
    return row


def treatment_row(reaction, **changes: Any) -> TreatmentGiven:
    values = {"code": "epinephrine-im", "dose": Decimal("0.5"), "dose_unit": "mg", "number": 1} | changes
    row = TreatmentGiven(reaction=reaction, **values)
    row.save()
    return row


def decision_row(reaction, by, **changes: Any) -> GradeDecision:
    values = {"scale": "brown", "proposed": 3, "decided": 3, "because": "SBP 70 mmHg", "source": "Brown 2004"} | changes
    row = GradeDecision(
        reaction=reaction,
        patient=reaction.patient,
        entry_key=uuid4(),
        recorded_by=by,
        recorded_at=timezone.now(),
        **values,
    )
    row.save()
    return row


def error_row(reaction, by, reason: str = "another patient") -> ReactionInError:
    row = ReactionInError(entry=reaction, reason=reason, entry_key=uuid4(), marked_by=by, marked_at=timezone.now())
    row.save()
    return row
