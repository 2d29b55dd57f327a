"""Every write of skin tests. One call: guards, then the rows and their audit event together."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.exceptions import SuspiciousOperation

from desens.access.models import User
from desens.audit.recording import recording
from desens.audit.values import values_text
from desens.numbers.quantity import Quantity
from desens.unit.definitions.judging import INTRADERMAL_MM
from desens.unit.selectors import current
from drugs.names import drug_key
from patients.inserting import insert_entry
from patients.models import Patient
from patients.person import records_of
from reactions.models import SkinTest, SkinTestOpinion, SkinTestReading, SkinTestRound, SkinTestSession
from reactions.skin_tests.entered import NewOpinion, NewRound, NewSession, NewTest
from reactions.skin_tests.strengths import exact_decimal, is_above


class AboveStockError(ValueError):
    """A strength above that of its stock cannot be prepared."""


class NothingReadError(ValueError):
    """A round without a reading says nothing."""


def plan_session(*, patient: Patient, new: NewSession, entry_key: UUID, by: User, at: datetime) -> SkinTestSession:
    """Keep a session with its tests in their order; AboveStockError keeps nothing."""
    if new.reaction is not None:
        _require_of(patient, new.reaction.patient_id)
    _require_within_stock(new.tests)
    kept = {name: value for name, value in vars(new).items() if name != "tests"}
    reaction = str(new.reaction.entry_key) if new.reaction else None
    after = kept | {"reaction": reaction, "tests": [vars(test) for test in new.tests]}
    row = SkinTestSession(**kept, digest=_digest(after), **_common(patient, entry_key=entry_key, by=by, at=at))
    with recording(by=by, at=at):
        stored = insert_entry(row, action="planned skin tests", after=after)
        if stored is row:
            for number, test in enumerate(new.tests, start=1):
                SkinTest(session=row, number=number, drug_key=drug_key(test.drug), **vars(test)).save()
    return stored


def record_round(
    *, patient: Patient, session: SkinTestSession, new: NewRound, entry_key: UUID, by: User, at: datetime
) -> SkinTestRound:
    """Keep one reading of the skin; a test read again at the same time replaces its reading. NothingReadError."""
    _require_of(patient, session.patient_id)
    if any(reading.test.session_id != session.pk for reading in new.readings):
        raise SuspiciousOperation("a test of another session")
    if not new.readings:
        raise NothingReadError
    kept = {name: value for name, value in vars(new).items() if name != "readings"}
    growth_mm = exact_decimal(current()[INTRADERMAL_MM])
    readings = [vars(reading) | {"test": reading.test.told} for reading in new.readings]
    after = kept | {"session": str(session.entry_key), "growth_mm": growth_mm, "readings": readings}
    row = SkinTestRound(
        **kept,
        session=session,
        growth_mm=growth_mm,
        digest=_digest(after),
        **_common(session.patient, entry_key=entry_key, by=by, at=at),
    )
    with recording(by=by, at=at):
        stored = insert_entry(row, action="read skin tests", after=after)
        if stored is row:
            for reading in new.readings:
                SkinTestReading(round=row, **vars(reading)).save()
    return stored


def record_opinion(*, patient: Patient, new: NewOpinion, entry_key: UUID, by: User, at: datetime) -> SkinTestOpinion:
    """Keep how the allergist reads one test, beside what the rules computed; the newest holds."""
    owner = new.test.session.patient
    _require_of(patient, owner.pk)
    if new.reading is not None and new.reading.test_id != new.test.pk:
        raise SuspiciousOperation("a reading of another test")
    row = SkinTestOpinion(**vars(new), **_common(owner, entry_key=entry_key, by=by, at=at))
    about = None if new.reading is None else str(new.reading.round.entry_key)
    after = vars(new) | {"test": new.test.told, "reading": about}
    return insert_entry(row, action="read skin test otherwise", after=after)


def _require_of(patient: Patient, owner: int) -> None:
    if owner not in records_of(patient).ids:
        raise SuspiciousOperation("an entry of another patient")


def _require_within_stock(tests: Iterable[NewTest]) -> None:
    for test in tests:
        stock = None if test.stock is None else Quantity.of(test.stock, test.stock_unit)
        if is_above(Quantity.of(test.concentration, test.unit), stock):
            raise AboveStockError(f"{test.drug} {test.concentration} {test.unit}")


def _common(patient: Patient, *, entry_key: UUID, by: User, at: datetime) -> dict[str, Any]:
    return {"patient": patient, "entry_key": entry_key, "recorded_by": by, "recorded_at": at}


def _digest(entered: Mapping[str, object]) -> str:
    return sha256(values_text(entered).encode()).hexdigest()
