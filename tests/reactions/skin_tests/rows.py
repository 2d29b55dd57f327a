"""Rows of skin tests that tests begin with, written straight to the database."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from drugs.names import drug_key
from reactions.models import SkinTest, SkinTestOpinion, SkinTestReading, SkinTestRound, SkinTestSession


def entry(patient, by) -> dict[str, Any]:
    return {"patient": patient, "entry_key": uuid4(), "recorded_by": by, "recorded_at": timezone.now()}


def session_row(patient, by, **changes: Any) -> SkinTestSession:
    values = {"tested_on": date(2026, 11, 20), "negative_control": "saline", "digest": "0" * 64} | changes
    row = SkinTestSession(**values, **entry(patient, by))
    row.save()
    return row


def skin_test_row(session, **changes: Any) -> SkinTest:
    values: dict[str, Any] = {
        "number": 1,
        "drug": "atezolizumab",
        "kind": "prick",
        "concentration": Decimal(60),
        "unit": "mg/mL",
        "stock": Decimal(60),
        "stock_unit": "mg/mL",
    } | changes
    row = SkinTest(session=session, **values, drug_key=drug_key(values["drug"]))
    row.save()
    return row


def round_row(session, by, **changes: Any) -> SkinTestRound:
    values: dict[str, Any] = {
        "read_after": "minutes",
        "histamine_longest": Decimal(6),
        "histamine_across": Decimal(6),
        "negative_longest": Decimal(0),
        "negative_across": Decimal(0),
        "growth_mm": Decimal(3),
        "digest": "0" * 64,
    } | changes
    row = SkinTestRound(session=session, **values, **entry(session.patient, by))
    row.save()
    return row


def reading_row(round_, test, **changes: Any) -> SkinTestReading:
    values = {"wheal_longest": Decimal(4), "wheal_across": Decimal(4), "erythema_mm": Decimal(10)} | changes
    row = SkinTestReading(round=round_, test=test, **values)
    row.save()
    return row


def opinion_row(reading, by, **changes: Any) -> SkinTestOpinion:
    """On a reading, or for None on the `test` in the changes."""
    values = {"result": "positive", "reason": "typical flare", "test": reading and reading.test} | changes
    row = SkinTestOpinion(reading=reading, **values, **entry(values["test"].session.patient, by))
    row.save()
    return row
