"""The signs of a reaction by organ system: the codes of contracts.md 4, in the order in which the form shows them."""

from collections.abc import Mapping
from types import MappingProxyType

from desens.numbers.marking import gettext_noop

#: Organ systems, as columns of the form.
SYSTEMS: Mapping[str, str] = MappingProxyType(
    {
        "skin": gettext_noop("Skin and mucosa"),
        "airway": gettext_noop("Upper airway"),
        "breathing": gettext_noop("Breathing"),
        "circulation": gettext_noop("Circulation"),
        "gut": gettext_noop("Gut"),
        "neurological": gettext_noop("Neurological"),
        "constitutional": gettext_noop("Constitutional"),
        "pain": gettext_noop("Pain"),
        "delayed": gettext_noop("Delayed and severe skin, organs"),
    }
)

#: Sign codes with their names, by system.
SIGNS_BY_SYSTEM: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "skin": {
            "urticaria": gettext_noop("urticaria"),
            "generalized-erythema": gettext_noop("generalized erythema"),
            "localized-erythema": gettext_noop("localized erythema"),
            "palmoplantar-erythema": gettext_noop("palmoplantar erythema"),
            "flushing": gettext_noop("flushing"),
            "pruritus": gettext_noop("pruritus"),
            "facial-pruritus": gettext_noop("facial pruritus"),
            "palmoplantar-pruritus": gettext_noop("palmoplantar pruritus"),
            "angioedema": gettext_noop("angioedema"),
            "periorbital-edema": gettext_noop("periorbital edema"),
            "lip-edema": gettext_noop("lip edema"),
            "tongue-edema": gettext_noop("tongue edema"),
            "facial-edema": gettext_noop("facial edema"),
        },
        "airway": {
            "throat-itch": gettext_noop("itchy throat"),
            "throat-tightness": gettext_noop("throat tightness"),
            "laryngeal-edema": gettext_noop("laryngeal edema"),
            "hoarseness": gettext_noop("hoarseness"),
            "odynophagia": gettext_noop("odynophagia"),
            "stridor": gettext_noop("stridor"),
            "rhinitis": gettext_noop("rhinitis"),
        },
        "breathing": {
            "dyspnea": gettext_noop("dyspnea"),
            "cough": gettext_noop("cough"),
            "wheeze": gettext_noop("wheeze"),
            "bronchospasm": gettext_noop("bronchospasm"),
            "chest-tightness": gettext_noop("chest tightness"),
            "hypoxia": gettext_noop("hypoxia"),
            "cyanosis": gettext_noop("cyanosis"),
            "respiratory-arrest": gettext_noop("respiratory arrest"),
        },
        "circulation": {
            "hypotension": gettext_noop("hypotension"),
            "hypertension": gettext_noop("hypertension"),
            "tachycardia": gettext_noop("tachycardia"),
            "bradycardia": gettext_noop("bradycardia"),
            "arrhythmia": gettext_noop("arrhythmia"),
            "shock": gettext_noop("shock"),
            "cardiac-arrest": gettext_noop("cardiac arrest"),
        },
        "gut": {
            "nausea": gettext_noop("nausea"),
            "vomiting": gettext_noop("vomiting"),
            "abdominal-pain": gettext_noop("abdominal pain"),
            "diarrhea": gettext_noop("diarrhea"),
        },
        "neurological": {
            "dizziness": gettext_noop("dizziness"),
            "presyncope": gettext_noop("presyncope"),
            "syncope": gettext_noop("syncope"),
            "collapse": gettext_noop("collapse"),
            "loss-of-consciousness": gettext_noop("loss of consciousness"),
            "altered-consciousness": gettext_noop("altered consciousness"),
            "confusion": gettext_noop("confusion"),
            "incontinence": gettext_noop("incontinence"),
            "seizure": gettext_noop("seizure"),
            "neuropathy": gettext_noop("neuropathy"),
        },
        "constitutional": {
            "fever": gettext_noop("fever"),
            "chills": gettext_noop("chills"),
            "rigors": gettext_noop("rigors"),
            "diaphoresis": gettext_noop("diaphoresis"),
            "pallor": gettext_noop("pallor"),
            "malaise": gettext_noop("malaise"),
        },
        "pain": {
            "chest-pain": gettext_noop("chest pain"),
            "back-pain": gettext_noop("back pain"),
            "pelvic-pain": gettext_noop("pelvic pain"),
            "headache": gettext_noop("headache"),
            "myalgia": gettext_noop("myalgia"),
            "arthralgia": gettext_noop("arthralgia"),
        },
        "delayed": {
            "maculopapular-rash": gettext_noop("maculopapular rash"),
            "erythema-multiforme": gettext_noop("erythema multiforme"),
            "blisters": gettext_noop("blisters"),
            "mucosal-erosions": gettext_noop("mucosal erosions"),
            "skin-detachment": gettext_noop("skin detachment"),
            "pustules": gettext_noop("pustules"),
            "purpura": gettext_noop("purpura"),
            "lymphadenopathy": gettext_noop("lymphadenopathy"),
            "eosinophilia": gettext_noop("eosinophilia"),
            "immune-hepatitis": gettext_noop("immune hepatitis"),
            "immune-nephritis": gettext_noop("immune nephritis"),
            "immune-cytopenia": gettext_noop("immune cytopenia"),
        },
    }
)

#: Every sign code with its name.
SIGNS: Mapping[str, str] = MappingProxyType(
    {code: name for signs in SIGNS_BY_SYSTEM.values() for code, name in signs.items()}
)
