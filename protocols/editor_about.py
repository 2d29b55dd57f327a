"""What an editor says about the chosen drug: its products, what was decided, and the earlier cycles."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Max

from drugs.all_names import keys_of_drug
from drugs.models import Drug
from patients.models import Patient
from patients.person import records_of
from protocols.decision import ShownDecision, decision_of, decisions_of, shown_decision
from protocols.editor_form import EditorForm
from protocols.models import Protocol
from protocols.rules.decided import DESENSITIZATION, Decision
from reactions.assessed import decision_on
from reactions.models import Assessment


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

    @cached_property
    def row(self) -> Assessment | None:
        """The decision about the drug under all its names. One query beside the decisions."""
        return decision_on(self.decisions, keys_of_drug(self.drug)) if self.drug else None

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
