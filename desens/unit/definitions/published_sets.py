"""The published sets of premedication (clinical.md 6), row by row, and the standing list of rescue (7.1).

"found": read in the source; "known": from the literature. Of a range the lower end is the dose; ranitidine stands as
it was printed and is replaced where a set is used (protocols.rules.withdrawn).
"""

from fractions import Fraction

from desens.unit.definitions.medicines import UnitPremedication, UnitRescue

_BRIGHAM = "Brigham, platinum (UpToDate; found)"
_RITUXIMAB = "HemOnc, rituximab (found)"
_BURCHES = "Burches (found)"
_IJGC = "IJGC 2019 (found)"
_LABEL = "paclitaxel label (Pfizer; found)"
_RELEASE = "cytokine release (known; doses of the set for rituximab, droracle)"


def _row(
    named: tuple[str, str], drug: str, given: str = "", *, when: int | str = "", reason: str = "", note: str = ""
) -> UnitPremedication:
    """`named` is the set and its source, `given` "25 mg IV" as far as printed, `when` minutes or words."""
    dose, unit, route = (*given.split(), "", "", "")[:3] if given[:1].isdigit() else ("", "", given)
    minutes, moment = (Fraction(when), "") if isinstance(when, int) else (None, when)
    return UnitPremedication(
        set_name=named[0],
        drug=drug,
        dose=Fraction(dose) if dose else None,
        unit=unit,
        route=route,
        minutes_before=minutes,
        moment=moment,
        reason=reason,
        source=f"{named[1]}, {note}" if note else named[1],
    )


_PLATINUM = ("Brigham, platinum", _BRIGHAM)
_MAB = ("HemOnc, rituximab", _RITUXIMAB)
_B = ("Burches", _BURCHES)
_I = ("IJGC 2019", _IJGC)
_P = ("Paclitaxel label", _LABEL)
_R = ("Rituximab", "droracle (found)")
_C = ("Cytokine release", _RELEASE)

PUBLISHED_SETS = (
    _row(_PLATINUM, "diphenhydramine", "25 mg IV", when=20),
    _row(_PLATINUM, "famotidine", "20 mg IV", when=20),
    _row(("Brigham, flushing", _BRIGHAM), "aspirin", "325 mg PO", when="the night before", reason="flushing"),
    _row(("Brigham, flushing", _BRIGHAM), "aspirin", "325 mg PO", when="in the morning", reason="flushing"),
    _row(("Brigham, respiratory", _BRIGHAM), "montelukast", "10 mg PO", when="the night before", reason="respiratory"),
    _row(("Brigham, respiratory", _BRIGHAM), "montelukast", "10 mg PO", when="in the morning", reason="respiratory"),
    _row(_MAB, "montelukast", "10 mg PO", when=720),
    _row(_MAB, "diphenhydramine", "50 mg IV", when=30),
    _row(_MAB, "famotidine", "20 mg IV", when=30),
    _row(_MAB, "hydrocortisone", "25 mg IV", when=30),
    _row(_B, "dexchlorpheniramine", "5 mg"),
    _row(_B, "ranitidine", "50 mg"),
    _row(_B, "dexamethasone", "8 mg"),
    _row(_B, "metoclopramide", "10 mg"),
    _row(_I, "prednisone", "40 mg PO", when="daily for 3 days before"),
    _row(_I, "montelukast", "10 mg PO", when="daily for 3 days before"),
    _row(_I, "dexamethasone", note="then, with an H1 and an H2 antihistamine; no doses"),
    _row(_P, "dexamethasone", "20 mg PO", when=720),
    _row(_P, "dexamethasone", "20 mg PO", when=360),
    _row(_P, "diphenhydramine", "50 mg IV", when=30, note="30 to 60 min before"),
    _row(_P, "ranitidine", "50 mg IV", when=30, note="or cimetidine 300 mg, 30 to 60 min before"),
    _row(_R, "acetaminophen", "650 mg", when=30, note="650 to 1000 mg"),
    _row(_R, "diphenhydramine", "25 mg", when=30, note="25 to 50 mg"),
    _row(_C, "acetaminophen", "650 mg", when=30, reason="cytokine release"),
    _row(_C, "normal saline", reason="cytokine release"),
    _row(_C, "methylprednisolone", reason="cytokine release"),
)

_HORIZON = "Horizon Health (found)"
_UPTODATE = "UpToDate via IDWiki (found; states no dose)"
STANDING_LIST = (
    UnitRescue(drug="oxygen", dose="", route="inhaled", reason="hypoxia, dyspnea", source=_UPTODATE),
    UnitRescue(drug="normal saline", dose="", route="IV", reason="hypotension", source=_UPTODATE),
    UnitRescue(drug="salbutamol", dose="4 to 8 puffs", route="inhaled", reason="bronchospasm", source=_HORIZON),
    UnitRescue(drug="diphenhydramine", dose="50 mg", route="IV", reason="skin signs", source=_HORIZON),
    UnitRescue(drug="methylprednisolone", dose="125 mg", route="IV", reason="", source=_HORIZON),
)
