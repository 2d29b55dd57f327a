"""What was given for a reaction: the codes of contracts.md 4, and the others that the scales ask for.

Which treatment is oral, parenteral or urgent decides CTCAE v5 grades; a topical or an inhaled one is not systemic.
"""

from collections.abc import Mapping
from types import MappingProxyType

from desens.numbers.marking import gettext_noop

#: Treatment codes with their names, in the order in which the form shows them.
TREATMENTS: Mapping[str, str] = MappingProxyType(
    {
        "epinephrine-im": gettext_noop("epinephrine IM"),
        "oxygen": gettext_noop("oxygen"),
        "oxygen-below-40-percent": gettext_noop("oxygen below 40 %"),
        "oxygen-40-percent": gettext_noop("oxygen at 40 % or more"),
        "fluids-iv": gettext_noop("fluids IV"),
        "antihistamine-iv": gettext_noop("antihistamine IV"),
        "antihistamine-im": gettext_noop("antihistamine IM"),
        "antihistamine-oral": gettext_noop("antihistamine oral"),
        "corticosteroid-iv": gettext_noop("corticosteroid IV"),
        "corticosteroid-oral": gettext_noop("corticosteroid oral"),
        "corticosteroid-topical": gettext_noop("corticosteroid topical"),
        "montelukast-oral": gettext_noop("montelukast oral"),
        "bronchodilator-inhaled": gettext_noop("bronchodilator inhaled"),
        "epinephrine-inhaled": gettext_noop("epinephrine inhaled"),
        "acetaminophen": gettext_noop("acetaminophen"),
        "nsaid": gettext_noop("NSAID"),
        "opioid": gettext_noop("opioid"),
        "antiemetic": gettext_noop("antiemetic"),
        "tocilizumab": gettext_noop("tocilizumab"),
        "epinephrine-iv": gettext_noop("epinephrine IV"),
        "vasopressor": gettext_noop("another vasopressor"),
        "atropine": gettext_noop("atropine"),
        "glucagon": gettext_noop("glucagon"),
        "ventilation": gettext_noop("intubation or ventilation"),
        "cpr": gettext_noop("cardiopulmonary resuscitation"),
    }
)

#: Given by mouth. Acetaminophen, NSAID, opioid and antiemetic have no route in their code and are taken as oral.
ORAL = frozenset(
    {
        "antihistamine-oral",
        "corticosteroid-oral",
        "montelukast-oral",
        "acetaminophen",
        "nsaid",
        "opioid",
        "antiemetic",
    }
)

#: Oxygen at whatever concentration.
OXYGEN = frozenset({"oxygen", "oxygen-below-40-percent", "oxygen-40-percent"})

#: An infused drug that holds the pressure.
PRESSORS = frozenset({"epinephrine-iv", "vasopressor"})

#: Given where life is in danger: what CTCAE calls "urgent intervention".
URGENT = frozenset({"epinephrine-im", "epinephrine-iv", "vasopressor", "glucagon", "ventilation", "cpr"})

#: Into a vein or a muscle; CTCAE says "IV" and "parenteral intervention".
PARENTERAL = frozenset(
    {
        "epinephrine-im",
        "epinephrine-iv",
        "fluids-iv",
        "antihistamine-iv",
        "antihistamine-im",
        "corticosteroid-iv",
        "tocilizumab",
        "vasopressor",
        "atropine",
        "glucagon",
    }
)

#: Acts on the whole body, by whatever route.
SYSTEMIC = ORAL | PARENTERAL
