"""The skin tests of the file."""

from typing import get_args

from desens.numbers.fields import Fields
from desens.numbers.quantity import AMOUNT_UNITS
from reactions.assess.sections import entries, flag, section, wheal, zero_or_more
from reactions.assess.washout_reader import read_washouts
from reactions.rules.skin_test_input import Delayed, Kind, Reading, SkinTests

SKIN_TESTS = ("days_after_reaction", "washouts", "controls", "readings")
READING = ("concentration", "unit", "wheal_mm", "erythema_mm", "initial_mm", "control_mm", "delayed")
UNITS = (*(f"{unit}/mL" for unit in AMOUNT_UNITS), "mM")
KINDS: tuple[Kind, ...] = get_args(Kind)


def read_skin_tests(data: object) -> SkinTests:
    """The section `skin_tests`."""
    fields = section(data, where="skin_tests", optional=SKIN_TESTS)
    controls = section(
        fields.value("controls") if "controls" in fields else {},
        where="skin_tests, controls",
        optional=("histamine_mm", "negative_mm"),
    )
    washouts = read_washouts(entries(fields, "washouts"), where="skin_tests, washouts")
    return SkinTests(
        readings=tuple(
            _reading(entry, where=f"skin_tests, readings entry {number}")
            for number, entry in enumerate(entries(fields, "readings", empty=False), start=1)
        ),
        histamine=wheal(controls, "histamine_mm"),
        negative=wheal(controls, "negative_mm"),
        days_after_reaction=zero_or_more(fields, "days_after_reaction"),
        washouts=washouts if "washouts" in fields else None,
    )


def _reading(data: object, *, where: str) -> Reading:
    fields = section(data, where=where, required=("kind",), optional=READING)
    return Reading(
        kind=fields.choice("kind", KINDS),
        wheal=wheal(fields, "wheal_mm"),
        erythema_mm=zero_or_more(fields, "erythema_mm"),
        initial=wheal(fields, "initial_mm"),
        control=wheal(fields, "control_mm"),
        delayed=tuple(
            _delayed(entry, where=f"{where}, delayed entry {number}")
            for number, entry in enumerate(entries(fields, "delayed"), start=1)
        ),
        concentration=fields.figure_if_given("concentration"),
        unit=_unit(fields),
    )


def _unit(fields: Fields) -> str:
    return fields.choice("unit", UNITS) if "unit" in fields else ""


def _delayed(data: object, *, where: str) -> Delayed:
    fields = section(data, where=where, required=("hours", "infiltrated"), optional=())
    return Delayed(hours=fields.figure("hours"), infiltrated=flag(fields, "infiltrated") is True)
