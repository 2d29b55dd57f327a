"""What the editor says about the chosen drug: its products, what was decided, and the earlier cycles."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Max

from drugs.all_names import keys_by_drug, keys_of_drug
from drugs.models import Drug
from patients.models import Patient
from patients.person import records_of
from protocols import selectors
from protocols.decision import ShownDecision, decision_of, decisions_of, shown_decision
from protocols.forms import ProtocolForm
from protocols.models import Protocol
from protocols.rules.decided import DESENSITIZATION, Decision
from protocols.rules.proposed_template import Offer, proposed_template
from reactions.assessed import decision_on
from reactions.models import Assessment


@dataclass(frozen=True, kw_only=True)
class AboutDrug:
    """Everything about the drug that the form names, read when it is asked for."""

    patient: Patient
    form: ProtocolForm

    @cached_property
    def decisions(self) -> Mapping[str, Assessment]:
        """The decisions in force about the patient. Two queries."""
        return decisions_of(self.patient)

    @cached_property
    def drug(self) -> Drug | None:
        """The chosen drug, None before one is chosen."""
        return self.form.drug_rows.get(str(self.form["drug"].value() or ""))

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

    @property
    def proposed(self) -> str:
        """The title of the template that the decision asks for, "" for none or where it is chosen already."""
        slug = proposed_slug(self.form, self.drug, self.row) if self.drug else None
        chosen = str(self.form["template"].value() or "")
        return self.form.template_rows[slug].title if slug and slug != chosen else ""

    @property
    def earlier(self) -> list[Any]:
        """The person's protocols of the drug, the newest first, each with its latest number. Two queries."""
        if self.drug is None:
            return []
        rows = Protocol.objects.filter(patient__in=records_of(self.patient).ids, drug=self.drug)
        return list(rows.select_related("patient").annotate(latest=Max("versions__number")).order_by("-id"))


def proposed_slug(form: ProtocolForm, drug: Drug, row: Assessment | None) -> str | None:
    """The template that a decision asks for; None where it asks for none, or none fits."""
    if row is None or row.way != DESENSITIZATION or not row.steps or not row.is_open:
        return None
    offers = [Offer(slug=slug, entry=selectors.template_content(one)) for slug, one in form.template_rows.items()]
    return proposed_template(offers, drug=drug.name, steps=row.steps)


def first_drug(about: AboutDrug) -> dict[str, Any]:
    """Where exactly one drug of the patient is to be desensitized: that drug, with the template that fits."""
    wanted = {key for key, row in about.decisions.items() if row.way == DESENSITIZATION}
    names = keys_by_drug(about.form.drug_rows.values()) if wanted else {}
    drugs = [drug for drug in about.form.drug_rows.values() if wanted <= names.get(drug.pk, frozenset())]
    row = decision_on(about.decisions, names[drugs[0].pk]) if wanted and len(drugs) == 1 else None
    if row is None or row.way != DESENSITIZATION:
        return {}
    return {"drug": drugs[0].name_key, "template": proposed_slug(about.form, drugs[0], row) or ""}
