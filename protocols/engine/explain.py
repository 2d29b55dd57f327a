"""Steps and findings in one plain sentence each, with the arithmetic.

MESSAGES holds the sentence of every code as a translatable template; a page translates it and fills in the values.
"""

from desens.numbers.marking import gettext_noop
from protocols.engine.days.messages import MESSAGES as DAYS_MESSAGES
from protocols.engine.finding import Finding
from protocols.engine.intervals.messages import MESSAGES as INTERVALS_MESSAGES
from protocols.engine.preparation.messages import MESSAGES as PREPARATION_MESSAGES
from protocols.engine.products.messages import MESSAGES as PRODUCT_MESSAGES
from protocols.engine.replay.messages import MESSAGES as REPLAY_MESSAGES
from protocols.engine.schedule import Schedule
from protocols.engine.wording import amount_text, concentration_text, minutes_text, rate_text, volume_text

MESSAGES = {
    **DAYS_MESSAGES,
    **INTERVALS_MESSAGES,
    **PREPARATION_MESSAGES,
    **PRODUCT_MESSAGES,
    **REPLAY_MESSAGES,
    # findings
    "bag-exhausted": gettext_noop(
        "Solution %(solution)s runs dry in step %(step)s: it holds %(holds)s, "
        "and %(drawn)s are drawn from it up to there, line fill included."
    ),
    "target-passed": gettext_noop(
        "Nothing is left for step %(step)s: %(given)s are given without it, and the target is %(target)s."
    ),
    "remainder-undelivered": gettext_noop(
        "Solution %(solution)s is to carry the remainder, but none of it reaches the patient."
    ),
    "target-missed": gettext_noop(
        "%(given)s reach the patient, %(percent)s %% less than the target of %(target)s; 0.1 %% is allowed."
    ),
    "target-exceeded": gettext_noop(
        "%(given)s reach the patient, %(percent)s %% more than the target of %(target)s; 0.1 %% is allowed."
    ),
    "undelivered-step": gettext_noop(
        "Step %(step)s delivers nothing: its %(volume)s only move what the line held. Prime the line with the solution "
        "up to the hub, or book a first step for each bag whose volume is the line's, at dose 0."
    ),
    "rate-outside-pump": gettext_noop(
        "Step %(step)s would run at %(rate)s; the pump can be set from %(least)s to %(most)s by %(resolution)s."
    ),
    "dose-rate-jump": gettext_noop("In step %(step)s the dose per minute is %(fold)s times that of the step before."),
    "dose-rate-fall": gettext_noop(
        "In step %(step)s the dose per minute falls to %(fold)s times that of the step before."
    ),
    "no-rise-at-bag-change": gettext_noop(
        "Solution %(solution)s begins in step %(step)s with the same dose per minute as the step before."
    ),
    "overage-in-line": gettext_noop(
        "%(amount)s in %(volume)s stay in the line and do not count towards the target: do not flush, discard the line."
    ),
    # steps
    "step": gettext_noop(
        "Step %(step)s: %(rate)s x %(minutes)s / 60 = %(volume)s of solution %(solution)s; "
        "%(volume)s x %(concentration)s = %(dose)s, %(cumulative)s in all."
    ),
    "step-through-line": gettext_noop(
        "Step %(step)s: %(rate)s x %(minutes)s / 60 = %(volume)s of solution %(solution)s at %(concentration)s "
        "enter the line; %(dose)s leave it for the patient, %(cumulative)s in all."
    ),
    "step-line-fill": gettext_noop(
        "Step %(step)s: %(rate)s x %(minutes)s / 60 = %(volume)s of solution %(solution)s fill the line; "
        "nothing reaches the patient."
    ),
    "step-flush": gettext_noop(
        "Step %(step)s: %(rate)s x %(minutes)s / 60 = %(volume)s empty the line; "
        "%(dose)s reach the patient, %(cumulative)s in all."
    ),
}


def explain_finding(finding: Finding) -> str:
    """The finding's sentence in English."""
    return MESSAGES[sentence_of(finding)] % dict(finding.values)


def sentence_of(finding: Finding) -> str:
    """The key in MESSAGES: the code, but a step given again behind the last one has a sentence of its own."""
    after_last = finding.code == "step-back" and "next" not in dict(finding.values)
    return "step-back-after-last" if after_last else finding.code


def explain_step(schedule: Schedule, number: int) -> str:
    """How the dose of one step comes about, in English."""
    code, values = step_sentence(schedule, number)
    return MESSAGES[code] % values


def step_sentence(schedule: Schedule, number: int) -> tuple[str, dict[str, str]]:
    """The code in MESSAGES and the values that explain a step."""
    step = schedule.steps[number - 1]
    solution = next(bag for bag in schedule.solutions if bag.number == step.solution)
    values = {
        "step": str(step.number),
        "solution": str(step.solution),
        "rate": rate_text(step.rate_ml_h),
        "minutes": minutes_text(step.minutes),
        "volume": volume_text(step.volume_ml),
        "concentration": concentration_text(solution.concentration, schedule.unit),
        "dose": amount_text(step.dose, schedule.unit),
        "cumulative": amount_text(step.cumulative_dose, schedule.unit),
    }
    if step.flush:
        return "step-flush", values
    if step.line_fill:
        return "step-line-fill", values
    plain = step.dose == step.volume_ml * solution.concentration
    return "step" if plain else "step-through-line", values
