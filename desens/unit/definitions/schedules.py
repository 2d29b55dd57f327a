"""How protocols are written and given."""

from fractions import Fraction

from desens.unit.definitions.definition import Definition, Group, Mark
from desens.unit.kinds import Choice, Number, Text
from desens.unit.words import _

_EDITOR = _("protocol editor")

FINAL_RATE_ML_H = Definition(
    key="final-rate",
    title=_("Final rate that a new protocol starts with"),
    kind=Number(unit="mL/h", least=Fraction(1, 10), greatest=Fraction(1200)),
    default=Fraction(80),
    source=_("Brigham 12-step family: 80 mL/h (Castells, J Allergy Clin Immunol 2008;122:574)"),
    mark=Mark.KNOWN,
    used_in=_EDITOR,
)
RATES = Definition(
    key="lower-rates",
    title=_("When the final rate is changed"),
    kind=Choice(options={"all": _("every rate follows it"), "last": _("the low rates stay, only the last follows")}),
    default="all",
    source=_("Published protocols differ; both are offered in the editor"),
    mark=Mark.FOUND,
    used_in=_EDITOR,
)
FIRST_RATE_ML_H = Definition(
    key="first-rate",
    title=_("Rate at which a bag starts"),
    kind=Choice(options={"2": _("2 mL/h"), "2.5": _("2.5 mL/h")}),
    default="2",
    source=_("Brigham family: 2 mL/h; the atezolizumab case starts its first bags at 2.5 mL/h"),
    mark=Mark.FOUND,
    used_in=_("generic protocols"),
)
LAST_BAG = Definition(
    key="last-bag",
    title=_("Drug given by earlier bags, in the last bag"),
    kind=Choice(
        options={
            "corrected": _("taken off its amount: exactly the target is given"),
            "truncated": _("the infusion ends at the target, the rest is discarded"),
            "neither": _("left in: more than the target is given"),
        }
    ),
    default="corrected",
    source=_("Three published ways; uncorrected, the 12 steps give 100.787 % of the target, which blocks"),
    mark=Mark.FOUND,
    used_in=_("generic protocols"),
)
LINE_PRIMING = Definition(
    key="line-priming",
    title=_("The line is primed with"),
    kind=Choice(
        options={
            "ask": _("stated in each protocol"),
            "solution": _("the drug solution, up to the hub"),
            "diluent": _("diluent"),
        }
    ),
    default="ask",
    source=_("Centres differ; 20 mL of diluent hold back every early step, hence no default"),
    mark=Mark.FOUND,
    used_in=_EDITOR,
)
PREMEDICATION = Definition(
    key="premedication",
    title=_("Premedication"),
    kind=Choice(options={"template": _("as in the template"), "none": _("none beyond the drug's label")}),
    default="template",
    source=_("Most published protocols premedicate; RCUH gives only what the label asks for"),
    mark=Mark.FOUND,
    used_in=_("orders of a protocol"),
)
MONITORING = Definition(
    key="monitoring",
    title=_("Monitoring"),
    kind=Text(required=True),
    default=_("Heart rate, blood pressure, SpO2, temperature and signs before each step"),
    source=_("A choice of this program"),
    mark=Mark.OWN,
    used_in=_("orders of a protocol, nursing sheet"),
)
OBSERVATION_H = Definition(
    key="observation-time",
    title=_("Observation after the last step"),
    kind=Number(unit="h", least=Fraction(1, 2), greatest=Fraction(48)),
    default=Fraction(2),
    source=_("The published cases observe for at least 2 h; one patient reacted 1 h after completion"),
    mark=Mark.FOUND,
    used_in=_("orders of a protocol"),
)
WEIGHT_CHANGE_PERCENT = Definition(
    key="weight-change",
    title=_("Change of weight-based dose that reopens signing"),
    kind=Number(unit="percent", least=Fraction(1), greatest=Fraction(25)),
    default=Fraction(10),
    source=_("A choice of this program"),
    mark=Mark.OWN,
    used_in=_("signing, verifying and releasing a version whose dose was computed from an order"),
)

SCHEDULES = Group(
    title=_("Protocols"),
    definitions=(
        FINAL_RATE_ML_H,
        RATES,
        FIRST_RATE_ML_H,
        LAST_BAG,
        LINE_PRIMING,
        PREMEDICATION,
        MONITORING,
        OBSERVATION_H,
        WEIGHT_CHANGE_PERCENT,
    ),
)
