"""A database in which everything that anybody can write about a patient holds who the patient is."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from desens.audit.models import AuditEvent
from desens.records import triggers
from desens.records.text import FIELD_LIMIT, NOTE_LIMIT
from patients.models import Patient
from procedures.choices import Outcome
from protocols.models import Release, Signature, Version
from protocols.readable import ORDERED, WRITTEN

FAMILY, GIVEN, NUMBER, BORN = "Quixotelópez", "Zoraida", "887766554", date(1962, 4, 3)
DATES = ("1962-04-03", "3 April 1962", "3/4/1962", "03.04.62", "April 3rd, 1962", "4/3/62")
SECRETS = (FAMILY, FAMILY.upper(), GIVEN, NUMBER, *DATES)
#: Names of drugs, medicines, diagnoses, regimens and products: what the record is about, shown to every reader.
TERMS = frozenset(
    {
        *("patients.Condition.diagnosis", "patients.TreatmentLine.diagnosis", "patients.TreatmentLine.regimen"),
        *("patients.OrderedDose.drug", "patients.InterferingMedicine.name", "patients.AllergyLabel.substance"),
        *("reactions.Reaction.culprit", "reactions.NaranjoAnswers.culprit", "reactions.Grounds.culprit"),
        *("reactions.Challenge.culprit", "reactions.Assessment.culprit", "reactions.TreatmentGiven.drug"),
        *("reactions.Sample.tested", "reactions.SkinTest.drug", "protocols.BagsMadeLot.product"),
        *("procedures.Procedure.culprit", "procedures.AdjuvantDose.culprit", "procedures.AdjuvantDose.other_name"),
        *("procedures.AdjuvantPlan.culprit", "procedures.AdjuvantPlan.other_name", "procedures.Premedication.medicine"),
    }
)
#: What the program writes itself, or what is the library's and of no patient.
OTHERS = frozenset(
    {
        *("patients.Patient.family_name", "patients.Patient.given_name", "reactions.GradeDecision.source"),
        *("protocols.Comparison.difference", "protocols.Template.title", "protocols.Template.note"),
        *("protocols.TemplateReading.note", "protocols.TemplateRetirement.reason", "protocols.TemplateSignOff.reason"),
        *("protocols.TemplateSignOff.places", "protocols.TemplateSignOffWithdrawal.reason"),
    }
)
#: Where a text may stand at all; an update of every row would break a constraint.
ONLY: dict[str, models.Q] = {
    "procedures.Ending.reason": models.Q(outcome=Outcome.STOPPED),
    "procedures.Premedication.why_not": models.Q(given=False),
}


def written_fields() -> Iterator[tuple[type[models.Model], str, str]]:
    """(model, field, name) of every text about a patient that a person writes; a new field is one of them."""
    for app in ("patients", "reactions", "protocols", "procedures"):
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.fields:
                name = f"{app}.{model.__name__}.{field.name}"
                is_text = isinstance(field, models.CharField) and field.max_length in (FIELD_LIMIT, NOTE_LIMIT)
                if is_text and not field.choices and not field.name.endswith("_key") and name not in TERMS | OTHERS:
                    yield model, field.name, name


def secret(name: str) -> str:
    """Who the patient is, and where it was written."""
    return f"{FAMILY} {GIVEN} {NUMBER} {', '.join(DATES)} [{name}]"


def betray() -> None:
    """Write it into every field, and make every patient the one it names."""
    with connection.cursor() as cursor:
        for statement in triggers.dropping(connection):
            cursor.execute(statement)
    for model, field, name in written_fields():
        _fill(model, field, name)
    for model, field, change in DOCUMENTS:
        for row in model._base_manager.all():
            changed = change(json.loads(getattr(row, field) or "{}"))
            model._base_manager.filter(pk=row.pk).update(**{field: json.dumps(changed)})
    Patient._base_manager.update(family_name=FAMILY, given_name=GIVEN, hospital_number=NUMBER, birth_date=BORN)


def _fill(model: type[models.Model], field: str, name: str) -> None:
    rows = model._base_manager.filter(ONLY.get(name, models.Q()))
    try:
        with transaction.atomic():
            rows.update(**{field: secret(name)})
    except IntegrityError:
        rows.exclude(**{field: ""}).update(**{field: secret(name)})


def _version(stored: dict[str, Any]) -> dict[str, Any]:
    stored["choices"] |= {name: secret(f"choices.{name}") for name in WRITTEN}
    stored["orders"] |= {name: secret(f"orders.{name}") for name in ORDERED}
    for row in stored["orders"]["premedication"]:
        row |= {"reason": secret("orders.premedication"), "moment": secret("orders.moment"), "minutes_before": None}
        row["source"] = ""
    return stored


def _reasons(stored: dict[str, Any]) -> dict[str, Any]:
    for said in stored.get("reasons", ()):
        said["reason"] = secret("signature.reasons")
    return stored


def _release(stored: dict[str, Any]) -> dict[str, Any]:
    items = [
        {"topic": topic, "title": topic, "level": "success", "state": "holds", "text": text, "source": "-"}
        for topic, text in (("alternative", secret("release.alternative")), ("beta-blocker", secret("release.why")))
    ]
    items[0]["reason"] = secret("release.reason")
    stored.setdefault("said", {})["checked"] = {"items": items}
    return stored


def _event(stored: dict[str, Any]) -> dict[str, Any]:
    return stored | {name: secret(f"audit.{name}") for name in ("note", "reason") if stored.get(name)}


#: Stored texts of several parts.
DOCUMENTS: tuple[tuple[type[models.Model], str, Callable[[dict[str, Any]], dict[str, Any]]], ...] = (
    (Version, "document", _version),
    (Signature, "reasons_text", _reasons),
    (Release, "document", _release),
    (AuditEvent, "after", _event),
)
