"""What the unit's settings say about orders where the prescriber says nothing."""

from fractions import Fraction

from desens.unit.definitions.premedication import MONITORING_MINUTES, OBSERVATION_OF_DRUGS
from desens.unit.definitions.schedules import OBSERVATION_H, PREMEDICATION
from desens.unit.selectors import UnitSettings
from drugs.names import drug_key
from protocols.ordering.choice import NONE, TEMPLATE


def unit_set(unit: UnitSettings) -> str:
    """The key of what a new protocol's premedication is taken from."""
    return TEMPLATE if unit[PREMEDICATION] == "template" else NONE


def observation_h(unit: UnitSettings, drug: str) -> Fraction:
    """For how many hours after the last step: the time for the drug where the unit set one, else that for all."""
    named = {drug_key(row.drug): row.hours for row in unit[OBSERVATION_OF_DRUGS]}
    return named.get(drug_key(drug), unit[OBSERVATION_H])


def times_of(unit: UnitSettings, drug: str) -> dict[str, Fraction]:
    """How often the patient is looked at, in minutes, and for how many hours afterwards."""
    return {"monitoring_minutes": unit[MONITORING_MINUTES], "observation_h": observation_h(unit, drug)}
