"""Where published thresholds for reactions and tests differ (clinical.md 13). The record keeps which was used."""

from fractions import Fraction

from desens.unit.definitions.definition import Definition, Group, Mark
from desens.unit.kinds import Choice, Number
from desens.unit.words import _

_REACTION = _("grades, anaphylaxis and assessment of a reaction")
_SKIN_TESTS = _("plan and reading of skin tests")
_TRYPTASE = _("tryptase among a patient's samples")

IMMEDIATE_WITHIN_H = Definition(
    key="immediate-reaction",
    title=_("A reaction is immediate within"),
    kind=Choice(options={"1": _("1 h"), "6": _("6 h")}),
    default="6",
    source=_("Two sources differ, 1 h and 6 h; the longer misses no immediate reaction"),
    mark=Mark.FOUND,
    used_in=_REACTION,
)
HYPOTENSION = Definition(
    key="hypotension",
    title=_("Systolic pressure of an adult that makes a reaction severe"),
    kind=Choice(options={"below": _("below 90 mmHg"), "at-most": _("90 mmHg or below")}),
    default="below",
    source=_("Brown 2004: below 90 mmHg; Picard 2016, for taxanes: 90 mmHg or below"),
    mark=Mark.FOUND,
    used_in=_REACTION,
)
TRYPTASE_WINDOW_H = Definition(
    key="tryptase-window",
    title=_("An acute tryptase sample counts up to"),
    kind=Choice(options={"4": _("4 h"), "6": _("6 h")}),
    default="4",
    source=_("Best from 15 min to 3 h, accepted to 4 h (usz.ch); others to 6 h"),
    mark=Mark.FOUND,
    used_in=_TRYPTASE,
)
TRYPTASE_RULE = Definition(
    key="tryptase-rule",
    title=_("Tryptase has risen when it is"),
    kind=Choice(
        options={
            "twenty-percent": _("1.2 times the baseline + 2 ng/mL"),
            "ratio": _("1.685 times the baseline"),
        }
    ),
    default="twenty-percent",
    source=_("Valent 2019: 1.2 times + 2; PMID 34425177: 1.685 times, more specific in mastocytosis"),
    mark=Mark.FOUND,
    used_in=_TRYPTASE,
)
TRYPTASE_AT_THRESHOLD = Definition(
    key="tryptase-at-threshold",
    title=_("Tryptase exactly at the threshold"),
    kind=Choice(options={"risen": _("counts as risen"), "not-risen": _("does not count as risen")}),
    default="risen",
    source=_("Valent 2019 prints “at least”, the WAO table “more than”"),
    mark=Mark.FOUND,
    used_in=_TRYPTASE,
)
FEV1_PERCENT = Definition(
    key="fev1",
    title=_("FEV1 below which the risk is high"),
    kind=Choice(options={"70": _("70 % of predicted"), "80": _("80 % of predicted")}),
    default="80",
    source=_("Brigham: 80 % (to intensive care); ENDA 2010 and aspirin desensitization: 70 %"),
    mark=Mark.FOUND,
    used_in=_("medicines and risk factors of a patient"),
)
H1_WASHOUT_DAYS = Definition(
    key="h1-washout",
    title=_("Antihistamine stopped before skin tests"),
    kind=Number(unit="days", least=Fraction(2), greatest=Fraction(14), whole=True),
    default=Fraction(7),
    source=_("Sources differ from 2 to 7 days (PMC7286723, PMC6125052); the longer is the default"),
    mark=Mark.FOUND,
    used_in=_("medicines and risk factors of a patient"),
)
INTRADERMAL_MM = Definition(
    key="intradermal-growth",
    title=_("An intradermal test is positive when the wheal grows by"),
    kind=Number(unit="mm", least=Fraction(3), greatest=Fraction(5)),
    default=Fraction(3),
    source=_("Brockow 2002 and 2013: 3 mm; some centres use 5 mm"),
    mark=Mark.KNOWN,
    used_in=_SKIN_TESTS,
)
OXALIPLATIN_STRENGTH = Definition(
    key="oxaliplatin-strength",
    title=_("Skin tests with oxaliplatin"),
    kind=Choice(
        options={
            "s2k": _("prick 1 mg/mL, intradermal 0.1 mg/mL"),
            "eaaci": _("prick 5 mg/mL, intradermal 0.05, 0.5 and 5 mg/mL"),
        }
    ),
    default="s2k",
    source=_("German S2k guideline 2015 (PMC4479479); EAACI 2022 is stronger, remembered and not yet verified"),
    mark=Mark.VERIFY,
    used_in=_SKIN_TESTS,
)
CEPHALOSPORIN_STRENGTH = Definition(
    key="cephalosporin-strength",
    title=_("Skin tests with cephalosporins"),
    kind=Choice(options={"2": _("2 mg/mL"), "20": _("20 mg/mL, cefepime 2 mg/mL")}),
    default="2",
    source=_("German S2k guideline 2015 (PMC4479479): 2 mg/mL; ENDA 2020: 20 mg/mL, not yet verified"),
    mark=Mark.VERIFY,
    used_in=_SKIN_TESTS,
)

JUDGING = Group(
    title=_("Judging reactions and tests"),
    definitions=(
        IMMEDIATE_WITHIN_H,
        HYPOTENSION,
        TRYPTASE_WINDOW_H,
        TRYPTASE_RULE,
        TRYPTASE_AT_THRESHOLD,
        FEV1_PERCENT,
        H1_WASHOUT_DAYS,
        INTRADERMAL_MM,
        OXALIPLATIN_STRENGTH,
        CEPHALOSPORIN_STRENGTH,
    ),
)
