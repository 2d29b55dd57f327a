"""Medicines and conditions as people write them, to the codes that the rules know.

The classes are those of patients/background/medicines.yaml. Names are international nonproprietary names, alone or
before a dose, a salt or a partner: "bisoprolol 2.5 mg", "metoprolol succinate", "bisoprolol/hctz". What is not here is
not dropped: the answer says that the rules do not know it.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_MEDICINES = {
    "beta-blocker": "beta-blockers betablocker betablockers propranolol metoprolol "
    "bisoprolol atenolol carvedilol nebivolol labetalol sotalol nadolol timolol "
    "acebutolol betaxolol celiprolol esmolol pindolol",
    "ace-inhibitor": "ace-inhibitors "
    "enalapril lisinopril ramipril perindopril captopril benazepril quinapril fosinopril trandolapril",
    "antihistamine-first": "diphenhydramine chlorpheniramine chlorphenamine dexchlorpheniramine hydroxyzine "
    "cyproheptadine promethazine clemastine pheniramine doxylamine meclizine",
    "antihistamine-second": "cetirizine levocetirizine loratadine desloratadine fexofenadine bilastine ebastine "
    "rupatadine mizolastine azelastine",
    "h2-blocker": "famotidine ranitidine cimetidine nizatidine",
    "tricyclic": "amitriptyline nortriptyline imipramine clomipramine doxepin desipramine",
    "benzodiazepine": "diazepam lorazepam alprazolam clonazepam midazolam oxazepam bromazepam temazepam",
    "topical-corticosteroid": "",
    "systemic-corticosteroid": "prednisone prednisolone methylprednisolone dexamethasone hydrocortisone betamethasone",
    "omalizumab": "omalizumab",
    "anticoagulant": "warfarin heparin enoxaparin apixaban rivaroxaban dabigatran edoxaban",
    "nsaid": "aspirin acetylsalicylic-acid ibuprofen naproxen diclofenac ketorolac celecoxib",
    "montelukast": "montelukast zafirlukast",
    "ssri": "fluoxetine sertraline citalopram escitalopram paroxetine fluvoxamine",
}
_CONDITIONS = {
    "asthma": "",
    "uncontrolled-asthma": "unstable-asthma severe-asthma asthma-uncontrolled",
    "cardiac-disease": "cardiac heart-disease heart-failure coronary-artery-disease ischemic-heart-disease "
    "ischaemic-heart-disease coronary-heart-disease coronary-disease myocardial-infarction angina cardiomyopathy "
    "cardiac-failure cardiovascular-disease cardiac-risk arrhythmia atrial-fibrillation uncontrolled-cardiac-disease "
    "coronary-sclerosis coronary-stenosis cad chd ischemic-cardiomyopathy ischemic-cardiac-disease heart-attack "
    "angina-pectoris stable-angina unstable-angina congestive-heart-failure aortic-stenosis severe-aortic-stenosis "
    "aortic-valve-stenosis mitral-stenosis mitral-regurgitation aortic-regurgitation valvular-heart-disease",
    "mastocytosis": "systemic-mastocytosis",
    "raised-tryptase": "",
    "hemodynamic-instability": "hemodynamically-unstable",
    "pregnancy": "pregnant",
    "nsaid-hypersensitivity": "aerd",
    "polyoxyl-castor-oil": "",
    "polysorbate": "",
    "macrogol": "",
    "other-excipient": "",
}


def _by_name(names: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({name: code for code, listed in names.items() for name in (code, *listed.split())})


MEDICINES, CONDITIONS = _by_name(_MEDICINES), _by_name(_CONDITIONS)


def normalized(text: str) -> str:
    """Small letters and hyphens: "Beta blocker" and "beta_blocker" are beta-blocker."""
    return "-".join(text.lower().replace("_", " ").replace("-", " ").split())


#: What acts where it is put, not as the class of its name does; drops of a beta-blocker do act on the whole body.
_LOCAL = frozenset(
    {"cream", "creme", "ointment", "gel", "lotion", "patch", "foam", "drops", "nasal", "spray"}
    | {"inhaler", "inhaled", "topical"}
)


def known_medicine(text: str) -> tuple[str, str] | None:
    """The name that the rules know and its code: the whole, or the longest name that any partner of it begins with."""
    for partner in (text, *re.split(r"[/+,]", text)):
        words = normalized(partner).split("-")
        for count in range(len(words), 0, -1):
            name = "-".join(words[:count])
            code = MEDICINES.get(name)
            if code and (code == "beta-blocker" or not _LOCAL & set(words[count:])):
                return name, code
    return None


def known_condition(text: str) -> tuple[str, str] | None:
    """The name that the rules know and its code: the whole, as it is listed."""
    code = CONDITIONS.get(normalized(text))
    return (normalized(text), code) if code else None
