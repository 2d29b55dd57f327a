"""Every read about a patient. What a viewer may not see never leaves this file."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from desens.access.models import User
from desens.access.roles import Permission
from desens.numbers.quantity import Quantity
from patients.models import AllergyLabel, LabelStatus, Measurement, NoKnownAllergies, Patient
from patients.rules.age import age_in_years

PAGE_ROWS = 50


@dataclass(frozen=True, kw_only=True)
class PatientRow:
    """Who this is, as far as the viewer may see it: one row of a list."""

    code: str
    shown_name: str
    family_name: str
    given_name: str
    birth_date: date | None
    age_years: int
    sex: str
    sex_text: str
    hospital_number: str
    address: str


@dataclass(frozen=True, kw_only=True)
class PatientPage:
    """One page of the list, and the code after which the next page begins ("" at the end)."""

    patients: tuple[PatientRow, ...]
    next_after: str


@dataclass(frozen=True, kw_only=True)
class MeasuredValue:
    """A weight or height with the day it was measured."""

    quantity: Quantity
    measured_on: date


@dataclass(frozen=True, kw_only=True)
class AllergyChip:
    """One standing label, as banner and paper show it."""

    substance: str
    status: str
    status_text: str
    reaction: str
    noted_on: date


@dataclass(frozen=True, kw_only=True)
class Identity(PatientRow):
    """The head of every clinical page and every sheet."""

    weight: MeasuredValue | None
    height: MeasuredValue | None
    allergies: tuple[AllergyChip, ...]
    none_known_on: date | None

    @property
    def allergy_statement(self) -> str:
        """ "" while a suspected or confirmed label stands; else "not recorded", or since when none is known."""
        if any(chip.status != LabelStatus.REFUTED for chip in self.allergies):
            return ""
        if self.none_known_on is None:
            return _("not recorded")
        return _("none known (%(date)s)") % {"date": self.none_known_on.isoformat()}

    @property
    def allergies_unknown(self) -> bool:
        """Nobody has recorded an allergy, nor that none is known."""
        return not self.allergies and self.none_known_on is None


def patient_of(code: str) -> Patient:
    """The patient with this random code, or 404."""
    return get_object_or_404(Patient, code=code)


def identity(patient: Patient, *, viewer: User, on: date) -> Identity:
    """The whole head of a patient's pages. Four queries."""
    stated = NoKnownAllergies.objects.filter(patient=patient).order_by("-stated_on", "-id").first()
    return Identity(
        **_person(patient, viewer=viewer, on=on),
        weight=latest_measurement(patient, "weight"),
        height=latest_measurement(patient, "height"),
        allergies=tuple(_chip(label) for label in standing_labels(patient)),
        none_known_on=stated.stated_on if stated else None,
    )


def patient_page(*, viewer: User, on: date, after: str = "") -> PatientPage:
    """Patients by name, from behind `after` (a patient's code). At most two queries, whatever the number."""
    rows = Patient.objects.order_by("name_key", "code")
    last = Patient.objects.filter(code=after).first() if after else None
    if last is not None:
        rows = rows.filter(Q(name_key__gt=last.name_key) | Q(name_key=last.name_key, code__gt=last.code))
    found = [PatientRow(**_person(row, viewer=viewer, on=on)) for row in rows[: PAGE_ROWS + 1]]
    more = len(found) > PAGE_ROWS
    return PatientPage(patients=tuple(found[:PAGE_ROWS]), next_after=found[PAGE_ROWS - 1].code if more else "")


def standing_labels(patient: Patient) -> list[AllergyLabel]:
    """The latest label of each substance, in the order of first mention."""
    latest: dict[str, AllergyLabel] = {}
    for label in AllergyLabel.objects.filter(patient=patient).order_by("id"):
        latest[label.substance_key] = label
    return list(latest.values())


def latest_measurement(patient: Patient, kind: str) -> MeasuredValue | None:
    """The weight or height measured last; of one day, the one recorded last."""
    row = Measurement.objects.filter(patient=patient, kind=kind).order_by("-measured_on", "-id").first()
    if row is None:
        return None
    return MeasuredValue(quantity=Quantity.of(row.value, row.unit), measured_on=row.measured_on)


def measurements(patient: Patient) -> list[tuple[Measurement, Quantity]]:
    """Every measurement, the newest first."""
    rows = Measurement.objects.filter(patient=patient).select_related("recorded_by").order_by("-measured_on", "-id")
    return [(row, Quantity.of(row.value, row.unit)) for row in rows]


def labels_history(patient: Patient) -> list[AllergyLabel]:
    """Every label ever recorded, the newest first."""
    return list(AllergyLabel.objects.filter(patient=patient).select_related("recorded_by").order_by("-id"))


def _person(patient: Patient, *, viewer: User, on: date) -> dict[str, Any]:
    seen = viewer.has(Permission.SEE_IDENTITY)
    family = patient.family_name.upper()
    return {
        "code": patient.code,
        "shown_name": f"{family}, {patient.given_name}" if seen else _("Patient %(code)s") % {"code": patient.code},
        "family_name": family if seen else "",
        "given_name": patient.given_name if seen else "",
        "birth_date": patient.birth_date if seen else None,
        "age_years": age_in_years(born=patient.birth_date, on=on),
        "sex": patient.sex,
        "sex_text": patient.get_sex_display(),
        "hospital_number": patient.hospital_number if seen else "",
        "address": reverse("patient", args=[patient.code]),
    }


def _chip(label: AllergyLabel) -> AllergyChip:
    return AllergyChip(
        substance=label.substance,
        status=label.status,
        status_text=label.get_status_display(),
        reaction=label.reaction,
        noted_on=label.noted_on,
    )
