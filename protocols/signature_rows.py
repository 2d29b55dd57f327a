"""Rows of what becomes of a version: signatures, blind checks, the release and the voiding. All insert-only.

The state of a version is derived from them (lifecycle/state.py), never stored.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from desens.records.models import AppendOnly, DeviceKeyed
from desens.records.row_checks import one_of
from protocols.version_rows import Version


class Meaning(models.TextChoices):
    """What a signature says of a version."""

    PRESCRIBED = "prescribed", _("prescribed")
    VERIFIED = "verified", _("verified")


class Comparison(AppendOnly, DeviceKeyed):
    """One blind check of a version: what the person entered without seeing the stored figures, and whether it agrees.

    `entered` is canonical JSON; `difference` names the first figure that differs, "" where all agree.
    """

    content = ("version_id", "person_id", "entered")

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="comparisons")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    entered = models.TextField()
    agrees = models.BooleanField()
    difference = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(agrees=True, difference="") | models.Q(agrees=False) & ~models.Q(difference=""),
                name="comparison_difference",
            ),
        )


class Signature(AppendOnly, DeviceKeyed):
    """That a person prescribed or verified a version: one signature a meaning, and one a person.

    `document` is the canonical JSON of what was signed (lifecycle/signed.py): the meaning in words, the version's
    digest, who and when, and the reasons given; `sha256` is the digest of its UTF-8 bytes. A verification rests on
    the prescriber's signature and on a blind check that agreed.
    """

    content = ("version_id", "meaning", "person_id", "reasons_text")

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="signatures")
    meaning = models.CharField(max_length=10, choices=Meaning)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reasons_text = models.TextField(blank=True)
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    prescription = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="verification")
    comparison = models.OneToOneField(Comparison, null=True, on_delete=models.PROTECT, related_name="signature")

    class Meta:
        indexes = (models.Index(fields=("meaning", "at"), name="signature_by_meaning"),)
        constraints = (
            models.UniqueConstraint(fields=("version", "meaning"), name="signature_once_a_meaning"),
            models.UniqueConstraint(fields=("version", "person"), name="signature_once_a_person"),
            *one_of("signature", meaning=Meaning.values),
            models.CheckConstraint(
                condition=models.Q(meaning=Meaning.PRESCRIBED, prescription=None, comparison=None)
                | models.Q(meaning=Meaning.VERIFIED, prescription__isnull=False, comparison__isnull=False),
                name="signature_rests_on",
            ),
        )

    @property
    def short_hash(self) -> str:
        """The first eight digits of the signed text's digest."""
        return f"{self.sha256[:4]}\u00b7{self.sha256[4:8]}"


class Place(models.TextChoices):
    """Where the procedure is given."""

    INTENSIVE_CARE = "intensive care", _("intensive care")
    DAY_HOSPITAL = "day hospital", _("day hospital")
    WARD = "ward", _("ward")


class Release(AppendOnly, DeviceKeyed):
    """That a verified version may be given: for one procedure, on one date. `document` keeps what was checked."""

    content = ("version_id", "planned_on", "place", "patients_per_nurse")

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="release")
    verification = models.OneToOneField(Signature, on_delete=models.PROTECT, related_name="release")
    planned_on = models.DateField()
    place = models.CharField(max_length=20, choices=Place)
    patients_per_nurse = models.PositiveSmallIntegerField()
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("planned_on",), name="release_planned_on"),)
        constraints = (
            *one_of("release", place=Place.values),
            models.CheckConstraint(condition=models.Q(patients_per_nurse__gte=1), name="release_patients_per_nurse"),
        )


class Voiding(AppendOnly, DeviceKeyed):
    """That a version must not be given, and why. Nothing takes it back: a new version is saved."""

    content = ("version_id", "reason")

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="voiding")
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(reason=""), name="voiding_reason"),)
