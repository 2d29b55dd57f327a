"""What the oral editor shows for what was typed so far."""

from dataclasses import dataclass, replace

from django.utils import timezone

from patients.models import Patient
from protocols.engine import NothingToCompute
from protocols.engine.sums import by_level
from protocols.findings_shown import FindingLine, finding_lines
from protocols.oral.calendar import CalendarView
from protocols.oral.form import OralForm
from protocols.oral.prescription import beside_oral, other_components, propose_oral
from protocols.oral.shown import OralPlanView, plan_view
from protocols.oral.together import calendar_together
from protocols.oral.wording import told
from protocols.ordering.shown import BesideView, beside_view
from protocols.rules.decided import Decision


@dataclass(frozen=True, kw_only=True)
class OralProposal:
    """What can be shown for what was typed so far: a calendar, or why there is none; and the plan as it was edited."""

    calendar: CalendarView | None = None
    findings: tuple[FindingLine, ...] = ()
    missing: tuple[str, ...] = ()
    wrong: tuple[tuple[str, str], ...] = ()
    plan: OralPlanView | None = None
    beside: BesideView | None = None

    @property
    def all_findings(self) -> tuple[FindingLine, ...]:
        """Those of the calendar, or those that say why there is none."""
        return self.calendar.findings if self.calendar else self.findings

    @property
    def can_be_saved(self) -> bool:
        """Whether there is a calendar, and nothing is in question."""
        return self.calendar is not None and not (self.plan and self.plan.asks)


def oral_proposal(form: OralForm, patient: Patient, *, decision: Decision | None) -> OralProposal | None:
    """The calendar of a filled form, or what is missing or wrong; None for a form nobody filled."""
    if not form.is_bound:
        return None
    plan = plan_view(form.plan, form.given_plan, typed_of=form.typed_of) if form.plan else None
    wrong = told(form.plan.errors) if form.plan else ()
    if not form.is_valid():
        return OralProposal(missing=tuple(form.missing), wrong=(*form.wrong, *wrong), plan=plan)
    prescription = form.prescription()
    if prescription is None:
        return OralProposal(wrong=wrong, plan=plan)
    try:
        schedule = propose_oral(prescription, decision=decision)
    except NothingToCompute as nothing:
        return OralProposal(findings=finding_lines(nothing.findings), plan=plan)
    beside = beside_oral(prescription, patient, on=timezone.localdate())
    judged = replace(schedule, findings=by_level(*schedule.findings, *beside.findings))
    calendar = calendar_together(judged, other_components(prescription), prescription.intended_on)
    return OralProposal(calendar=calendar, beside=beside_view(beside), plan=plan)
