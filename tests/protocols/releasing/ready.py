"""A verified version of a patient about whom everything is recorded that must hold, and the form as it is sent."""

import re
from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desens.access.models import User
from patients.models import Patient
from protocols.models import Version
from tests.cast import PASSWORD
from tests.clinic import drafted, libraries, registered
from tests.patients.background.records import none_taken, risk
from tests.protocols.lifecycle.steps import signed, verified
from tests.reactions.assessing.records import assessment_row, grounds_row
from tests.reactions.recording.records import reaction_row

DRUG = "atezolizumab"
HIDDEN = re.compile(r'name="(seen|entry_key)" value="([^"]*)"')


def assessed(patient: Patient, by: User, drug: str = DRUG, **changes: Any) -> None:
    """A reaction to the drug, the grounds and a decision to desensitize in a day hospital."""
    today = timezone.localdate()
    reaction = reaction_row(patient, by, culprit=drug)
    stated = {"oncologist": "Dr. Oncologist Example", "stated_on": today, "statement": "no other drug is left"}
    grounds_row(patient, by, culprit=drug, consent="written", consent_on=today, **stated)
    assessment_row(reaction, by, **{"place": "day hospital"} | changes)


def everything_but_medicines(patient: Patient, by: User) -> None:
    """What must hold and is recorded elsewhere, the medicines apart."""
    assessed(patient, by)
    risk(patient, by, presence="absent")
    risk(patient, by, factor="pregnancy", presence="absent")


def everything_recorded(patient: Patient, by: User) -> None:
    """All that must hold and is recorded elsewhere."""
    everything_but_medicines(patient, by)
    none_taken(patient, by)


def verified_version(by: User, second: User, patient: Patient | None = None) -> Version:
    """Signed and verified; the libraries are loaded."""
    libraries()
    version = drafted(patient or registered(by), by)
    signed(version, by)
    verified(version, second)
    return version


def address(version: Version, name: str = "version_release") -> str:
    protocol = version.protocol
    return reverse(name, args=[protocol.patient.code, protocol.code, version.number])


def tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


def page_of(client: Client, version: Version, name: str = "version_release") -> str:
    response = client.get(address(version, name))
    assert response.status_code == 200
    return response.content.decode()


def typed(page: str, **changes: str) -> dict[str, str]:
    """What the form holds when it is sent, filled in for a patient who is fit."""
    filled = {
        "planned_on": timezone.localdate().isoformat(),
        "place": "day hospital",
        "patients_per_nurse": "1",
        "allergist": "present",
        "consent_again": "yes",
        "infection": "none",
        "temperature_c": "36.6",
        "systolic_mmhg": "120",
        "diastolic_mmhg": "70",
        "spo2_percent": "98",
        "heart_rate": "72",
        "password": PASSWORD,
    }
    return dict(HIDDEN.findall(page)) | filled | changes


def text_of(html: str) -> str:
    """The words of a page in a line."""
    return " ".join(re.sub("<[^>]+>", " ", html).split())
