"""The items and categories of Naranjo in words; a reason's code is the item's with the scale before it."""

from desens.numbers.marking import gettext_noop

NARANJO = {
    "naranjo-unanswered": gettext_noop("no item of the Naranjo scale is answered"),
    "naranjo-previous_conclusive_reports": gettext_noop("Are there previous conclusive reports on this reaction?"),
    "naranjo-after_drug": gettext_noop("Did the event appear after the drug was given?"),
    "naranjo-improved_on_withdrawal": gettext_noop("Did it improve when the drug was stopped or an antagonist given?"),
    "naranjo-reappeared_on_rechallenge": gettext_noop("Did it reappear when the drug was given again?"),
    "naranjo-alternative_causes": gettext_noop("Are there alternative causes that could have caused it?"),
    "naranjo-reappeared_on_placebo": gettext_noop("Did it reappear when a placebo was given?"),
    "naranjo-toxic_concentration": gettext_noop("Was the drug found in toxic concentrations?"),
    "naranjo-dose_dependent": gettext_noop("Was it worse with a higher dose, or milder with a lower one?"),
    "naranjo-similar_reaction_before": gettext_noop(
        "Was there a similar reaction to the same or a similar drug before?"
    ),
    "naranjo-objective_evidence": gettext_noop("Was it confirmed by objective evidence?"),
    "naranjo-definite": gettext_noop("definite"),
    "naranjo-probable": gettext_noop("probable"),
    "naranjo-possible": gettext_noop("possible"),
    "naranjo-doubtful": gettext_noop("doubtful"),
}
