"""What cannot be, of a reaction's place in a procedure. The form and the services ask."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction

from django.utils.translation import gettext as _

from desens.numbers.quantity import AMOUNT_UNITS, Quantity, convert
from procedures.breakthroughs.course import Course
from procedures.breakthroughs.entered import NewTie
from procedures.choices import DoneNext
from reactions.choices import Occasion
from reactions.models import Reaction
from reactions.recording.impossible import Problem


def problems(tie: NewTie, *, course: Course, now: datetime) -> list[Problem]:
    """Everything of the place that cannot be; empty where all is possible."""
    return [*_place(tie, course), *_minute(tie, course), *_dose(tie, course), *_late(tie, course, now)]


def problems_between(reaction: Reaction, *, tie: NewTie, course: Course) -> list[Problem]:
    """Where the reaction contradicts the procedure or its place in it. `reaction` may be a row not stored."""
    return [*_occasion(reaction, tie, course), *_day(reaction, course), *_onset(reaction, tie, course)]


def _place(tie: NewTie, course: Course) -> Iterator[Problem]:
    if tie.step is not None and course.steps is not None and not 1 <= tie.step <= course.steps:
        most = {"steps": Quantity.of(course.steps, "").number}
        yield Problem(field="step", text=_("The protocol that was given has %(steps)s steps.") % most)
        return
    bag = course.bag_of(tie.step) if tie.step is not None else None
    if tie.bag is not None and bag is not None and tie.bag != bag:
        runs = {"step": Quantity.of(tie.step or 0, "").number, "bag": Quantity.of(bag, "").number}
        yield Problem(field="bag", text=_("Step %(step)s runs from bag %(bag)s.") % runs)
    elif tie.bag is not None and course.bags is not None and not 1 <= tie.bag <= course.bags:
        most = {"bags": Quantity.of(course.bags, "").number}
        yield Problem(field="bag", text=_("The protocol that was given has %(bags)s bags.") % most)


def _minute(tie: NewTie, course: Course) -> Iterator[Problem]:
    if tie.minute is None:
        return
    if tie.minute < 0:
        yield Problem(field="minute", text=_("A reaction cannot begin before the infusion."))
        return
    minute = Fraction(tie.minute)
    began, ended = course.moment(minute), course.ended_at
    if began is not None and ended is not None and began > ended and not tie.late:
        yield Problem(field="minute", text=_("The infusion had ended by then: this is a late reaction."))
    elif began is not None and ended is not None and began < ended and tie.late:
        yield Problem(field="minute", text=_("The infusion had not ended by then: this is no late reaction."))
    steps = course.steps_about(minute)
    if tie.step is not None and steps and tie.step not in steps:
        ran = {"step": ", ".join(Quantity.of(step, "").number for step in sorted(steps))}
        yield Problem(field="step", text=_("By the recorded times step %(step)s was running then.") % ran)


def _dose(tie: NewTie, course: Course) -> Iterator[Problem]:
    if tie.dose_reached is None or tie.dose_computed:
        return
    if tie.dose_reached < 0:
        yield Problem(field="dose_reached", text=_("A dose is not below zero."))
        return
    if not tie.dose_reached_unit:
        yield Problem(field="dose_reached_unit", text=_("Choose the unit of the dose."))
        return
    planned, reached = course.planned, Quantity.of(tie.dose_reached, tie.dose_reached_unit)
    if planned is None or AMOUNT_UNITS[planned.unit][0] != AMOUNT_UNITS[reached.unit][0]:
        return
    if convert(reached, planned.unit).value > planned.value:
        yield Problem(field="dose_reached", text=_("This is above the planned dose: more cannot have run in."))


def _late(tie: NewTie, course: Course, now: datetime) -> Iterator[Problem]:
    if not tie.late:
        if tie.hours_after_end is not None:
            yield Problem(field="hours_after_end", text=_("Only a late reaction comes after the end."))
        if tie.done_next == DoneNext.ENDED_BEFORE:
            yield Problem(field="done_next", text=_("After the end of the infusion it is a late reaction: say so."))
        return
    if tie.step is not None or tie.bag is not None:
        yield Problem(field="step", text=_("A late reaction comes after the last step: leave step and bag empty."))
    if tie.done_next not in ("", DoneNext.ENDED_BEFORE):
        yield Problem(field="done_next", text=_("At a late reaction the infusion had ended before."))
    delay, ended = tie.hours_after_end, course.ended_at
    if delay is not None and delay < 0:
        yield Problem(field="hours_after_end", text=_("A late reaction begins after the end."))
    elif delay is not None and ended is not None and ended + timedelta(seconds=int(delay * 3600)) > now:
        yield Problem(field="hours_after_end", text=_("So counted, the reaction begins in the future."))


def _occasion(reaction: Reaction, tie: NewTie, course: Course) -> Iterator[Problem]:
    if reaction.occasion != Occasion.DESENSITIZATION:
        yield Problem(field="reaction", text=_("This reaction is not recorded as one during a desensitization."))
    if reaction.step is not None and tie.step is not None and reaction.step != tie.step:
        words = _("The reaction is recorded at step %(step)s: correct it there, or type that step.")
        yield Problem(field="step", text=words % {"step": Quantity.of(reaction.step, "").number})
    if reaction.protocol_steps is not None and course.steps is not None and reaction.protocol_steps != course.steps:
        words = _("The protocol that was given has %(steps)s steps, not as many as the reaction says.")
        yield Problem(field="protocol_steps", text=words % {"steps": Quantity.of(course.steps, "").number})


def _day(reaction: Reaction, course: Course) -> Iterator[Problem]:
    """Both days, as far as both are known, are one."""
    said, given = reaction.started_text[:10], course.particulars.day_text
    known = min(len(said), len(given))
    if said[:known] != given[:known]:
        words = _("The exposure of the reaction is recorded on %(said)s, the desensitization on %(given)s.")
        yield Problem(field="started_on", text=words % {"said": said, "given": given})


def _onset(reaction: Reaction, tie: NewTie, course: Course) -> Iterator[Problem]:
    onset, ended = reaction.onset_at, course.ended_at
    if onset is None or ended is None:
        return
    if tie.late and onset < ended:
        yield Problem(field="late", text=_("The infusion had not ended when this reaction began."))
    elif not tie.late and onset > ended:
        yield Problem(field="late", text=_("The infusion had ended when this reaction began: it is a late one."))
