"""Versions with what became of them, written straight to the database, so that every combination can be tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from protocols.models import Comparison, ComputedDose, Meaning, Protocol, Release, Signature, Version, Voiding

BEGAN = datetime(2026, 11, 2, 9, 30, tzinfo=timezone.get_default_timezone())


@dataclass(frozen=True, kw_only=True)
class Fate:
    """How far a version came (0 draft, 1 signed, 2 verified, 3 released), by whom, and whether it was voided."""

    reached: int = 0
    void: bool = False
    planned_on: date = date(2026, 11, 24)


def protocol_like(version: Version, by: User) -> Protocol:
    """Another protocol of the same patient and drug, still without a version."""
    return Protocol.objects.create(
        patient=version.protocol.patient,
        code=uuid4().hex[:12],
        drug=version.protocol.drug,
        created_by=by,
        created_at=BEGAN,
        entry_key=uuid4(),
    )


def history(like: Version, fates: Sequence[Fate], *, prescriber: User, verifier: User) -> list[Version]:
    """A protocol with a version of each fate, one after another; the document is that of `like`."""
    protocol = protocol_like(like, prescriber)
    return [
        with_fate(version_like(like, protocol, number, by=prescriber), fate, prescriber=prescriber, verifier=verifier)
        for number, fate in enumerate(fates, 1)
    ]


def version_like(like: Version, protocol: Protocol, number: int, *, by: User) -> Version:
    version = Version.objects.create(
        protocol=protocol,
        number=number,
        template=like.template,
        document=like.document,
        digest=like.digest,
        engine_version=like.engine_version,
        saved_by=by,
        saved_at=BEGAN + timedelta(hours=number),
        entry_key=uuid4(),
    )
    for computed in ComputedDose.objects.filter(version=like):
        ComputedDose.objects.create(version=version, order=computed.order)
    return version


def with_fate(version: Version, fate: Fate, *, prescriber: User, verifier: User) -> Version:
    """The version, with the rows of its fate."""
    at = version.saved_at
    common = {"version": version, "document": "{}", "sha256": "0" * 64}
    if fate.reached >= 1:
        signed = Signature.objects.create(
            **common, person=prescriber, meaning=Meaning.PRESCRIBED, at=at, entry_key=uuid4()
        )
    if fate.reached >= 2:
        check = Comparison.objects.create(
            version=version, person=verifier, at=at, entered="{}", agrees=True, entry_key=uuid4()
        )
        rests_on = {"prescription": signed, "comparison": check}
        verified = Signature.objects.create(
            **common, **rests_on, person=verifier, meaning=Meaning.VERIFIED, at=at, entry_key=uuid4()
        )
    if fate.reached >= 3:
        Release.objects.create(
            **common,
            verification=verified,
            planned_on=fate.planned_on,
            place="day hospital",
            patients_per_nurse=1,
            by=prescriber,
            at=at,
            entry_key=uuid4(),
        )
    if fate.void:
        Voiding.objects.create(version=version, reason="another patient", by=prescriber, at=at, entry_key=uuid4())
    return version
