"""What an editor says about the chosen drug: its products, what was decided, and the earlier cycles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import Max

from drugs.models import Drug
from drugs.names import drug_key
from patients.models import Patient
from patients.person import records_of
from protocols.decision import ShownDecision, decision_of, decisions_of, shown_decision
from protocols.editor_form import EditorForm
from protocols.models import Protocol
from protocols.rules.decided import DESENSITIZATION, Decision
from reactions.models import Assessment

AnyForm = TypeVar("AnyForm", bound=EditorForm)
#: The button that takes the template which the assessment asks for.
PROPOSE = "propose"


@dataclass(frozen=True, kw_only=True)
class AboutDrug:
    """Everything about the drug that the form names, read when it is asked for."""

    patient: Patient
    form: EditorForm

    @cached_property
    def decisions(self) -> Mapping[str, Assessment]:
        """The decisions in force about the patient. Two queries."""
        return decisions_of(self.patient)

    @property
    def drug(self) -> Drug | None:
        """The chosen drug, None before one is chosen."""
        return self.form.drug_row

    @property
    def row(self) -> Assessment | None:
        """The decision about the drug."""
        return self.decisions.get(drug_key(self.drug.name)) if self.drug else None

    @property
    def decision(self) -> Decision | None:
        """The decision as the rules take it; None before a drug is chosen."""
        return decision_of(self.row) if self.drug else None

    @property
    def shown(self) -> ShownDecision | None:
        """The decision in words; None where nobody decided."""
        return shown_decision(self.row) if self.row else None

    @cached_property
    def fitting(self) -> tuple[str, ...]:
        """The templates that the decision asks for, by slug."""
        return fitting(self.form, self.drug, self.row) if self.drug else ()

    @property
    def proposed(self) -> list[str]:
        """The titles of the templates that the decision asks for; none where one of them is chosen already."""
        chosen = str(self.form["template"].value() or "")
        return [] if chosen in self.fitting else [self.form.template_rows[slug].title for slug in self.fitting]

    @property
    def earlier(self) -> list[Any]:
        """The person's protocols of the drug, the newest first, each with its latest number. Two queries."""
        if self.drug is None:
            return []
        rows = Protocol.objects.filter(patient__in=records_of(self.patient).ids, drug=self.drug)
        return list(rows.select_related("patient").annotate(latest=Max("versions__number")).order_by("-id"))


def fitting(form: EditorForm, drug: Drug, row: Assessment | None) -> tuple[str, ...]:
    """The templates that a decision asks for; none where it asks for none, or none fits."""
    if row is None or row.way != DESENSITIZATION or not row.is_open:
        return ()
    return form.fitting(drug, decision_of(row))


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
