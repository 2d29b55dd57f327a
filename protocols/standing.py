"""What the settings of the unit mean for a protocol. A version keeps what it used, and of which revision."""

from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.write import exact_text
from desens.unit.definitions.emergency import (
    ADULT_MAXIMUM_MG,
    CHILD_BELOW_YEARS,
    GLUCAGON,
    STOP_RULES,
    STOP_RULES_OF_DOSES,
)
from desens.unit.definitions.equipment import BAGS, LINES, PUMPS, USUAL_BAG_ML
from desens.unit.definitions.hospital import (
    ALLERGIST_TELEPHONE,
    EMERGENCY_TELEPHONE,
    HOSPITAL_NAME,
    LOGO,
    PATIENTS_EMERGENCY_TELEPHONE,
    UNIT_NAME,
    UNIT_TELEPHONE,
)
from desens.unit.definitions.premedication import (
    ASPIRIN_CLEARANCE,
    ASPIRIN_PLATELETS,
    MONITORING_MINUTES,
    OBSERVATION_OF_DRUGS,
    PREMEDICATION_SETS,
    STANDING_RESCUE,
)
from desens.unit.definitions.schedules import (
    FINAL_RATE_ML_H,
    FIRST_RATE_ML_H,
    LAST_BAG,
    LINE_PRIMING,
    MONITORING,
    OBSERVATION_H,
    PREMEDICATION,
    RATES,
)
from desens.unit.definitions.stock import UnitPump
from desens.unit.selectors import UnitSettings
from protocols.engine import Pump

#: The settings that enter a version by themselves; what only fills in the form stands among the choices.
USED = (
    PUMPS,
    STOP_RULES,
    STOP_RULES_OF_DOSES,
    FIRST_RATE_ML_H,
    LAST_BAG,
    MONITORING,
    OBSERVATION_H,
    OBSERVATION_OF_DRUGS,
    PREMEDICATION,
    PREMEDICATION_SETS,
    STANDING_RESCUE,
    MONITORING_MINUTES,
    ASPIRIN_PLATELETS,
    ASPIRIN_CLEARANCE,
    CHILD_BELOW_YEARS,
    ADULT_MAXIMUM_MG,
    GLUCAGON,
    HOSPITAL_NAME,
    UNIT_NAME,
    UNIT_TELEPHONE,
    EMERGENCY_TELEPHONE,
    PATIENTS_EMERGENCY_TELEPHONE,
    LOGO,
)


def first_choices(unit: UnitSettings, *, telephone: str) -> dict[str, Any]:
    """What a new protocol's form begins with; the line only where the unit always primes it alike."""
    priming = unit[LINE_PRIMING]
    return {
        "pump": unit[PUMPS][0].name,
        "final_rate_ml_h": unit[FINAL_RATE_ML_H],
        "rates": unit[RATES],
        "first_rate": unit[FIRST_RATE_ML_H],
        "last_bag": unit[LAST_BAG],
        "bag_volume_ml": unit[USUAL_BAG_ML],
        "primed_with": "" if priming == "ask" else priming,
        "telephone": telephone or unit[ALLERGIST_TELEPHONE],
    }


def generic_choices(unit: UnitSettings, *, first_rate: str, last_bag: str) -> dict[str, Any]:
    """What generic protocols take: the first rate of a bag in mL/h, and what the last bag holds; "" is the unit's."""
    last_bag = last_bag or unit[LAST_BAG]
    return {
        "first_rate_ml_h": Fraction(first_rate or unit[FIRST_RATE_ML_H]),
        "last_bag": "none" if last_bag == "neither" else last_bag,
    }


def pumps(unit: UnitSettings) -> dict[str, UnitPump]:
    """The unit's pumps by their names."""
    return {pump.name: pump for pump in unit[PUMPS]}


def engine_pump(pump: UnitPump) -> Pump:
    """The pump as the engine takes it."""
    return Pump(
        rate_resolution_ml_h=pump.rate_resolution_ml_h,
        min_rate_ml_h=pump.min_rate_ml_h,
        max_rate_ml_h=pump.max_rate_ml_h,
        min_volume_ml=pump.least_vtbi_ml,
    )


def stock_texts(unit: UnitSettings) -> dict[str, str]:
    """The bags and lines in stock, in a sentence beside the field of each; "" where none is recorded."""
    bags = ", ".join(str(Quantity.of(bag.volume_ml, "mL")) for bag in unit[BAGS])
    lines = "; ".join(f"{line.name}: {Quantity.of(line.dead_volume_ml, 'mL')}" for line in unit[LINES])
    return {
        "bag_volume_ml": _("In stock: %(bags)s") % {"bags": bags},
        "dead_volume_ml": _("In stock: %(lines)s") % {"lines": lines} if lines else "",
    }


def observation_text(hours: Fraction) -> str:
    """For how long the patient is observed."""
    return _("Observe for at least %(time)s after the last step") % {"time": Quantity.of(hours, "h")}


def epinephrine_limits(unit: UnitSettings) -> dict[str, Any]:
    """The unit's own arguments of the epinephrine rule."""
    return {
        "child_below_years": int(unit[CHILD_BELOW_YEARS]),
        "adult_maximum_mg": Fraction(unit[ADULT_MAXIMUM_MG]),
    }


def stored_unit(unit: UnitSettings, pump: UnitPump | None = None) -> dict[str, str]:
    """What the sheet prints of the unit, as flat texts; `logo` names the picture, `pump` is None without one."""
    return {
        "hospital_name": unit[HOSPITAL_NAME],
        "unit_name": unit[UNIT_NAME],
        "telephone": unit[UNIT_TELEPHONE],
        "emergency_telephone": unit[EMERGENCY_TELEPHONE],
        "patients_emergency_telephone": unit[PATIENTS_EMERGENCY_TELEPHONE],
        "logo": unit[LOGO],
    } | ({"least_vtbi_ml": exact_text(pump.least_vtbi_ml)} if pump else {})


def used_revisions(unit: UnitSettings) -> dict[str, int]:
    """The revision of each setting that a version takes; 0 is the default."""
    return {definition.key: unit.revision(definition) for definition in USED}
