"""The particulars and the ending of a filled form."""

from typing import TYPE_CHECKING, Any

from procedures.choices import Outcome
from procedures.recording.entered import NewEnding, NewParticulars
from procedures.recording.setting import Setting
from procedures.recording.timing import Clock

if TYPE_CHECKING:
    from procedures.recording.form import ProcedureForm

COMPLETED = (Outcome.TOLERATED, Outcome.WITH_REACTION)


def particulars_of(form: "ProcedureForm", clock: Clock, reasons: str) -> NewParticulars | None:
    """When, where and what; None where the day cannot be read."""
    data, setting = form.cleaned_data, form.setting
    if not data.get("day"):
        return None
    day, precision = data["day"]
    unit = data.get("planned_dose_unit", "") if data.get("planned_dose") is not None else ""
    return NewParticulars(
        day=day,
        day_precision=str(precision),
        started_at=clock.started,
        cycle_number=data.get("cycle_number"),
        none_premedicated=True if data.get("none_premedicated") else None,
        reasons=reasons,
        **{name: data.get(name, "") for name in ("place", "staff", "note", "why")},
        **(
            _from_sheet(setting)
            if setting.sheet
            else {name: data.get(name) for name in ("steps", "bags", "planned_dose")}
            | {"planned_dose_unit": unit, "protocol_note": data.get("protocol_note", "")}
        ),
    )


def _from_sheet(setting: Setting) -> dict[str, Any]:
    sheet, stands = setting.sheet, setting.stands
    assert sheet is not None  # noqa: S101  # asked for only with a sheet
    dose = sheet.planned_dose
    return {
        "steps": sheet.count,
        "bags": sheet.bags,
        "planned_dose": dose,
        "planned_dose_unit": sheet.target.unit if dose is not None else "",
        "protocol_note": stands.particulars.protocol_note if stands else "",
    }


def ending_of(form: "ProcedureForm", reasons: str) -> NewEnding | None:
    """How it ended; None where no outcome was chosen."""
    data, sheet = form.cleaned_data, form.setting.sheet
    if not data.get("outcome"):
        return None
    last_step = data.get("last_step")
    if last_step is None and data.get("as_planned") and data["outcome"] in COMPLETED and sheet is not None:
        last_step = sheet.count
    return NewEnding(
        outcome=data["outcome"],
        last_step=last_step,
        stopped_by=data.get("stopped_by", ""),
        reason=data.get("reason", ""),
        delivered=data.get("delivered"),
        delivered_unit=data.get("delivered_unit", "") if data.get("delivered") is not None else "",
        observed_minutes=data.get("observed_minutes"),
        reasons=reasons,
    )
