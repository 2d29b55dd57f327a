"""Whether what is prescribed is what an allergist decided about the drug in the assessment.

Sources: clinical.md 5 (the grade and the skin tests choose the number of steps and the strength of the first bag; a
contraindicated drug is not desensitized). Implementation choice, no published rule: fewer steps or a stronger first bag
than decided need a signature with its reason, another difference is a caution.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desens.numbers.marking import gettext_noop
from desens.numbers.write import number_text
from protocols.engine import Blocker, Caution, Finding, NeedsSignOff, Schedule

DESENSITIZATION, RAPID = "desensitization", "rapid"

MESSAGES = {
    "no-assessment": gettext_noop("No assessment of this drug: nobody decided that it is desensitized, nor how."),
    "way-closed": gettext_noop("The assessment of %(on)s leaves no way to this drug: %(reason)s"),
    "other-way-decided": gettext_noop("The assessment of %(on)s decided another way: %(way)s."),
    "other-pace-decided": gettext_noop("The assessment of %(on)s decided a slow desensitization by mouth over days."),
    "rapid-decided": gettext_noop("The assessment of %(on)s decided a rapid desensitization, not one over days."),
    "fewer-steps-than-decided": gettext_noop("%(steps)s steps; the assessment of %(on)s decided %(decided)s."),
    "more-steps-than-decided": gettext_noop("%(steps)s steps; the assessment of %(on)s decided %(decided)s."),
    "first-bag-stronger-than-decided": gettext_noop(
        "The first bag is 1:%(dilution)s of the full strength; the assessment of %(on)s decided 1:%(decided)s."
    ),
}


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What holds about a drug; `on` is None where nobody decided. `reason` says why a closed way is closed.

    `first_bag_dilution` 100 is 1:100. `way` and `pace` are the codes of an assessment, `way_text` its words.
    """

    on: date | None = None
    is_open: bool = True
    way: str = ""
    way_text: str = ""
    pace: str = ""
    steps: int | None = None
    first_bag_dilution: int | None = None
    reason: str = ""

    @property
    def closes(self) -> bool:
        """Whether nothing may be prescribed."""
        return self.on is not None and not self.is_open


NOBODY = Decision()


def decided_findings(decision: Decision, schedule: Schedule) -> tuple[Finding, ...]:
    """How an infused schedule differs from the decision, or that there is none."""
    other = _another_way(decision)
    return other or (*_pace(decision), *_steps(decision, schedule), *_first_bag(decision, schedule))


def decided_by_mouth(decision: Decision, *, over_days: bool) -> tuple[Finding, ...]:
    """How an oral protocol, over days or of single doses within hours, differs from the decision."""
    other = _another_way(decision)
    if other:
        return other
    if not over_days:
        return tuple(_pace(decision))
    return (NeedsSignOff(code="rapid-decided", values=(_on(decision),)),) if decision.pace == RAPID else ()


def _another_way(decision: Decision) -> tuple[Finding, ...]:
    """That nobody decided, that the way is closed, or that another was decided."""
    if decision.on is None:
        return (Caution(code="no-assessment"),)
    if decision.closes:
        return (Blocker(code="way-closed", values=(_on(decision), ("reason", decision.reason or decision.way_text))),)
    if decision.way != DESENSITIZATION:
        return (Caution(code="other-way-decided", values=(_on(decision), ("way", decision.way_text))),)
    return ()


def _pace(decision: Decision) -> Iterator[Finding]:
    if decision.pace != RAPID:
        yield NeedsSignOff(code="other-pace-decided", values=(_on(decision),))


def _steps(decision: Decision, schedule: Schedule) -> Iterator[Finding]:
    steps = sum(not step.flush for step in schedule.steps)
    if decision.steps is None or steps == decision.steps:
        return
    values = (("steps", str(steps)), _on(decision), ("decided", str(decision.steps)))
    if steps < decision.steps:
        yield NeedsSignOff(code="fewer-steps-than-decided", values=values)
    else:
        yield Caution(code="more-steps-than-decided", values=values)


def _first_bag(decision: Decision, schedule: Schedule) -> Iterator[Finding]:
    """The full strength is the target dose in the volume of the last step's bag, as in a template's dilutions."""
    if decision.first_bag_dilution is None:
        return
    bags = {bag.number: bag for bag in schedule.solutions}
    first, last = (bags[schedule.steps[place].solution] for place in (0, -1))
    dilution = schedule.target_dose / last.volume_ml / first.concentration
    if dilution < decision.first_bag_dilution:
        decided = number_text(Fraction(decision.first_bag_dilution))
        values = (("dilution", number_text(dilution)), _on(decision), ("decided", decided))
        yield NeedsSignOff(code="first-bag-stronger-than-decided", values=values)


def _on(decision: Decision) -> tuple[str, str]:
    return "on", decision.on.isoformat() if decision.on else ""
