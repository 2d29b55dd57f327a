"""Reading the solutions that single doses are measured from."""

from fractions import Fraction

from desens.numbers.fields import ContentError, Fields
from protocols.engine.entries import MOST_SOLUTIONS
from protocols.engine.intervals.specification import DoseSolution

_MEASURES = ("concentration", "amount", "dilution")


def read_dose_solutions(fields: Fields, target_dose: Fraction) -> tuple[DoseSolution, ...]:
    """The key `solutions`, empty where it is absent.

    A concentration alone is enough. With `volume_ml`: an amount (`full` is the target), or a dilution, which is
    counted from the target in the volume of the solution that the last measured dose uses (contracts.md 1).
    """
    if "solutions" not in fields:
        return ()
    entries = [
        Fields(entry, where=f"solutions entry {n}", required=("number",), optional=("volume_ml", *_MEASURES))
        for n, entry in enumerate(fields.entries("solutions", most=MOST_SOLUTIONS), start=1)
    ]
    last = _last_used(fields, entries)
    solutions = tuple(_read_solution(entry, last, target_dose) for entry in entries)
    numbers = [solution.number for solution in solutions]
    for position, number in enumerate(numbers, start=1):
        if number in numbers[: position - 1]:
            raise ContentError(
                key=f"solutions entry {position}, number", expected=f"each number once, but {number} stands twice"
            )
    return solutions


def _last_used(fields: Fields, entries: list[Fields]) -> Fields:
    """The solution of the last dose that names one; the last listed where none does."""
    doses = fields.value("doses")
    named = [dose["solution"] for dose in doses if "solution" in dose] if _are_mappings(doses) else []
    used = [entry for entry in entries if named and entry.value("number") == named[-1]]
    return used[0] if used else entries[-1]


def _are_mappings(entries: object) -> bool:
    return isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)


def _read_solution(fields: Fields, last: Fields, target_dose: Fraction) -> DoseSolution:
    given = [measure for measure in _MEASURES if measure in fields]
    if len(given) != 1:
        raise fields.error("concentration", f"exactly one of {', '.join(_MEASURES)}, not {len(given)} of them")
    volume_ml = fields.figure_if_given("volume_ml")
    return DoseSolution(
        number=fields.whole("number"),
        concentration=_concentration(fields, last, volume_ml, target_dose),
        volume_ml=volume_ml,
    )


def _concentration(fields: Fields, last: Fields, volume_ml: Fraction | None, target_dose: Fraction) -> Fraction:
    if "concentration" in fields:
        return fields.figure("concentration")
    if "dilution" in fields:
        if "volume_ml" not in last:
            raise last.error(
                "volume_ml", "a value, since a dilution is counted from the volume of the last solution used"
            )
        return target_dose / last.figure("volume_ml") / fields.figure("dilution")
    if volume_ml is None:
        raise fields.error("volume_ml", "a value, since an amount alone gives no concentration")
    amount = fields.figure_or_choice("amount", ("full",))
    return (amount if isinstance(amount, Fraction) else target_dose) / volume_ml
