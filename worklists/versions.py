"""Which versions wait for what. Each gives rows in no order, with all that a line of the list shows."""

from django.db.models import Case, QuerySet, Value, When

from protocols.models import Meaning, Release, Signature, Version
from worklists.asked import Asked
from worklists.states import bears, drifted, has_later, has_later_in_force, released, superseded, void

OF_VERSION = ("protocol__patient", "protocol__drug", "saved_by")
OF_SIGNED = tuple(f"version__{path}" for path in OF_VERSION)


def to_sign(asked: Asked) -> QuerySet[Version]:
    """Drafts: the latest of their protocol and not void. `drifted`: a new version must be saved before."""
    rows = Version.objects.filter(~bears(Meaning.PRESCRIBED), ~void(), ~has_later())
    drift = Case(When(drifted(), then=Value(True)), default=Value(False))
    return rows.annotate(drifted=drift).select_related(*OF_VERSION)


def to_sign_anew(asked: Asked) -> QuerySet[Signature]:
    """Prescriber's signatures that no longer suffice: not released, and the template changed since."""
    return _signed(Meaning.PRESCRIBED).filter(~released("version__"), drifted("version__"))


def to_verify(asked: Asked) -> QuerySet[Signature]:
    """Prescriber's signatures of other people that nobody has verified."""
    rows = _signed(Meaning.PRESCRIBED).filter(~bears(Meaning.VERIFIED, "version__"), ~drifted("version__"))
    return rows.exclude(person=asked.viewer)


def to_release(asked: Asked) -> QuerySet[Signature]:
    """Verifier's signatures of versions that are not released yet."""
    return _signed(Meaning.VERIFIED).filter(~released("version__"), ~drifted("version__"))


def to_prepare(asked: Asked) -> QuerySet[Release]:
    """Releases for today and later."""
    return _released().filter(planned_on__gte=asked.on)


def today(asked: Asked) -> QuerySet[Release]:
    """Releases for today."""
    return _released().filter(planned_on=asked.on)


def _signed(meaning: Meaning) -> QuerySet[Signature]:
    """Signatures that stand, of versions with which work goes on."""
    rows = Signature.objects.filter(~void("version__"), ~superseded("version__"), ~has_later_in_force("version__"))
    return rows.filter(meaning=meaning).select_related("person", *OF_SIGNED)


def _released() -> QuerySet[Release]:
    """Releases that hold: a draft that was saved after does not end them, a signed version does."""
    rows = Release.objects.filter(~void("version__"), ~superseded("version__"))
    return rows.select_related("by", *OF_SIGNED)
