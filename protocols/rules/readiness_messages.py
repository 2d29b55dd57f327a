"""The words of what must hold before a release: titles, sentences, sources."""

from desens.numbers.marking import gettext_noop

BRIGHAM = gettext_noop("Brigham and Women's Hospital, for medical professionals")
INDICATION = gettext_noop(
    "Desensitization only where no equally good alternative exists; the oncologist's statement, risk against benefit, "
    "and written consent are recorded"
)
CHOICE = gettext_noop("a choice of this program; no source used here states a limit")

#: Title and source of each topic.
TOPICS = {
    "place": (gettext_noop("Place"), BRIGHAM),
    "nurses": (gettext_noop("Nurses"), BRIGHAM),
    "allergist": (gettext_noop("Allergist within reach"), BRIGHAM),
    "separate-days": (gettext_noop("Separate days"), gettext_noop("Two culprits at least 24 h apart")),
    "alternative": (gettext_noop("No equally good alternative"), INDICATION),
    "statement": (gettext_noop("The oncologist's statement"), INDICATION),
    "decision": (gettext_noop("The assessment in force"), INDICATION),
    "consent": (gettext_noop("Written consent"), INDICATION),
    "consent-again": (gettext_noop("Consent for this procedure"), BRIGHAM),
    "infection": (gettext_noop("No infection"), CHOICE),
    "temperature": (
        gettext_noop("Temperature"),
        gettext_noop("Fever: CTCAE v5.0; below 35 °C: a choice of this program"),
    ),
    "pressure": (
        gettext_noop("Blood pressure"),
        gettext_noop("Low: Brown 2004, NIAID/FAAN by age; 180/120\u00a0mmHg: ACC/AHA 2017, a choice of this program"),
    ),
    "saturation": (gettext_noop("Oxygen saturation"), gettext_noop("Brown 2004: 92 % or below")),
    "heart-rate": (gettext_noop("Heart rate"), CHOICE),
    "day": (gettext_noop("Measured before the day"), CHOICE),
    "lungs": (
        gettext_noop("Asthma and FEV1"),
        gettext_noop("Brigham: 80 %; ENDA 2010 and aspirin desensitization (PMC6456426): 70 %"),
    ),
    "beta-blocker": (gettext_noop("Beta-blocker"), gettext_noop("Brigham; UpToDate example; HemOnc")),
    "ace-inhibitor": (gettext_noop("ACE inhibitor"), gettext_noop("UpToDate example; HemOnc")),
    "pregnancy": (gettext_noop("Pregnancy"), gettext_noop("Not absolute: penicillin in syphilis (Wendel)")),
}

MESSAGES = {
    "measured": gettext_noop("%(value)s"),
    "alternative-missing": gettext_noop("Cannot be judged: whether an equally good alternative exists is missing."),
    "alternative-none": gettext_noop("None exists."),
    "alternative-named": gettext_noop("An equally good alternative exists: %(alternative)s."),
    "alternative-exists": gettext_noop("An equally good alternative exists."),
    "statement-missing": gettext_noop("Cannot be judged: the oncologist's statement is missing."),
    "statement": gettext_noop("%(who)s, %(day)s."),
    "decision-missing": gettext_noop("Cannot be judged: an assessment of this drug is missing."),
    "decision-closed": gettext_noop("Assessment %(number)s says: %(way)s."),
    "decision-other": gettext_noop("Assessment %(number)s says %(way)s, not desensitization."),
    "decision-open": gettext_noop("Assessment %(number)s: %(way)s."),
    "consent-missing": gettext_noop("Cannot be judged: the written consent is missing."),
    "consent-refused": gettext_noop("The patient refused on %(day)s."),
    "consent-later": gettext_noop("Given on %(day)s, after the day of the procedure."),
    "consent-written": gettext_noop("Given on %(day)s."),
    "consent-again-no": gettext_noop("The patient does not agree to this procedure."),
    "consent-again-yes": gettext_noop("Asked again: the patient agrees."),
    "consent-again-missing": gettext_noop("Cannot be judged: the patient's answer for this procedure is missing."),
    "infection-none": gettext_noop("Asked: none."),
    "infection-present": gettext_noop("An infection or fever is present."),
    "infection-missing": gettext_noop("Cannot be judged: whether there is an infection is missing."),
    "temperature-missing": gettext_noop("Cannot be judged: the temperature is missing."),
    "temperature-high": gettext_noop("%(value)s: fever, %(limit)s or above."),
    "temperature-low": gettext_noop("%(value)s: below %(limit)s."),
    "pressure-missing": gettext_noop("Cannot be judged: systolic and diastolic pressure are missing."),
    "pressure-low": gettext_noop("%(value)s: low for the age, so a fall could not be judged."),
    "pressure-high": gettext_noop("%(value)s: 180/120\u00a0mmHg or above."),
    "saturation-missing": gettext_noop("Cannot be judged: the saturation is missing."),
    "saturation-low": gettext_noop("%(value)s: 92 %% or below."),
    "heart-rate-missing": gettext_noop("Cannot be judged: the heart rate is missing."),
    "heart-rate-child": gettext_noop("%(value)s: cannot be judged, a limit for children is missing."),
    "heart-rate-out": gettext_noop("%(value)s: below 50\u00a0/min or above 120\u00a0/min."),
    "day-before": gettext_noop("%(days)s days before the procedure: ask and measure again before the start."),
    "asthma-missing": gettext_noop("Cannot be judged: whether the patient has asthma is missing."),
    "asthma-absent": gettext_noop("Asked: no asthma."),
    "fev1-missing": gettext_noop("Cannot be judged: asthma is recorded, FEV1 is missing."),
    "fev1-low": gettext_noop("FEV1 %(value)s of predicted on %(day)s: below %(limit)s, a high risk."),
    "fev1-old": gettext_noop("FEV1 %(value)s of predicted is of %(day)s: one of the last 30 days is missing."),
    "fev1": gettext_noop("FEV1 %(value)s of predicted on %(day)s."),
    "beta-blocker-missing": gettext_noop("Cannot be judged: whether a beta-blocker is taken is missing."),
    "beta-blocker-none": gettext_noop("Asked: none is taken."),
    "beta-blocker-stated": gettext_noop("None is taken (stated on %(day)s)."),
    "beta-blocker-unrecorded": gettext_noop("A decision, but no beta-blocker is recorded: record which."),
    "beta-blocker-continue": gettext_noop("%(medicine)s goes on: %(why)s."),
    "beta-blocker-hold": gettext_noop("%(medicine)s: the dose before is held: %(why)s."),
    "beta-blocker-why": gettext_noop("%(medicine)s: say why it goes on or is held."),
    "beta-blocker-contradiction": gettext_noop("%(medicine)s is recorded, the answer says that none is taken."),
    "beta-blocker-decided": gettext_noop("Decided about %(medicine)s."),
    "beta-blocker-stopped": gettext_noop(
        "%(medicine)s was stopped lately and nobody wrote why: that has its own risk."
    ),
    "beta-blocker-undecided": gettext_noop(
        "%(medicine)s: nobody decided whether it goes on or its dose before is held."
    ),
    "ace-inhibitor-missing": gettext_noop("Cannot be judged: whether an ACE inhibitor is taken is missing."),
    "ace-inhibitor-none": gettext_noop("None among the medicines recorded."),
    "ace-inhibitor-taken": gettext_noop("%(medicine)s is taken: ideally it is stopped before."),
    "ace-inhibitor-decided": gettext_noop("Decided about %(medicine)s."),
    "pregnancy-missing": gettext_noop("Not recorded. It would not stop a desensitization by itself."),
    "pregnancy-present": gettext_noop("Present: weigh the risk for mother and child."),
    "pregnancy-absent": gettext_noop("Asked: not pregnant."),
    "place-missing": gettext_noop("Cannot be judged: the place is missing."),
    "place-chosen": gettext_noop("%(place)s."),
    "place-less": gettext_noop("%(place)s; the assessment says %(proposed)s."),
    "place-risk": gettext_noop(
        "%(place)s; a beta-blocker, cardiac disease or a low FEV1 is a high risk: intensive care."
    ),
    "place-not-proposed": gettext_noop("%(place)s: cannot be judged, a place in the assessment is missing."),
    "place-other": gettext_noop("%(place)s; the assessment says %(proposed)s."),
    "place-proposed": gettext_noop("%(place)s, as the assessment says."),
    "nurses-missing": gettext_noop("Cannot be judged: the number of patients for one nurse is missing."),
    "nurses-one": gettext_noop("One nurse to one patient."),
    "nurses-high-risk": gettext_noop("One nurse to %(number)s patients; at high risk one nurse has one patient."),
    "nurses-many": gettext_noop(
        "One nurse to %(number)s patients; a day hospital, too, gives one nurse to one patient."
    ),
    "allergist-missing": gettext_noop("Cannot be judged: whether an allergist is within reach is missing."),
    "allergist-present": gettext_noop("Within 3\u00a0minutes, and present at the first dose."),
    "allergist-within": gettext_noop("Within 3\u00a0minutes, but not present at the first dose."),
    "allergist-far": gettext_noop("No allergist is within 3\u00a0minutes."),
    "separate-days-missing": gettext_noop("Cannot be judged: the date is missing."),
    "separate-days-same": gettext_noop("Another protocol is released for %(day)s: %(drugs)s."),
    "separate-days-next": gettext_noop("%(drug)s is released for %(day)s: see that 24 h lie between the two."),
    "separate-days-none": gettext_noop("No other protocol is released for this day or the next to it."),
}

#: Values of these sentences that are words.
WORDED = frozenset({"place", "proposed", "way"})
WORDS = {
    "intensive care": gettext_noop("intensive care"),
    "day hospital": gettext_noop("day hospital"),
    "ward": gettext_noop("ward"),
    "desensitization": gettext_noop("desensitization"),
    "graded challenge": gettext_noop("graded challenge"),
    "regular infusion": gettext_noop("regular infusion"),
    "avoid": gettext_noop("avoid: an equally good alternative exists"),
    "contraindicated": gettext_noop("contraindicated"),
}
