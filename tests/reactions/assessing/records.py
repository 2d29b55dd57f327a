"""Rows of assessments that tests begin with, written straight to the database."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.utils import timezone

from drugs.names import drug_key
from reactions.models import Assessment, Challenge, Grounds, NaranjoAnswers

DAY = date(2026, 11, 10)


def _common(patient, by, culprit: str) -> dict[str, Any]:
    return {
        "patient": patient,
        "recorded_by": by,
        "recorded_at": timezone.now(),
        "entry_key": uuid4(),
        "culprit": culprit,
        "culprit_key": drug_key(culprit),
    }


def naranjo_row(patient, by, culprit: str = "oxaliplatin", **changes: Any) -> NaranjoAnswers:
    row = NaranjoAnswers(**_common(patient, by, culprit) | changes)
    row.save()
    return row


def grounds_row(patient, by, culprit: str = "oxaliplatin", **changes: Any) -> Grounds:
    row = Grounds(**_common(patient, by, culprit) | {"alternative": "none"} | changes)
    row.save()
    return row


def challenge_row(patient, by, culprit: str = "oxaliplatin", **changes: Any) -> Challenge:
    row = Challenge(**_common(patient, by, culprit) | {"done_on": DAY, "result": "negative"} | changes)
    row.save()
    return row


def assessment_row(reaction, by, **changes: Any) -> Assessment:
    """Desensitization in 16 steps, as proposed."""
    values: dict[str, Any] = {
        "reaction": reaction,
        "number": 1,
        "phenotype_proposed": "type I",
        "phenotype": "type I",
        "way_proposed": "desensitization",
        "way": "desensitization",
        "pace": "rapid",
        "steps": 16,
        "first_bag_dilution": 1000,
        "place": "intensive care",
        "differs": False,
        "contraindicated": False,
        "document": "{}",
        "sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    }
    row = Assessment(**_common(reaction.patient, by, reaction.culprit) | values | changes)
    row.save()
    return row
