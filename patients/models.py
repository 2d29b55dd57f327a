"""Rows: who the patient is, what was measured, which drugs they must not get."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from desens.records.models import AppendOnly, DeviceKeyed, EnteredInError, Versioned
from patients import background_errors as background_errors
from patients import background_models as background_models
from patients.entry_models import PatientEntry
from patients.searching import KEY_LENGTH


class Sex(models.TextChoices):
    """Administrative sex as the hospital records it."""

    FEMALE = "F", _("female")
    MALE = "M", _("male")
    OTHER = "X", _("other")
    UNKNOWN = "U", _("not recorded")


class MeasurementKind(models.TextChoices):
    """What is measured; the unit belongs to the kind (`patients.rules.plausibility.UNITS`)."""

    WEIGHT = "weight", _("weight")
    HEIGHT = "height", _("height")


class LabelStatus(models.TextChoices):
    """How sure an allergy label is; refuted stays visible."""

    CONFIRMED = "confirmed", _("confirmed")
    SUSPECTED = "suspected", _("suspected")
    REFUTED = "refuted", _("refuted")


class CareState(models.TextChoices):
    """Whether the unit still treats the patient."""

    IN_CARE = "in_care", _("in care")
    DISCHARGED = "discharged", _("discharged")
    DECEASED = "deceased", _("deceased")


class Patient(Versioned, DeviceKeyed):
    """A person. `code` is random and stands in every address, file name and QR code (design.md 5.11)."""

    content = ("family_name", "given_name", "birth_date", "sex", "hospital_number")

    code = models.CharField(max_length=12, unique=True)
    family_name = models.CharField(max_length=200)
    given_name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=420)
    birth_date = models.DateField()
    sex = models.CharField(max_length=1, choices=Sex)
    hospital_number = models.CharField(max_length=40)
    hospital_number_key = models.CharField(max_length=40, unique=True)
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("name_key", "code"), name="patient_by_name"),)
        constraints = (
            models.CheckConstraint(condition=models.Q(sex__in=Sex.values), name="patient_sex"),
            models.CheckConstraint(
                condition=~models.Q(family_name="") & ~models.Q(given_name="") & ~models.Q(hospital_number_key=""),
                name="patient_has_names_and_number",
            ),
        )

    def __str__(self) -> str:
        return self.code


class SearchKey(models.Model):
    """One way to find a patient: a name part, the number, the birth date or the code (patients.searching).

    Derived from `Patient` and its joinings by `patients.search_keys.renew`, so it is replaced, never history.
    `name_key` orders those who share the key.
    """

    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="search_keys")
    key = models.CharField(max_length=KEY_LENGTH)
    name_key = models.CharField(max_length=420)

    class Meta:
        indexes = (models.Index(fields=("key", "name_key", "patient"), name="searchkey_in_order"),)
        constraints = (models.UniqueConstraint(fields=("patient", "key"), name="searchkey_once"),)

    def __str__(self) -> str:
        return self.key


class Measurement(PatientEntry):
    """One weight in kg or height in cm, on the day it was measured."""

    content = ("kind", "value", "measured_on")

    kind = models.CharField(max_length=10, choices=MeasurementKind)
    value = models.DecimalField(max_digits=6, decimal_places=3)
    unit = models.CharField(max_length=4)
    measured_on = models.DateField()

    class Meta:
        indexes = (models.Index(fields=("patient", "kind", "-measured_on", "-id"), name="measurement_latest"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind="weight", unit="kg") | models.Q(kind="height", unit="cm"),
                name="measurement_unit_of_kind",
            ),
            models.CheckConstraint(condition=models.Q(value__gt=0), name="measurement_above_zero"),
        )


class AllergyLabel(PatientEntry):
    """What is held about one substance from a day on; a later label of the same substance replaces it."""

    content = ("substance", "status", "reaction", "noted_on")

    substance = models.CharField(max_length=200)
    substance_key = models.CharField(max_length=200)
    status = models.CharField(max_length=10, choices=LabelStatus)
    reaction = models.CharField(max_length=200, blank=True)
    noted_on = models.DateField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(status__in=LabelStatus.values), name="allergylabel_status"),
            models.CheckConstraint(condition=~models.Q(substance_key=""), name="allergylabel_substance"),
        )


class NoKnownAllergies(PatientEntry):
    """The statement, made on a day, that no drug allergy is known. Without it: "not recorded"."""

    stated_on = models.DateField()


class MeasurementInError(EnteredInError):
    """A measurement that was a mistake."""

    entry = models.OneToOneField(Measurement, on_delete=models.PROTECT, related_name="error")


class AllergyLabelInError(EnteredInError):
    """A label that was a mistake; the label of the substance before it stands again."""

    entry = models.OneToOneField(AllergyLabel, on_delete=models.PROTECT, related_name="error")


class NoKnownAllergiesInError(EnteredInError):
    """A statement that was a mistake."""

    entry = models.OneToOneField(NoKnownAllergies, on_delete=models.PROTECT, related_name="error")


class PatientState(PatientEntry):
    """In care, discharged or deceased from a day on; the state recorded last holds."""

    content = ("state", "since", "note")

    state = models.CharField(max_length=10, choices=CareState)
    since = models.DateField()
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(state__in=CareState.values), name="patientstate_state"),
        )


class Joining(PatientEntry):
    """That `patient` is a second record of the person of `leading`; holds until it is undone."""

    leading = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="led_joinings")
    turn = models.PositiveIntegerField()
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("patient", "turn"), name="joining_turn_once"),
            models.CheckConstraint(condition=~models.Q(patient=models.F("leading")), name="joining_two_records"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="joining_reason"),
        )


class JoiningUndone(AppendOnly, DeviceKeyed):
    """That a joining was wrong: each record stands alone again."""

    joining = models.OneToOneField(Joining, on_delete=models.PROTECT, related_name="undone")
    reason = models.CharField(max_length=200)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(reason=""), name="joiningundone_reason"),)
