"""What to do when the patient reacts."""

from fractions import Fraction

from desens.unit.definitions.definition import Definition, Group, Mark
from desens.unit.kinds import Choice, Number, Texts
from desens.unit.words import _

_RESCUE = _("emergency box of the nursing sheet")

STOP_RULES = Definition(
    key="stop-rules",
    title=_("Stop rules"),
    kind=Texts(most=8),
    default=(
        _(
            "Any sign of breathing, blood pressure, gut, dizziness or fainting: "
            "STOP, clamp, disconnect at the hub, call."
        ),
        _("Epinephrine IM first, then oxygen and fluids, then antihistamine and corticosteroid."),
        _("Skin signs only: pause, call, treat; the allergist decides how to go on."),
        _("Never flush the line toward the patient during a reaction: it holds drug."),
    ),
    source=_("A choice of this program: a Brown 2 or 3 sign or an anaphylaxis criterion stops, skin alone pauses"),
    mark=Mark.OWN,
    used_in=_("orders of a protocol, nursing sheet"),
)
STOP_RULES_OF_DOSES = Definition(
    key="stop-rules-of-doses",
    title=_("Stop rules of doses by mouth or under the skin"),
    kind=Texts(most=8),
    default=(
        _("Any sign of breathing, blood pressure, gut, dizziness or fainting: STOP, give no further dose, call."),
        _("Epinephrine IM first, then oxygen and fluids, then antihistamine and corticosteroid."),
        _("Skin signs only: give no further dose, call, treat; the allergist decides how to go on."),
        _("Fever, blisters, peeling skin, sores of mouth, eyes or genitals: STOP until the allergist has seen it."),
    ),
    source=_(
        "A choice of this program, as the stop rules of infusions; blisters, peeling and sores are signs of reactions "
        "in which nobody is desensitized (globalrph, UpToDate, eviQ 3039)"
    ),
    mark=Mark.OWN,
    used_in=_("orders of a protocol of doses, nursing sheet of doses"),
)
RESUMING = Definition(
    key="resuming",
    title=_("After a mild reaction has resolved, go on at"),
    kind=Choice(options={"same": _("the same step"), "one": _("one step back"), "two": _("two steps back")}),
    default="same",
    source=_("UpToDate: repeat the same step; Horizon Health: 1 to 2 steps back"),
    mark=Mark.FOUND,
)
CHILD_BELOW_YEARS = Definition(
    key="epinephrine-child-age",
    title=_("For epinephrine, a child is below the age of"),
    kind=Number(unit="years", least=Fraction(6), greatest=Fraction(18), whole=True),
    default=Fraction(12),
    source=_("WAO 2020 sets 0.3 mg for children and names no age; 12 years is a choice of this program"),
    mark=Mark.OWN,
    used_in=_RESCUE,
)
ADULT_MAXIMUM_MG = Definition(
    key="epinephrine-adult-maximum",
    title=_("Largest dose of epinephrine IM for an adult"),
    kind=Choice(options={"0.5": _("0.5 mg"), "0.3": _("0.3 mg")}),
    default="0.5",
    source=_("WAO 2020: 0.5 mg; desensitization orders of the United States: 0.3 mg (UpToDate, Horizon Health)"),
    mark=Mark.KNOWN,
    used_in=_RESCUE,
)
GLUCAGON = Definition(
    key="glucagon-rate",
    title=_("Glucagon infusion on a beta-blocker, after 1 to 5 mg IV over 5 min"),
    kind=Choice(options={"mcg-min": _("5 to 15 mcg/min"), "mg-h": _("1 to 5 mg/h")}),
    default="mcg-min",
    source=_("Practice parameter: 5 to 15 mcg/min; IDWiki prints 1 to 5 mg/h, three to six times as much"),
    mark=Mark.KNOWN,
    used_in=_("orders of a protocol, emergency box of the nursing sheet"),
)

EMERGENCY = Group(
    title=_("Reactions during a desensitization"),
    definitions=(STOP_RULES, STOP_RULES_OF_DOSES, RESUMING, CHILD_BELOW_YEARS, ADULT_MAXIMUM_MG, GLUCAGON),
)
