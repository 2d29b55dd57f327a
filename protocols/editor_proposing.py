"""What an editor begins with where the assessment of a drug asks for it."""

from collections.abc import Callable
from typing import Any, TypeVar

from drugs.names import drug_key
from patients.models import Patient
from protocols.editor_about import AboutDrug, fitting
from protocols.editor_form import EditorForm
from protocols.rules.decided import DESENSITIZATION

AnyForm = TypeVar("AnyForm", bound=EditorForm)
#: The button that takes the template which the assessment asks for.
PROPOSE = "propose"


def as_asked(make: Callable[[Any], AnyForm], data: Any, patient: Patient) -> AnyForm:
    """The form of the data; with the template that the assessment proposes where that was asked for."""
    form = make(data)
    about = AboutDrug(patient=patient, form=form)
    if data.get("action") != PROPOSE or len(about.fitting) != 1:
        return form
    return make({**data.dict(), "template": about.fitting[0]})


def first_drug(about: AboutDrug) -> dict[str, Any]:
    """Where exactly one drug of the patient is to be desensitized: that drug, with the template that fits."""
    wanted = [row for row in about.decisions.values() if row.way == DESENSITIZATION]
    drugs = [drug for row in wanted for drug in about.form.drug_rows.values() if drug_key(drug.name) == row.culprit_key]
    if len(wanted) != 1 or len(drugs) != 1:
        return {}
    fits = fitting(about.form, drugs[0], wanted[0])
    return {"drug": drugs[0].name_key, "template": fits[0] if len(fits) == 1 else ""}
