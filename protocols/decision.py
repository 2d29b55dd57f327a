"""What an allergist decided about a drug, as the rules take it and as the editor shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from drugs.all_names import keys_of_drug
from drugs.models import Drug
from patients.models import Patient
from patients.person import records_of
from protocols.rules.decided import NOBODY, Decision
from reactions.assessed import decision_on, decisions_in_force
from reactions.assessing.shown_way import dilution_text
from reactions.models import Assessment


@dataclass(frozen=True, kw_only=True)
class ShownDecision:
    """The decision in a sentence with the address of its assessment; `closed` where nothing may be prescribed."""

    decision: Decision
    text: str
    address: str

    @property
    def closed(self) -> bool:
        """Whether nothing may be prescribed."""
        return self.decision.closes


def decisions_of(patient: Patient) -> Mapping[str, Assessment]:
    """The decisions in force about the person, by the key of the drug. Two queries."""
    return decisions_in_force(records_of(patient).ids)


def decision_about(patient: Patient, drug: Drug) -> Decision:
    """What holds about the drug under all its names; NOBODY where nobody decided. Three queries."""
    return decision_of(decision_on(decisions_of(patient), keys_of_drug(drug)))


def decision_of(row: Assessment | None) -> Decision:
    """The rules' view of a stored decision."""
    if row is None:
        return NOBODY
    return Decision(
        on=timezone.localdate(row.recorded_at),
        is_open=row.is_open,
        way=row.way,
        way_text=str(row.get_way_display()),
        pace=row.pace,
        steps=row.steps,
        first_bag_dilution=row.first_bag_dilution,
        reason=row.reason,
    )


def shown_decision(row: Assessment) -> ShownDecision:
    """A decision in words, with a link to where it was taken."""
    decision = decision_of(row)
    parts = [decision.way_text, str(row.get_pace_display()) if row.pace else ""]
    parts += [_("%(steps)d steps") % {"steps": row.steps}] if row.steps else []
    parts += (
        [_("first bag %(ratio)s") % {"ratio": dilution_text(row.first_bag_dilution)}] if row.first_bag_dilution else []
    )
    parts += [row.reason, row.override_reason]
    return ShownDecision(
        decision=decision,
        text="; ".join(part for part in parts if part),
        address=reverse("assessment", args=[row.patient.code, row.reaction.case_key]),
    )
