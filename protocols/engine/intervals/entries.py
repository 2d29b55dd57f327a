"""Reading the doses, and whether solution, volume, dose and interval agree."""

from desens.numbers.fields import Fields
from protocols.engine.entries import MOST_STEPS
from protocols.engine.intervals.specification import DoseSolution, SingleDose

_KEYS = ("solution", "volume_ml", "dose", "minutes_after_previous")


def read_doses(
    fields: Fields, solutions: tuple[DoseSolution, ...], interval: int | None, *, most_minutes: int
) -> tuple[SingleDose, ...]:
    """The key `doses`; without a common interval every dose but the first states its own, in minutes."""
    by_number = {solution.number: solution for solution in solutions}
    doses = []
    for number, entry in enumerate(fields.entries("doses", most=MOST_STEPS), start=1):
        own = Fields(entry, where=f"doses entry {number}", required=(), optional=_KEYS)
        given = "minutes_after_previous" in own
        if number == 1 and given:
            raise own.error("minutes_after_previous", "no such key, since no dose comes before the first")
        if number > 1 and not given and interval is None:
            raise own.error("minutes_after_previous", "a value, since interval_minutes is missing too")
        minutes = own.whole("minutes_after_previous", most=most_minutes) if given else None
        doses.append(_read_dose(own, by_number, minutes))
    return tuple(doses)


def _read_dose(fields: Fields, solutions: dict[int, DoseSolution], minutes: int | None) -> SingleDose:
    single = SingleDose(
        solution=fields.whole("solution") if "solution" in fields else None,
        volume_ml=fields.figure_if_given("volume_ml"),
        dose=fields.figure_if_given("dose"),
        minutes_after_previous=minutes,
    )
    if single.solution is None:
        if single.volume_ml is not None:
            raise fields.error("solution", "a solution's number, since volume_ml is stated")
        if single.dose is None:
            raise fields.error("dose", "a solution with volume_ml or dose, or a dose alone")
        return single
    if single.solution not in solutions:
        listed = ", ".join(map(str, solutions)) or "none is stated"
        raise fields.error("solution", f"a solution's number ({listed}), not {single.solution}")
    if single.volume_ml is None and single.dose is None:
        raise fields.error("volume_ml", "volume_ml or dose beside the solution")
    concentration = solutions[single.solution].concentration
    if single.volume_ml and single.dose and single.volume_ml * concentration != single.dose:
        raise fields.error("dose", "volume_ml x concentration, which the three given do not meet")
    return single
