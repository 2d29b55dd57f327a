"""Which versions wait for what: rows in no order, by conditions alone; and what a line shows of such rows."""

from django.db.models import Q, QuerySet

from protocols.models import Meaning, Release, Signature, Version
from worklists.asked import Asked
from worklists.persons import alive
from worklists.states import (
    bags_made,
    bears,
    has_later,
    has_later_in_force,
    released,
    released_before,
    superseded,
    void,
)

OF_VERSION = ("protocol__patient", "protocol__drug", "saved_by")
PATIENT = "version__protocol__patient"
OF_SIGNED = ("version__protocol__patient", "version__protocol__drug")


def to_sign(asked: Asked) -> QuerySet[Version]:
    """Drafts: the latest of their protocol and not void."""
    return Version.objects.filter(alive("protocol__patient"), ~bears(Meaning.PRESCRIBED), ~void(), ~has_later())


def to_sign_anew(asked: Asked) -> QuerySet[Signature]:
    """Prescriber's signatures that no longer suffice: template or dose changed since. Not of a day that is over."""
    return _signed(Meaning.PRESCRIBED).filter(~released_before(asked.on, "version__"), _drifted(asked))


def to_verify(asked: Asked) -> QuerySet[Signature]:
    """Prescriber's signatures of other people that nobody has verified."""
    rows = _signed(Meaning.PRESCRIBED).filter(~bears(Meaning.VERIFIED, "version__"), ~_drifted(asked))
    return rows.exclude(person=asked.viewer)


def to_release(asked: Asked) -> QuerySet[Signature]:
    """Verifier's signatures of versions that are not released yet."""
    return _signed(Meaning.VERIFIED).filter(~released("version__"), ~_drifted(asked))


def to_prepare(asked: Asked) -> QuerySet[Release]:
    """Releases for today and later, as long as nobody recorded bags that serve on their day."""
    return _released().filter(~bags_made(), planned_on__gte=asked.on)


def today(asked: Asked) -> QuerySet[Release]:
    """Releases for today."""
    return _released().filter(planned_on=asked.on)


def _signed(meaning: Meaning) -> QuerySet[Signature]:
    """Signatures that stand, of versions with which work goes on."""
    rows = Signature.objects.filter(~void("version__"), ~superseded("version__"), ~has_later_in_force("version__"))
    return rows.filter(alive(PATIENT), meaning=meaning)


def _drifted(asked: Asked) -> Q:
    """Its template or its dose changed since: it must be saved and signed anew before anything else."""
    return Q(version__template__in=asked.changed_templates) | Q(version__in=list(asked.reopened))


def _released() -> QuerySet[Release]:
    """Releases that hold: a draft that was saved after does not end them, a signed version does."""
    return Release.objects.filter(alive(PATIENT), ~void("version__"), ~superseded("version__"))


def draft_parts(rows: QuerySet[Version]) -> QuerySet[Version]:
    """With who saved it."""
    return rows.select_related(*OF_VERSION)


def signature_parts(rows: QuerySet[Signature]) -> QuerySet[Signature]:
    """With who signed and the version."""
    return rows.select_related("person", *OF_SIGNED)


def release_parts(rows: QuerySet[Release]) -> QuerySet[Release]:
    """With the version."""
    return rows.select_related(*OF_SIGNED)
