"""Reading the solutions and the steps of a specification or a template, and whether they fit together."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from desens.numbers.fields import ContentError, Fields
from protocols.engine.specification import AMOUNT_WORDS, DILUENTS, VOLUME_WORDS, Solution, Step

MOST_SOLUTIONS = 20
MOST_STEPS = 200


def read_solutions(fields: Fields, *, volume_ml: Fraction | None = None) -> tuple[Solution, ...]:
    """The key `solutions`; `volume_ml` and the key `diluent` stand in where a solution states none."""
    entries = fields.entries("solutions", most=MOST_SOLUTIONS)
    diluent = read_diluent(fields)
    solutions = [_read_solution(entry, f"solutions entry {n}", volume_ml) for n, entry in enumerate(entries, start=1)]
    return tuple(replace(solution, diluent=solution.diluent or diluent) for solution in solutions)


def read_diluent(fields: Fields) -> str | None:
    """The key `diluent`, a code of DILUENTS; None where it is absent."""
    return fields.choice("diluent", DILUENTS) if "diluent" in fields else None


def read_steps(fields: Fields) -> tuple[Step, ...]:
    """The key `steps`."""
    entries = fields.entries("steps", most=MOST_STEPS)
    return tuple(_read_step(entry, f"steps entry {n}") for n, entry in enumerate(entries, start=1))


def check_together(solutions: tuple[Solution, ...], steps: tuple[Step, ...]) -> None:
    """What no single entry shows: numbers, references, and who may carry the remainder."""
    numbers = [solution.number for solution in solutions]
    for position, number in enumerate(numbers, start=1):
        if number in numbers[: position - 1]:
            raise ContentError(
                key=f"solutions entry {position}, number", expected=f"each number once, but {number} stands twice"
            )
    for position, step in enumerate(steps, start=1):
        if step.solution not in numbers:
            listed = ", ".join(map(str, numbers))
            raise ContentError(
                key=f"steps entry {position}, solution", expected=f"a solution's number ({listed}), not {step.solution}"
            )
    _check_remainder(solutions, steps)


def _check_remainder(solutions: tuple[Solution, ...], steps: tuple[Step, ...]) -> None:
    for position, (solution, _) in enumerate(pairwise(solutions), start=1):
        if solution.amount == "remainder":
            raise ContentError(
                key=f"solutions entry {position}, amount", expected="remainder for the last solution only"
            )
    for position, step in enumerate(steps, start=1):
        if step.volume_ml == "to_target" and solutions[-1].amount == "remainder":
            raise ContentError(
                key=f"steps entry {position}, volume_ml",
                expected="rest or a volume: a remainder meets the target itself",
            )


def _read_solution(data: object, where: str, volume_ml: Fraction | None) -> Solution:
    measures = ("amount", "concentration", "dilution")
    stands_in = ("volume_ml",) if volume_ml is not None else ()
    needed = ("number",) if stands_in else ("number", "volume_ml")
    fields = Fields(data, where=where, required=needed, optional=(*stands_in, *measures, "diluent"))
    given = [measure for measure in measures if measure in fields]
    if len(given) != 1:
        raise fields.error("amount", f"exactly one of amount, concentration and dilution, not {len(given)} of them")
    return Solution(
        number=fields.whole("number"),
        volume_ml=fields.figure_if_given("volume_ml") or volume_ml or fields.figure("volume_ml"),
        amount=fields.figure_or_choice("amount", AMOUNT_WORDS),
        concentration=fields.figure_if_given("concentration"),
        dilution=fields.figure_if_given("dilution"),
        diluent=read_diluent(fields),
    )


def _read_step(data: object, where: str) -> Step:
    fields = Fields(data, where=where, required=("solution",), optional=("rate_ml_h", "minutes", "volume_ml"))
    step = Step(
        solution=fields.whole("solution"),
        rate_ml_h=fields.figure_if_given("rate_ml_h"),
        minutes=fields.figure_if_given("minutes"),
        volume_ml=fields.figure_or_choice("volume_ml", VOLUME_WORDS),
    )
    match step.rate_ml_h, step.minutes, step.volume_ml:
        case Fraction() as rate, Fraction() as minutes, Fraction() as volume if rate * minutes != volume * 60:
            raise fields.error("volume_ml", "rate_ml_h x minutes / 60, which the three given do not meet")
        case Fraction(), Fraction(), str():
            raise fields.error("volume_ml", f"two of rate_ml_h, minutes and volume_ml; {step.volume_ml} is the volume")
        case (None, None, _) | (None, _, None) | (_, None, None):
            raise fields.error("rate_ml_h", "two of rate_ml_h, minutes and volume_ml")
    return step
