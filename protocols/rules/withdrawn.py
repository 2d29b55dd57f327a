"""Medicines that published sets still name and that were withdrawn, with what takes their place.

Ranitidine: "replace ranitidine by famotidine" (clinical.md 6); withdrawn in 2020 for nitrosamines (EMA, FDA; from the
literature). Famotidine 20 mg stands in the Brigham set where others print ranitidine 50 mg; its dose is that one,
whatever was printed of ranitidine.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from desens.numbers.marking import gettext_noop
from protocols.rules.premedication_row import PremedicationRow

INSTEAD = gettext_noop("in place of %(drug)s, withdrawn")


@dataclass(frozen=True, kw_only=True)
class Successor:
    """What is given in place of a withdrawn medicine."""

    drug: str
    dose: Fraction
    unit: str


#: By the normalised name of what was withdrawn.
SUCCESSORS = {"ranitidine": Successor(drug="famotidine", dose=Fraction(20), unit="mg")}


def successor_of(name_keys: frozenset[str]) -> Successor | None:
    """What takes the place of a medicine of these normalised names; None where it was not withdrawn."""
    return next((SUCCESSORS[key] for key in sorted(name_keys) if key in SUCCESSORS), None)


def succeeded(row: PremedicationRow, successor: Successor) -> PremedicationRow:
    """The row with the medicine that is given now; route and time stay."""
    return replace(row, drug=successor.drug, dose=successor.dose, unit=successor.unit)
