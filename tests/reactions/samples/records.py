"""Samples that tests begin with, kept by the same service as real work."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone

from patients.keeping_services import mark_in_error
from reactions.models import Sample
from reactions.rules.sample_values import read_sample_value
from reactions.samples.entered import NewSample
from reactions.samples.services import record_samples
from tests.reactions.recording.records import STARTED, reaction_row

ZONE = ZoneInfo("Europe/Madrid")
#: The reaction of `reaction_row` begins 20 minutes after its start.
ONSET = STARTED + timedelta(minutes=20)


def new(printed: str = "44.7", **changes: Any) -> NewSample:
    """A baseline tryptase in ng/mL, taken ten days after the reaction."""
    values: dict[str, Any] = {
        "kind": "tryptase",
        "printed": printed,
        "level": read_sample_value(printed),
        "unit": "ng/mL",
        "taken_at": ONSET + timedelta(days=10),
    }
    return NewSample(**(values | changes))


def kept(patient, by, *samples: NewSample) -> list[Sample]:
    """The samples recorded together."""
    return record_samples(patient=patient, new=samples, entry_key=uuid4(), by=by, at=timezone.now())


def acute(reaction, printed: str = "44.7", minutes: int = 60, **changes: Any) -> NewSample:
    """An acute tryptase so many minutes after the onset."""
    return new(printed, reaction=reaction, taken_at=ONSET + timedelta(minutes=minutes), **changes)


def case(patient, by, baseline: str = "3.2"):
    """The series' case of 44.7 against 3.2: the reaction and both samples."""
    reaction = reaction_row(patient, by)
    kept(patient, by, acute(reaction), new(baseline, limit=Decimal("11.4")))
    return reaction


def waiting(patient, by) -> None:
    """An acute tryptase without a baseline."""
    kept(patient, by, acute(reaction_row(patient, by), printed="19.6"))


def everything(patient, by) -> tuple[Sample, Sample]:
    """Every kind of sample in every state that the page shows in its own way; the acute one and the baseline."""
    reaction = reaction_row(patient, by)
    rows = kept(
        patient,
        by,
        acute(reaction, limit=Decimal("11.4")),
        new("9.1", limit=Decimal("11.4")),
        acute(reaction, ">20", minutes=90),
        new("<1.0", taken_at=ONSET - timedelta(days=200)),
        acute(reaction, "80", kind="il6", unit="pg/mL", limit=Decimal(7)),
        new("18.9", kind="total_ige", unit="kU/L", limit=Decimal(100)),
        new("118", kind="total_ige", unit="IU/mL", limit=Decimal(100)),
        new("5", kind="other", unit="mg/L", tested="C-reactive protein, measured by the hospital that referred"),
        new("3.1"),
    )
    word = {"kind": "specific_ige", "unit": "", "level": None, "finding": "negative", "printed": "negative"}
    kept(patient, by, replace(new(), **word, tested="latex k82"))
    mark_in_error(entry=rows[-1], reason="another patient's", entry_key=uuid4(), by=by, at=timezone.now())
    return rows[0], rows[1]


def at(text: str) -> datetime:
    """A moment in the hospital's zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)
