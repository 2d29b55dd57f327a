"""How far a version has come: derived from its signatures, its release and its voiding, never stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Min, OuterRef, Subquery

from protocols.models import Meaning, Release, Signature, Version, VersionState, Voiding


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What was done with a version; `superseded_by` is the number of the first later version that was signed."""

    prescription: Signature | None = None
    verification: Signature | None = None
    release: Release | None = None
    voiding: Voiding | None = None
    superseded_by: int | None = None

    @property
    def state(self) -> VersionState:
        """Void stays void; a later signed version supersedes; else how far the signatures reach."""
        if self.voiding:
            return VersionState.VOID
        if self.superseded_by:
            return VersionState.SUPERSEDED
        if self.release:
            return VersionState.RELEASED
        if self.verification:
            return VersionState.VERIFIED
        return VersionState.SIGNED if self.prescription else VersionState.DRAFT


def standings(versions: Iterable[Version]) -> Mapping[int, Standing]:
    """The standing of each version by its primary key. Four queries, whatever the number."""
    ids = [version.pk for version in versions]
    signatures = Signature.objects.filter(version__in=ids).select_related("person", "comparison")
    signed = {(row.version_id, row.meaning): row for row in signatures}
    releases = {row.version_id: row for row in Release.objects.filter(version__in=ids).select_related("by")}
    voidings = {row.version_id: row for row in Voiding.objects.filter(version__in=ids).select_related("by")}
    later = dict(Version.objects.filter(pk__in=ids).values_list("pk", _first_signed_after()))
    return {
        pk: Standing(
            prescription=signed.get((pk, Meaning.PRESCRIBED)),
            verification=signed.get((pk, Meaning.VERIFIED)),
            release=releases.get(pk),
            voiding=voidings.get(pk),
            superseded_by=later.get(pk),
        )
        for pk in ids
    }


def standing_of(version: Version) -> Standing:
    """The standing of one version. Four queries."""
    return standings([version])[version.pk]


def _first_signed_after() -> Subquery:
    """The number of the first later version of the same protocol that bears the prescriber's signature."""
    later = Signature.objects.filter(
        meaning=Meaning.PRESCRIBED,
        version__protocol=OuterRef("protocol"),
        version__number__gt=OuterRef("number"),
    )
    return Subquery(later.order_by().values("meaning").annotate(first=Min("version__number")).values("first"))
