"""What the pages of procedures share: the patient at their head, the form as it begins."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from patients.models import Patient
from patients.person import PersonRecords, records_of
from patients.selectors import identity
from procedures.choices import DoseUnit
from procedures.recording.form import ProcedureForm
from procedures.recording.more_rows import asked_rows
from procedures.recording.opening import from_sheet, from_standing, typed_of
from procedures.recording.setting import Setting
from procedures.recording.sketching import kept_sketch
from reactions.recording.culprits import drug_names

MAY = {"record": Permission.RECORD_PROCEDURE, "mark_error": Permission.MARK_ERROR}


def head_of(request: PersonRequest, found: Patient, person: PersonRecords) -> dict[str, Any]:
    """The banner, and what the viewer may do; a record joined to another is only read."""
    may = {name: request.user.has(permission) for name, permission in MAY.items()}
    return {
        "identity": identity(found, viewer=request.user, on=timezone.localdate(), person=person),
        "may": may if person.leading == found else {},
    }


def look(request: PersonRequest, found: Patient) -> PersonRecords:
    """Note that the patient's procedures were looked at; gives the records of the person."""
    at = timezone.now()
    looked(by=request.user, at=at, subject="procedures", subject_code=found.code, patient_code=found.code)
    return records_of(found)


def opened_form(request: PersonRequest, setting: Setting) -> dict[str, Any]:
    """The form as it begins: from a sketch, from what was recorded, or from the sheet."""
    sketch, at_least = kept_sketch(request, setting), asked_rows(request.GET.get("rows", ""))
    if sketch is None:
        return {"form": ProcedureForm(setting=setting, at_least=at_least, initial=first_values(setting))}
    return {"form": form_of(sketch.typed, setting, at_least), "sketch": sketch}


def form_of(text: str, setting: Setting, at_least: Mapping[str, int]) -> ProcedureForm:
    """The form with what was typed into it, not judged yet."""
    typed = typed_of(text, "", ProcedureForm.base_fields)
    if not typed["entry_key"]:
        del typed["entry_key"]
    return ProcedureForm(setting=setting, sketch=text, at_least=at_least, initial=typed)


def first_values(setting: Setting) -> dict[str, Any]:
    """What stands in the fields at first."""
    found: dict[str, Any] = {}
    sheet = setting.sheet
    if sheet is not None:
        found = from_sheet(sheet) | {"cycle_number": sheet.cycle}
        found["delivered_unit"] = sheet.target.unit if sheet.target.unit in DoseUnit.values else ""
    if setting.stands is not None and setting.procedure is not None:
        unit = found.get("delivered_unit", "")
        found |= from_standing(setting.procedure.culprit, setting.stands)
        found["delivered_unit"] = found.get("delivered_unit") or unit
    return found


def page_of(setting: Setting, form: ProcedureForm) -> dict[str, Any]:
    """What the template of the form shows beside the form: the rows of the sheet with their fields."""
    sheet = setting.sheet
    steps = [(step, form.step_rows[step.number]) for step in sheet.steps] if sheet else []
    names = [] if sheet else drug_names()
    return {"sheet": sheet, "steps": steps, "procedure": setting.procedure, "drug_names": names}
