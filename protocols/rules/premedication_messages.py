"""Sentences of the findings about premedication and rescue medicines; values fill them."""

from desens.numbers.marking import gettext_noop

MESSAGES = {
    "premedication-culprit": gettext_noop(
        "%(drug)s cannot be premedication: the patient reacted to %(substance)s, or is desensitized to it."
    ),
    "premedication-allergy": gettext_noop("%(drug)s: an allergy to %(substance)s is %(why)s. Remove it."),
    "premedication-class": gettext_noop(
        "%(drug)s is %(class)s, as is %(substance)s (%(why)s). Remove it, or choose another class."
    ),
    "premedication-related": gettext_noop(
        "%(drug)s is of the same group (%(class)s) as %(substance)s (%(why)s): say why it may be given."
    ),
    "premedication-allergies-unknown": gettext_noop(
        "Allergies are not recorded: whether the premedication may be given cannot be judged."
    ),
    "premedication-withdrawn": gettext_noop("%(drug)s was withdrawn: order %(successor)s %(dose)s in its place."),
    "premedication-nsaid": gettext_noop("%(drug)s is blocked: NSAID hypersensitivity or AERD is recorded."),
    "premedication-anticoagulant": gettext_noop("%(drug)s is blocked: the patient takes %(medicine)s."),
    "premedication-anticoagulant-earlier": gettext_noop(
        "%(drug)s: %(medicine)s may still act (stopped lately, or last intake not known): say why it may be given."
    ),
    "premedication-platelets": gettext_noop("%(drug)s is blocked: platelets %(value)s on %(day)s, below %(least)s."),
    "premedication-clearance": gettext_noop(
        "%(drug)s is blocked: the estimated creatinine clearance is %(value)s (creatinine of %(day)s), below %(least)s."
    ),
    "premedication-kidney": gettext_noop("%(drug)s: weigh the renal risk. Recorded: %(diagnosis)s."),
    "premedication-not-recorded": gettext_noop(
        "Whether %(drug)s may be given cannot be judged. Not recorded, or not lately: %(missing)s."
    ),
    "premedication-dose-open": gettext_noop("The dose of %(drug)s is not stated: the sheet prints a blank."),
    "premedication-cytokine-release": gettext_noop(
        "The reaction was cytokine release: propose acetaminophen or an NSAID, fluids and a corticosteroid; "
        "an antihistamine helps less. Not ordered: %(missing)s."
    ),
    "rescue-withheld": gettext_noop(
        "%(drug)s is left out of the rescue medicines: %(substance)s (%(why)s). Say what takes its place."
    ),
    "rescue-related": gettext_noop(
        "%(drug)s among the rescue medicines is of the same group (%(class)s) as %(substance)s (%(why)s)."
    ),
    "glucagon-ordered": gettext_noop(
        "Glucagon is ordered because of %(medicine)s. Sources differ on its infusion: 5 to 15\u00a0mcg/min (practice "
        "parameter) or 1 to 5\u00a0mg/h (IDWiki), three to six times as much; ordered: %(rate)s."
    ),
    "glucagon-child": gettext_noop(
        "No source used here states a child's dose of glucagon: it is not ordered, in spite of %(medicine)s."
    ),
    "glucagon-child-asked": gettext_noop(
        "No source used here states a child's dose of glucagon: it is not ordered, though it was asked for."
    ),
    "glucagon-not-recorded": gettext_noop(
        "Whether a beta-blocker is taken is not recorded: glucagon is ordered only where it is asked for."
    ),
}

#: Values of these sentences that are words.
WORDED = frozenset({"why", "class"})
WORDS = {
    "culprit": gettext_noop("culprit"),
    "confirmed": gettext_noop("confirmed"),
    "suspected": gettext_noop("suspected"),
    "nsaid": gettext_noop("NSAID hypersensitivity or AERD"),
    "anticoagulant": gettext_noop("anticoagulants"),
    "platelets": gettext_noop("platelets"),
    "clearance": gettext_noop("creatinine and weight"),
    "release-antipyretic": gettext_noop("acetaminophen or an NSAID"),
    "release-fluids": gettext_noop("fluids"),
    "release-steroid": gettext_noop("a corticosteroid"),
}
