"""Medicines and conditions as people write them, to the codes that the rules know.

The classes are those of patients/background/medicines.yaml. Names are international nonproprietary names; what is not
here is not dropped: the answer says that the rules do not know it.
"""

from collections.abc import Mapping
from types import MappingProxyType

_MEDICINES = {
    "beta-blocker": "beta-blockers betablocker betablockers propranolol metoprolol "
    " bisoprolol atenolol carvedilol nebivolol labetalol sotalol nadolol timolol",
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
    "cardiac-failure cardiovascular-disease cardiac-risk arrhythmia atrial-fibrillation uncontrolled-cardiac-disease",
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
