"""The sentences of contraindications and of risk."""

from desens.numbers.marking import gettext_noop

CONTRAINDICATIONS = {
    "sjs-ten": gettext_noop("Stevens-Johnson syndrome or toxic epidermal necrolysis"),
    "blistering-eruption": gettext_noop("blistering eruption"),
    "agep": gettext_noop("acute generalized exanthematous pustulosis (AGEP)"),
    "vasculitis": gettext_noop("vasculitis"),
    "immune-mediated-hepatitis": gettext_noop("immune-mediated hepatitis"),
    "immune-mediated-nephritis": gettext_noop("immune-mediated nephritis"),
    "immune-mediated-cytopenia": gettext_noop("immune-mediated cytopenia"),
    "dress": gettext_noop("drug reaction with eosinophilia and systemic symptoms (DRESS)"),
    "serum-sickness": gettext_noop("serum sickness"),
}
RISK = {
    "risk-grade-3": gettext_noop("Brown grade 3"),
    "risk-breakthrough-3": gettext_noop("a reaction of grade 3 in a desensitization"),
    "risk-hypotension": gettext_noop("hypotension in the reaction"),
    "risk-desaturation": gettext_noop("desaturation in the reaction"),
    "risk-beta-blocker": gettext_noop("on a beta-blocker: epinephrine may fail"),
    "risk-cardiac-disease": gettext_noop("cardiac disease"),
    "risk-mastocytosis": gettext_noop("mastocytosis"),
    "risk-raised-tryptase": gettext_noop("raised baseline tryptase"),
    "risk-hemodynamic-instability": gettext_noop("hemodynamic instability"),
    "risk-uncontrolled-asthma": gettext_noop("uncontrolled asthma"),
    "risk-fev1": gettext_noop("FEV1 %(fev1)s %%, below %(limit)s %%"),
    "risk-tryptase": gettext_noop("baseline tryptase %(value)s ng/mL, above 11.4"),
    "decide-beta-blocker": gettext_noop(
        "decide whether the beta-blocker is held or goes on: stopping it has its own risk"
    ),
    "decide-ace-inhibitor": gettext_noop("decide about the ACE inhibitor: ideally stopped before"),
    "decide-pregnancy": gettext_noop("pregnancy: not absolute; weigh it with the obstetrician"),
    "decide-nsaid-hypersensitivity": gettext_noop("no acetylsalicylic acid as premedication"),
    "medicines-not-recorded": gettext_noop("the medicines are not recorded: the risk may be higher"),
    "conditions-not-recorded": gettext_noop("the conditions are not recorded: the risk may be higher"),
    "fev1-not-recorded": gettext_noop("asthma without a recorded FEV1: the risk may be higher"),
}
