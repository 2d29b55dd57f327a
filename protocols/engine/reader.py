"""Reading a specification as contracts.md 0 and 1 have it, from text values (desens.numbers.files.load_file)."""

from fractions import Fraction
from itertools import pairwise
from typing import Literal, cast

from desens.numbers.quantity import AMOUNT_UNITS
from protocols.engine.fields import Fields, SpecificationError
from protocols.engine.specification import DECLARATIONS, Line, Pump, Solution, Specification, Step

MOST_SOLUTIONS = 20
MOST_STEPS = 200


def read_specification(data: object) -> Specification:
    """The specification in `data`; SpecificationError names the key and what was expected."""
    _refuse_other_routes(data)
    fields = Fields(
        data,
        required=("drug", "route", "target_dose", "unit", "solutions", "steps"),
        optional=("declared", "line", "pump"),
    )
    specification = Specification(
        drug=fields.text("drug"),
        route="intravenous",
        target_dose=fields.figure("target_dose"),
        unit=fields.choice("unit", tuple(AMOUNT_UNITS)),
        declared=fields.words("declared", DECLARATIONS),
        solutions=read_solutions(fields),
        steps=read_steps(fields),
        line=read_line(fields.value("line")) if "line" in fields else None,
        pump=read_pump(fields.value("pump")) if "pump" in fields else None,
    )
    check_together(specification.solutions, specification.steps)
    return specification


def read_solutions(fields: Fields, *, volume_ml: Fraction | None = None) -> tuple[Solution, ...]:
    """The key `solutions`; `volume_ml` stands in where a solution states none."""
    entries = fields.entries("solutions", most=MOST_SOLUTIONS)
    return tuple(_read_solution(entry, f"solutions entry {n}", volume_ml) for n, entry in enumerate(entries, start=1))


def read_steps(fields: Fields) -> tuple[Step, ...]:
    """The key `steps`."""
    entries = fields.entries("steps", most=MOST_STEPS)
    return tuple(_read_step(entry, f"steps entry {n}") for n, entry in enumerate(entries, start=1))


def read_line(data: object) -> Line:
    """The key `line`."""
    fields = Fields(
        data, where="line", required=("dead_volume_ml", "primed_with"), optional=("per_solution", "end_flush")
    )
    return Line(
        dead_volume_ml=fields.figure("dead_volume_ml", zero=True),
        primed_with=cast(Literal["diluent", "solution"], fields.choice("primed_with", ("diluent", "solution"))),
        per_solution=fields.flag("per_solution", default=True),
        end_flush=fields.flag("end_flush", default=False),
    )


def read_pump(data: object) -> Pump:
    """The key `pump`."""
    fields = Fields(data, where="pump", required=("rate_resolution_ml_h", "min_rate_ml_h", "max_rate_ml_h"))
    pump = Pump(
        rate_resolution_ml_h=fields.figure("rate_resolution_ml_h"),
        min_rate_ml_h=fields.figure("min_rate_ml_h", zero=True),
        max_rate_ml_h=fields.figure("max_rate_ml_h"),
    )
    if pump.max_rate_ml_h < pump.min_rate_ml_h:
        raise fields.error("max_rate_ml_h", "a rate not below min_rate_ml_h")
    return pump


def check_together(solutions: tuple[Solution, ...], steps: tuple[Step, ...]) -> None:
    """What no single entry shows: numbers, references, and who may carry the remainder."""
    numbers = [solution.number for solution in solutions]
    for position, number in enumerate(numbers, start=1):
        if number in numbers[: position - 1]:
            raise SpecificationError(
                key=f"solutions entry {position}, number", expected=f"each number once, but {number} stands twice"
            )
    for position, step in enumerate(steps, start=1):
        if step.solution not in numbers:
            listed = ", ".join(map(str, numbers))
            raise SpecificationError(
                key=f"steps entry {position}, solution", expected=f"a solution's number ({listed}), not {step.solution}"
            )
    _check_remainder(solutions, steps)


def _check_remainder(solutions: tuple[Solution, ...], steps: tuple[Step, ...]) -> None:
    for position, (solution, _) in enumerate(pairwise(solutions), start=1):
        if solution.amount == "remainder":
            raise SpecificationError(
                key=f"solutions entry {position}, amount", expected="remainder for the last solution only"
            )
    for position, step in enumerate(steps, start=1):
        if step.volume_ml == "to_target" and solutions[-1].amount == "remainder":
            raise SpecificationError(
                key=f"steps entry {position}, volume_ml",
                expected="rest or a volume: a remainder meets the target itself",
            )


def _refuse_other_routes(data: object) -> None:
    if isinstance(data, dict) and data.get("route") in ("oral", "subcutaneous"):
        raise SpecificationError(key="route", expected="intravenous (oral and subcutaneous come with the next version)")
    if isinstance(data, dict) and "route" in data:
        Fields({"route": data["route"]}, required=("route",)).choice("route", ("intravenous", "oral", "subcutaneous"))


def _read_solution(data: object, where: str, volume_ml: Fraction | None) -> Solution:
    measures = ("amount", "concentration", "dilution")
    stands_in = ("volume_ml",) if volume_ml is not None else ()
    needed = ("number",) if stands_in else ("number", "volume_ml")
    fields = Fields(data, where=where, required=needed, optional=(*stands_in, *measures))
    given = [measure for measure in measures if measure in fields]
    if len(given) != 1:
        raise fields.error("amount", f"exactly one of amount, concentration and dilution, not {len(given)} of them")
    return Solution(
        number=fields.whole("number"),
        volume_ml=fields.figure_if_given("volume_ml") or volume_ml or fields.figure("volume_ml"),
        amount=_figure_or_word(fields, "amount", ("full", "remainder")),  # type: ignore[arg-type]
        concentration=fields.figure_if_given("concentration"),
        dilution=fields.figure_if_given("dilution"),
    )


def _read_step(data: object, where: str) -> Step:
    fields = Fields(data, where=where, required=("solution",), optional=("rate_ml_h", "minutes", "volume_ml"))
    step = Step(
        solution=fields.whole("solution"),
        rate_ml_h=fields.figure_if_given("rate_ml_h"),
        minutes=fields.figure_if_given("minutes"),
        volume_ml=_figure_or_word(fields, "volume_ml", ("rest", "to_target")),  # type: ignore[arg-type]
    )
    match step.rate_ml_h, step.minutes, step.volume_ml:
        case Fraction() as rate, Fraction() as minutes, Fraction() as volume if rate * minutes != volume * 60:
            raise fields.error("volume_ml", "rate_ml_h x minutes / 60, which the three given do not meet")
        case Fraction(), Fraction(), str():
            raise fields.error("volume_ml", f"two of rate_ml_h, minutes and volume_ml; {step.volume_ml} is the volume")
        case (None, None, _) | (None, _, None) | (_, None, None):
            raise fields.error("rate_ml_h", "two of rate_ml_h, minutes and volume_ml")
    return step


def _figure_or_word(fields: Fields, key: str, words: tuple[str, ...]) -> Fraction | str | None:
    if key not in fields:
        return None
    value = fields.value(key)
    if isinstance(value, str) and value[:1].isalpha():
        return fields.choice(key, words)
    return fields.figure(key)
