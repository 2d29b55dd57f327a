"""The sentences of problems and doubts. Problems carry what is wrong and what to do; doubts say what does not fit."""

from collections.abc import Mapping
from types import MappingProxyType

from desens.numbers.marking import gettext_noop

MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "day-in-future": gettext_noop("This day has not come yet. Type the day on which it was given."),
        "before-birth": gettext_noop("This lies before the birth date."),
        "in-future": gettext_noop("This time has not come yet."),
        "before-start": gettext_noop("This lies before the start of the first step."),
        "before-step": gettext_noop("Step %(step)s cannot begin before step %(before)s. Check both times."),
        "step-beyond": gettext_noop("The protocol has %(steps)s steps: there is no step %(step)s."),
        "last-step-beyond": gettext_noop("The protocol has %(steps)s steps: it cannot end with step %(step)s."),
        "begun-after-last": gettext_noop("Step %(step)s has a time, so it was begun. Check its time and this."),
        "resume-without-pause": gettext_noop("There is no pause before this. Type the pause first."),
        "after-stop": gettext_noop("This lies after the stop. What is stopped for good goes on no more."),
        "two-stops": gettext_noop("It can be stopped for good only once."),
        "stopped-and-completed": gettext_noop("It was stopped for good: choose “stopped”, or take the stop away."),
        "above-planned": gettext_noop("This is more than the planned dose: so much cannot have been delivered."),
        "above-held": gettext_noop("This is more than the bags held: so much cannot have been delivered."),
        "none-and-given": gettext_noop("“No premedication” contradicts the premedication that was given."),
        "same-drug-same-day": gettext_noop("Another procedure of this drug is recorded on the same day."),
        "other-day": gettext_noop("The day is not the one for which the protocol was released."),
        "not-in-force": gettext_noop("This version was void or replaced by a later one."),
        "completed-early": gettext_noop("It was completed, but the last step begun is not the protocol's last."),
        "still-running": gettext_noop("It was completed, but by its recorded start the last step is not over yet."),
        "more-than-planned": gettext_noop("More than the planned dose was delivered."),
        "stopped-without-step": gettext_noop("It was stopped, but at which step is not recorded."),
        "stopped-without-decision": gettext_noop("It was stopped, but by whose decision is not recorded."),
        "stopped-at-the-end": gettext_noop("It was stopped, but the whole planned dose was delivered."),
        "stopped-after-the-end": gettext_noop("It was stopped, but by its times the last step had run to its end."),
        "completed-below-planned": gettext_noop(
            "It was completed, but less than nine tenths of the dose was delivered."
        ),
        "tolerated-with-reaction": gettext_noop(
            "It was tolerated, but a reaction of grade 2 or 3 is recorded with it."
        ),
        "long-gap": gettext_noop("A step began over two hours after the one before it should have ended."),
        "early-start": gettext_noop("A step began over five minutes before the one before it should have ended."),
    }
)
