"""Every read about a patient. What a viewer may not see never leaves this file."""

from collections.abc import Collection
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
from patients.models import (
    AllergyLabel,
    CareState,
    LabelStatus,
    Measurement,
    NoKnownAllergies,
    Patient,
    PatientState,
)
from patients.person import PersonRecords, is_joined, records_of
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
    """One page of the list or of a search, and the mark behind which the next page begins ("" at the end)."""

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
class ShownState:
    """Discharged or deceased, from a day on."""

    state: str
    text: str
    since: date


@dataclass(frozen=True, kw_only=True)
class Identity(PatientRow):
    """The head of every clinical page and every sheet."""

    weight: MeasuredValue | None
    height: MeasuredValue | None
    allergies: tuple[AllergyChip, ...]
    none_known_on: date | None
    state: ShownState | None = None

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


def identity(patient: Patient, *, viewer: User, on: date, person: PersonRecords | None = None) -> Identity:
    """The whole head of a patient's pages, over all records of the person. Six queries, one less with `person`."""
    ids = (person or records_of(patient)).ids
    stated = _statements(ids).filter(error__isnull=True).first()
    return Identity(
        **row_values(patient, viewer=viewer, on=on),
        weight=_latest(ids, "weight"),
        height=_latest(ids, "height"),
        allergies=tuple(_chip(label) for label in sorted(_standing(ids), key=_how_pressing)),
        none_known_on=stated.stated_on if stated else None,
        state=_state(ids),
    )


def patient_page(*, viewer: User, on: date, after: str = "") -> PatientPage:
    """Patients by name, from behind `after` (a patient's code). At most two queries, whatever the number."""
    rows = Patient.objects.exclude(is_joined()).order_by("name_key", "code")
    last = Patient.objects.filter(code=after).first() if after else None
    if last is not None:
        behind = Q(name_key__gt=last.name_key) | Q(name_key=last.name_key, code__gt=last.code)
        rows = rows.filter(behind, name_key__gte=last.name_key)
    found = [PatientRow(**row_values(row, viewer=viewer, on=on)) for row in rows[: PAGE_ROWS + 1]]
    more = len(found) > PAGE_ROWS
    return PatientPage(patients=tuple(found[:PAGE_ROWS]), next_after=found[PAGE_ROWS - 1].code if more else "")


def standing_labels(patient: Patient) -> list[AllergyLabel]:
    """The label of each substance that holds in all records of the person, in the order of the first one's day."""
    return _standing(records_of(patient).ids)


def latest_measurement(patient: Patient, kind: str) -> MeasuredValue | None:
    """The weight or height of the person measured last; of one day, the one recorded last."""
    return _latest(records_of(patient).ids, kind)


def standing_state(patient: Patient) -> ShownState | None:
    """Deceased or discharged, as the person's records say; None in care."""
    return _state(records_of(patient).ids)


def measurements(ids: Collection[int]) -> list[tuple[Measurement, Quantity]]:
    """Every measurement in these records, the newest first, those in error among them."""
    rows = Measurement.objects.filter(patient__in=ids).select_related("recorded_by", "patient", "error__marked_by")
    return [(row, Quantity.of(row.value, row.unit)) for row in rows.order_by("-measured_on", "-id")]


def labels_history(ids: Collection[int]) -> list[AllergyLabel]:
    """Every label ever recorded in these records, the newest first."""
    rows = AllergyLabel.objects.filter(patient__in=ids).select_related("recorded_by", "patient", "error__marked_by")
    return list(rows.order_by("-id"))


def statements_history(ids: Collection[int]) -> list[NoKnownAllergies]:
    """Every statement that none is known, the newest first."""
    return list(_statements(ids).select_related("recorded_by", "patient", "error__marked_by"))


def row_values(patient: Patient, *, viewer: User, on: date) -> dict[str, Any]:
    """The values of a PatientRow, as far as the viewer may see them."""
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


def _standing(ids: Collection[int]) -> list[AllergyLabel]:
    """A label holds from its day on, until one of a later day; of one day the one recorded last holds."""
    latest: dict[str, AllergyLabel] = {}
    for label in AllergyLabel.objects.filter(patient__in=ids, error__isnull=True).order_by("noted_on", "id"):
        latest[label.substance_key] = label
    return list(latest.values())


def _latest(ids: Collection[int], kind: str) -> MeasuredValue | None:
    rows = Measurement.objects.filter(patient__in=ids, kind=kind, error__isnull=True)
    row = rows.order_by("-measured_on", "-id").first()
    return MeasuredValue(quantity=Quantity.of(row.value, row.unit), measured_on=row.measured_on) if row else None


def _statements(ids: Collection[int]) -> Any:
    return NoKnownAllergies.objects.filter(patient__in=ids).order_by("-stated_on", "-id")


def _state(ids: Collection[int]) -> ShownState | None:
    """Each record's last state; of several records, that one died outweighs all."""
    last = {row.patient_id: row for row in PatientState.objects.filter(patient__in=ids).order_by("id")}
    rows = [row for row in last.values() if row.state != CareState.IN_CARE]
    row = max(rows, key=lambda row: (row.state == CareState.DECEASED, row.pk), default=None)
    return ShownState(state=row.state, text=row.get_state_display(), since=row.since) if row else None


def _how_pressing(label: AllergyLabel) -> int:
    """Confirmed before suspected before refuted, where not all fit."""
    return LabelStatus.values.index(label.status)


def _chip(label: AllergyLabel) -> AllergyChip:
    return AllergyChip(
        substance=label.substance,
        status=label.status,
        status_text=label.get_status_display(),
        reaction=label.reaction,
        noted_on=label.noted_on,
    )
