"""The sentences of what a history shows; bag-exhausted, target-missed and target-exceeded are the engine's own."""

from desens.numbers.marking import gettext_noop

MESSAGES = {
    "step-cut-short": gettext_noop("Step %(step)s was ended at %(minute)s, %(early)s before its own end."),
    "step-back": gettext_noop(
        "Step %(step)s was started at %(minute)s, though step %(next)s was next: it is given again."
    ),
    "step-back-after-last": gettext_noop(
        "Step %(step)s was started at %(minute)s, though the last step had been begun before: it is given again."
    ),
    "step-skipped": gettext_noop("Step %(step)s was started at %(minute)s, though step %(next)s was next."),
    "rate-above-plan": gettext_noop("Step %(step)s ran at %(rate)s from %(minute)s on; %(planned)s were planned."),
    "nothing-left": gettext_noop(
        "Step %(step)s was started at %(minute)s, but nothing is left to give in it: only a reading of the pump counts."
    ),
    "reading-ignored": gettext_noop(
        "Event %(event)s, at %(minute)s, reads %(volume)s off the pump, which cannot be; rate x time counts instead."
    ),
    "negative-time": gettext_noop("Event %(event)s, at %(minute)s, is ignored: it is before the first start."),
    "after-stop": gettext_noop("Event %(event)s, at %(minute)s, is ignored: the infusion was stopped before."),
    "no-such-step": gettext_noop("Event %(event)s, at %(minute)s, is ignored: there is no step %(step)s."),
    "not-started": gettext_noop("Event %(event)s, at %(minute)s, is ignored: no step was started before."),
    "already-paused": gettext_noop("Event %(event)s, at %(minute)s, is ignored: the infusion is paused already."),
    "resume-without-pause": gettext_noop("Event %(event)s, at %(minute)s, is ignored: it resumes what was not paused."),
}
