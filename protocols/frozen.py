"""What every frozen document of a version begins with, whatever is given: who, which cycle, the emergency dose."""

from datetime import date
from typing import Any

from desens.unit.selectors import UnitSettings
from patients.models import Patient
from patients.person import records_of
from patients.rules.age import age_in_years
from patients.selectors import latest_measurement
from protocols import standing
from protocols.models import Protocol, Version
from protocols.orders import Rescue
from protocols.rules import epinephrine
from protocols.version_document import read_document


def identity_of(protocol: Protocol, number: int) -> dict[str, str]:
    """For whom version `number` is, as it stands in the record today."""
    patient = protocol.patient
    return {
        "code": patient.code,
        "family_name": patient.family_name,
        "given_name": patient.given_name,
        "birth_date": patient.birth_date.isoformat(),
        "hospital_number": patient.hospital_number,
        "protocol": protocol.code,
        "version": str(number),
    }


def cycle_of(protocol: Protocol, number: int, copied_from: str) -> dict[str, Any]:
    """Which cycle of the drug a protocol is for the person, and what it was copied from: as its first version says."""
    if number > 1:
        first = read_document(Version.objects.get(protocol=protocol, number=1).document)
        return {"cycle": first.cycle, "copied_from": first.copied_from}
    earlier = Protocol.objects.filter(patient__in=records_of(protocol.patient).ids, drug=protocol.drug)
    return {"cycle": earlier.filter(pk__lt=protocol.pk).count() + 1, "copied_from": copied_from}


def rescue_of(patient: Patient, unit: UnitSettings, *, on: date) -> Rescue:
    """The emergency epinephrine by the weight recorded last, or what it misses."""
    weight = latest_measurement(patient, "weight")
    return epinephrine.intramuscular(
        weight_kg=weight.quantity.value if weight else None,
        age_years=age_in_years(born=patient.birth_date, on=on),
        **standing.epinephrine_limits(unit),
    )
