"""Computing ordered doses, and how long a bag may be used."""

from desens.unit.definitions.definition import Definition, Group, Mark
from desens.unit.kinds import Choice
from desens.unit.words import _

MINIMUM_CREATININE = Definition(
    key="minimum-creatinine",
    title=_("Lower serum creatinine is computed as"),
    kind=Choice(
        options={
            "none": _("measured"),
            "0.7": _("0.7 mg/dL"),
            "0.8": _("0.8 mg/dL"),
            "1": _("1 mg/dL"),
        }
    ),
    default="none",
    source=_("NCCN: 0.7 mg/dL, others 0.8 and 1 mg/dL; the FDA caps the estimated GFR at 125 mL/min instead"),
    mark=Mark.FOUND,
    used_in=_("target dose by AUC"),
)
DOCETAXEL_H = Definition(
    key="docetaxel-stability",
    title=_("Docetaxel is used after preparation, infusion included, within"),
    kind=Choice(options={"4": _("4 h"), "6": _("6 h")}),
    default="4",
    source=_("Brands differ, 4 h and 6 h; the shorter is the default"),
    mark=Mark.FOUND,
)

DOSES = Group(title=_("Doses and stability"), definitions=(MINIMUM_CREATININE, DOCETAXEL_H))
