"""What an editor begins with where the assessment of a drug asks for it."""

from collections.abc import Callable
from typing import Any, TypeVar

from drugs.all_names import keys_by_drug
from patients.models import Patient
from protocols.editor_about import AboutDrug, fitting
from protocols.editor_form import EditorForm
from protocols.rules.decided import DESENSITIZATION
from reactions.assessed import decision_on

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
    wanted = {key for key, row in about.decisions.items() if row.way == DESENSITIZATION}
    names = keys_by_drug(about.form.drug_rows.values()) if wanted else {}
    drugs = [drug for drug in about.form.drug_rows.values() if wanted <= names.get(drug.pk, frozenset())]
    row = decision_on(about.decisions, names[drugs[0].pk]) if wanted and len(drugs) == 1 else None
    if row is None or row.way != DESENSITIZATION:
        return {}
    fits = fitting(about.form, drugs[0], row)
    return {"drug": drugs[0].name_key, "template": fits[0] if len(fits) == 1 else ""}
