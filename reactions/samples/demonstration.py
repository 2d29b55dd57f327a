"""The samples of the published cases, for the demonstration's patients and their reactions, which are loaded before."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from desens.numbers.files import load_file
from drugs.names import drug_key
from patients.models import Patient
from reactions.choices import StartPrecision
from reactions.models import Reaction
from reactions.rules.sample_values import read_sample_value
from reactions.sample_choices import Finding
from reactions.samples.entered import NewSample
from reactions.samples.moments import start_of_day
from reactions.samples.selectors import cases
from reactions.samples.services import record_samples

PUBLISHED = Path(__file__).parent / "published.yaml"


def load_samples(*, by: User, at: datetime) -> int:
    """Every published sample whose patient, and whose reaction where it is acute, is there; how many were kept."""
    return sum(_load(case, by=by, at=at) for case in load_file(PUBLISHED))


def _load(case: Mapping[str, Any], *, by: User, at: datetime) -> int:
    patient = Patient.objects.filter(hospital_number=case["number"]).first()
    if patient is None:
        return 0
    new = list(_samples(case["samples"], tuple(cases([patient.pk]).values()), at))
    return len(record_samples(patient=patient, new=new, entry_key=uuid4(), by=by, at=at))


def _samples(published: list[Mapping[str, Any]], reactions: tuple[Reaction, ...], at: datetime) -> Iterator[NewSample]:
    for sample in published:
        reaction = _reaction(sample["of"], reactions) if "of" in sample else None
        if reaction is not None or "of" not in sample:
            yield _sample(sample, reaction, at)


def _reaction(wanted: Mapping[str, str], reactions: tuple[Reaction, ...]) -> Reaction | None:
    """The first reaction to the culprit on that occasion."""
    fitting = (
        each
        for each in reversed(reactions)
        if each.culprit_key == drug_key(wanted["culprit"]) and each.occasion == wanted["occasion"]
    )
    return next(fitting, None)


def _sample(published: Mapping[str, Any], reaction: Reaction | None, at: datetime) -> NewSample:
    printed = str(published["printed"])
    word = printed in Finding.values
    day = timezone.localdate(at if reaction is None else reaction.started_at)
    return NewSample(
        kind=published["kind"],
        tested=published.get("tested", ""),
        printed=printed,
        level=None if word else read_sample_value(printed),
        finding=printed if word else "",
        unit=published.get("unit", ""),
        limit=Decimal(published["limit"]) if "limit" in published else None,
        reaction=reaction,
        taken_at=start_of_day(day, timezone.get_current_timezone()),
        taken_precision=_precision(reaction),
    )


def _precision(reaction: Reaction | None) -> str:
    """No finer than that of the reaction, and never to the minute, which no paper prints."""
    if reaction is None or reaction.started_precision == StartPrecision.MINUTE:
        return StartPrecision.DAY.value
    return reaction.started_precision
