"""Every write of an assessment. One call: guards, then the row and its audit event together."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from desens.access.models import User
from drugs.names import drug_key
from patients.inserting import insert_entry
from reactions.assessing.entered import NewChallenge, NewGrounds, NewNaranjo
from reactions.models import Challenge, Grounds, NaranjoAnswers, Reaction


def record_naranjo(*, reaction: Reaction, new: NewNaranjo, entry_key: UUID, by: User, at: datetime) -> NaranjoAnswers:
    """Keep the ten answers; they replace earlier ones about the culprit."""
    row = NaranjoAnswers(**new.columns(), **common(reaction, entry_key=entry_key, by=by, at=at))
    return insert_entry(row, action="answered naranjo", after=_told(row, new.columns()))


def record_grounds(*, reaction: Reaction, new: NewGrounds, entry_key: UUID, by: User, at: datetime) -> Grounds:
    """Keep alternative, statement and consent; they replace earlier ones about the culprit."""
    row = Grounds(**vars(new), **common(reaction, entry_key=entry_key, by=by, at=at))
    return insert_entry(row, action="recorded grounds", after=_told(row, vars(new)))


def record_challenge(*, reaction: Reaction, new: NewChallenge, entry_key: UUID, by: User, at: datetime) -> Challenge:
    """Keep a graded challenge with its result."""
    row = Challenge(**vars(new), **common(reaction, entry_key=entry_key, by=by, at=at))
    return insert_entry(row, action="recorded challenge", after=_told(row, vars(new)))


def common(reaction: Reaction, *, entry_key: UUID, by: User, at: datetime) -> dict[str, Any]:
    """What every row of an assessment bears: whose, about which culprit, by whom, when."""
    return {
        "patient": reaction.patient,
        "culprit": reaction.culprit,
        "culprit_key": drug_key(reaction.culprit),
        "entry_key": entry_key,
        "recorded_by": by,
        "recorded_at": at,
    }


def _told(row: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    return {"culprit": row.culprit, **values}
