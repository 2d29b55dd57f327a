"""What the editor shows for what was typed so far."""

from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import gettext as _

from patients.models import Patient
from protocols.engine import ContentError, NothingToCompute, Schedule
from protocols.engine.sums import by_level
from protocols.figure.shown import FigureView, figure_view
from protocols.findings_shown import FindingLine, finding_lines
from protocols.forms import ProtocolForm
from protocols.ordering.shown import BesideView, beside_view
from protocols.plan.shown import PlanView, plan_view
from protocols.plan.wording import told
from protocols.presenting import ScheduleView, schedule_lines
from protocols.rules.decided import Decision
from protocols.services import ordered_beside, propose


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What can be shown for what was typed so far: a schedule, or why there is none; and the plan as it was edited."""

    schedule: ScheduleView | None = None
    figure: FigureView | None = None
    findings: tuple[FindingLine, ...] = ()
    missing: tuple[str, ...] = ()
    wrong: tuple[tuple[str, str], ...] = ()
    plan: PlanView | None = None
    beside: BesideView | None = None

    @property
    def all_findings(self) -> tuple[FindingLine, ...]:
        """Those of the schedule, or those that say why there is none."""
        return self.schedule.findings if self.schedule else self.findings

    @property
    def can_be_saved(self) -> bool:
        """Whether there is a schedule, and nothing is in question."""
        return self.schedule is not None and not (self.plan and self.plan.asks)


def proposal_of(form: ProtocolForm, patient: Patient, *, decision: Decision | None = None) -> Proposal | None:
    """The schedule of a filled form, or what is missing or wrong; None for a form nobody filled.

    `decision` is what holds about the chosen drug; premedication is judged by the patient's record.
    """
    if not form.is_bound:
        return None
    if not form.is_valid():
        return Proposal(missing=tuple(form.missing), wrong=tuple(form.wrong), plan=_plan(form, None))
    if form.plan and form.plan.errors:
        return Proposal(wrong=told(form.plan.errors), plan=_plan(form, None))
    try:
        prescription = form.prescription()
        specification, schedule = propose(prescription, decision=decision)
    except NothingToCompute as nothing:
        return Proposal(findings=finding_lines(nothing.findings), plan=_plan(form, None))
    except ContentError as error:
        return Proposal(
            wrong=((error.key, _("expected %(expected)s") % {"expected": error.expected}),), plan=_plan(form, None)
        )
    beside = ordered_beside(prescription, patient, on=timezone.localdate())
    judged = replace(schedule, findings=by_level(*schedule.findings, *beside.findings))
    return Proposal(
        schedule=schedule_lines(judged),
        beside=beside_view(beside),
        figure=figure_view(schedule, specification.line),
        plan=_plan(form, schedule),
    )


def _plan(form: ProtocolForm, schedule: Schedule | None) -> PlanView | None:
    return plan_view(form.plan, schedule, form.given_plan) if form.plan else None
