"""The reactions of the published cases, through the same service as real work."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from desens.numbers.files import load_file
from desens.unit.selectors import current
from patients.models import Patient
from reactions.choices import AmountUnit, OnsetPrecision, Scale, StartPrecision, TimeUnit
from reactions.models import Reaction
from reactions.observing import observed_from
from reactions.recording.entered import NewDecision, NewReaction, NewTreatment
from reactions.recording.proposing import proposal_of
from reactions.recording.services import record_reaction

FILE = Path(__file__).parent / "published.yaml"
#: How the file's figures are read; everything else in it is a word.
FIGURES = ("onset", "planned_dose", "duration", "body_surface_percent", "temperature_c")
WHOLE = (
    *("exposure_number", "cycle_number", "infusion_number", "protocol_steps", "step"),
    *("sbp_mmhg", "spo2_percent"),
)
OF_THE_FILE = ("year", "years_ago", "brown", "why", "signs", "treatments")


def load_reactions(patient: Patient, *, by: User, at: datetime) -> int:
    """Record the reactions of the published case with this patient's number; how many there were."""
    published = load_file(FILE).get(patient.hospital_number, [])
    for case in published:
        new = new_reaction(case, at)
        decision = _decision(case, new, patient) if "brown" in case else None
        record_reaction(patient=patient, new=new, decision=decision, entry_key=uuid4(), by=by, at=at)
    return len(published)


def index_year(number: str, at: datetime) -> int:
    """The year of the last reaction in the file of the patient with that number."""
    return _year(load_file(FILE)[number][-1], at)


def new_reaction(case: Mapping[str, Any], at: datetime, *, on: date | None = None) -> NewReaction:
    """One entry of the file as if it had been typed; in the year of the entry, or on a day."""
    units = {"onset": ("onset_unit", TimeUnit.MINUTES), "planned_dose": ("dose_unit", AmountUnit.MG)}
    values: dict[str, Any] = {unit: chosen.value for figure, (unit, chosen) in units.items() if figure in case}
    values |= {name: _read(name, text) for name, text in case.items() if name not in OF_THE_FILE}
    if "onset" in case:
        values["onset_precision"] = OnsetPrecision.ABOUT.value
    return NewReaction(
        **values,
        started_at=datetime.combine(on or date(_year(case, at), 1, 1), time(), timezone.get_current_timezone()),
        started_precision=(StartPrecision.DAY if on else StartPrecision.YEAR).value,
        signs=frozenset(case["signs"]),
        treatments=tuple(_treatment(given) for given in case.get("treatments", ())),
    )


def _year(case: Mapping[str, Any], at: datetime) -> int:
    return int(case.get("year", timezone.localdate(at).year - int(case.get("years_ago", 1))))


def _treatment(given: Mapping[str, str]) -> NewTreatment:
    read: dict[str, Any] = {name: Decimal(text) if name == "dose" else text for name, text in given.items()}
    return NewTreatment(**read)


def _read(name: str, text: str) -> Any:
    return Decimal(text) if name in FIGURES else int(text) if name in WHOLE else text


def _decision(case: Mapping[str, Any], new: NewReaction, patient: Patient) -> NewDecision:
    """The printed grade; with its reason only where the proposal is another one."""
    codes = [given.code for given in new.treatments]
    observed = observed_from(Reaction(**new.columns()), born=patient.birth_date, signs=new.signs, treatments=codes)
    printed = int(case["brown"])
    differs = proposal_of(Scale.BROWN, observed, unit=current()).grade != printed
    return NewDecision(scale=Scale.BROWN.value, decided=printed, reason=case["why"] if differs else "")
