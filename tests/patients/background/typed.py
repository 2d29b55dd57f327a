"""What a person types on each form, all of it right."""

from uuid import uuid4

from django.urls import reverse

from patients.background.urls import ADDRESSES
from patients.background_models import (
    Condition,
    DatedValue,
    InterferingMedicine,
    OrderedDose,
    RiskFactor,
    TreatmentLine,
    TreatmentLineEnd,
)

FORMS = [f"background_{kind}" for kind in ADDRESSES]
MODELS = {
    "condition": Condition,
    "line": TreatmentLine,
    "line_end": TreatmentLineEnd,
    "dose": OrderedDose,
    "value": DatedValue,
    "risk": RiskFactor,
    "medicine": InterferingMedicine,
}
FILLED = {
    "condition": {"diagnosis": "asthma", "state": "active", "since": "2017-05"},
    "line": {
        "diagnosis": "colon cancer",
        "regimen": "FOLFOX",
        "cycle_days": "14",
        "intention": "adjuvant",
        "oncologist": "Dr. Example",
        "started_on": "2026-11-02",
    },
    "line_end": {"ended_on": "2026-11-10"},
    "dose": {"drug": "carboplatin", "amount": "512,5", "unit": "mg", "basis": "auc", "factor": "5", "inputs": "71 kg"},
    "value": {"measured": "creatinine mg/dL", "value": "0,85", "measured_on": "2026-11-02"},
    "risk": {"noted_on": "2026-11-02", "asthma": "present", "pregnancy": "absent", "asthma_detail": "mild"},
    "medicine": {
        "medicine_class": "beta_blocker",
        "name": "bisoprolol",
        "dose": "5 mg a day",
        "intake": "stopped",
        "last_intake_on": "2026-11-02",
        "decision": "",
    },
}


def send(client, patient, kind, **changes):
    data = FILLED[kind] | {"entry_key": str(uuid4())} | changes
    return client.post(reverse(f"background_{kind}", args=[patient.code]), data)


def page_of(client, patient):
    return client.get(reverse("background", args=[patient.code])).content.decode()
