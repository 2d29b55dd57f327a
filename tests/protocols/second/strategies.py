"""Whole random specifications with text figures: 1 to 5 bags, up to 20 steps, any line and pump."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

UNITS = st.sampled_from(["ng", "mcg", "mg", "g", "U", "IU", "MU"])
RATES = st.sampled_from(
    [
        "0.5",
        "1",
        "2",
        "2.5",
        "5",
        "7.75",
        "10",
        "20",
        "33.3",
        "40",
        "75",
        "80",
        "88",
        "125",
        "160",
        "250",
        "600",
        "1300",
    ]
)
MINUTES = st.sampled_from(["0.5", "1", "7", "10", "15", "20", "30", "45", "60", "61.25"])
BAG_VOLUMES = st.sampled_from(["10", "50", "80", "100", "100", "230.5", "250", "250", "500", "1000"])
DEAD_VOLUMES = st.sampled_from(["0", "0.4", "2", "10", "15", "20", "22", "27.5"])
PUMPS = st.builds(
    lambda resolution, lowest, highest: {
        "rate_resolution_ml_h": resolution,
        "min_rate_ml_h": lowest,
        "max_rate_ml_h": highest,
    },
    st.sampled_from(["0.01", "0.01", "0.1", "0.1", "0.25", "0.5", "1", "5"]),
    st.sampled_from(["0.01", "0.1", "1"]),
    st.sampled_from(["99.9", "999", "1200"]),
)
SWITCHES = st.sampled_from([None, None, True, False])


def text(value: Decimal, places: int = 3) -> str:
    """A figure as a person or a program would write it, never zero."""
    smallest = Decimal(1).scaleb(-places)
    return format(max(value.quantize(smallest), smallest), "f")


@st.composite
def magnitudes(draw: st.DrawFn) -> str:
    """One to eight significant digits anywhere between 1e-6 and 1e11, plain or with an exponent."""
    digits, exponent = draw(st.integers(1, 99_999_999)), draw(st.integers(-6, 3))
    value = Decimal(digits).scaleb(exponent)
    return f"{digits}e{exponent}" if draw(st.integers(0, 9)) == 0 else format(value, "f")


@st.composite
def lines(draw: st.DrawFn) -> dict | None:
    if draw(st.integers(0, 3)) == 0:
        return None
    line = {"dead_volume_ml": draw(DEAD_VOLUMES), "primed_with": draw(st.sampled_from(["diluent", "solution"]))}
    for key in ("per_solution", "end_flush"):
        switch = draw(SWITCHES)
        if switch is not None:
            line[key] = switch
    return line


@st.composite
def strengths(draw: st.DrawFn, *, target: str, is_last: bool, ending: str | None) -> dict:
    """Exactly one of amount, concentration and dilution."""
    if is_last and ending == "to_target":
        return {"amount": draw(st.sampled_from(["full", str(2 * Decimal(target)), str(4 * Decimal(target))]))}
    if is_last and draw(st.booleans()):
        return {"amount": "remainder"}
    kinds = ["dilution", "dilution", "amount", "concentration"]
    kind = draw(st.sampled_from([*kinds, "full"] if is_last else kinds))
    if kind == "full":
        return {"amount": "full"}
    if kind == "dilution":
        return {kind: draw(st.sampled_from(["1", "3", "10", "100", "250", "1000", "10000", "1.5"]))}
    share = Decimal(draw(st.integers(1, 40))).scaleb(-draw(st.integers(2, 5)))
    return {kind: str(Decimal(target) * share)}


@st.composite
def stated_steps(draw: st.DrawFn, *, solution: str, volume: Decimal) -> dict:
    """One step of about this volume, by rate and minutes, rate and volume, minutes and volume, or all three."""
    form = draw(st.sampled_from(["rate-minutes", "rate-volume", "minutes-volume", "all"]))
    step = {"solution": solution}
    if form == "all":
        volume = Decimal(text(volume))
        return step | {"rate_ml_h": str(volume * 4), "minutes": "15", "volume_ml": str(volume)}
    if form == "minutes-volume":
        return step | {"minutes": draw(MINUTES), "volume_ml": text(volume)}
    rate = draw(RATES)
    if form == "rate-volume":
        return step | {"rate_ml_h": rate, "volume_ml": text(volume)}
    return step | {"rate_ml_h": rate, "minutes": text(volume / Decimal(rate) * 60, 2)}


@st.composite
def steps_of_bag(draw: st.DrawFn, *, bag: dict, most: int, line: dict | None, ending: str | None) -> list[dict]:
    """The steps of one bag: perhaps its line fill, some stated steps, perhaps a word at the end."""
    solution, dead = bag["number"], Decimal(line["dead_volume_ml"]) if line else Decimal(0)
    usable = max(Decimal(bag["volume_ml"]) - dead - 1, Decimal(1))
    steps = []
    if line and dead and line["primed_with"] == "diluent" and draw(st.integers(0, 2)):
        steps.append({"solution": solution, "rate_ml_h": draw(RATES), "volume_ml": line["dead_volume_ml"]})
    weights = draw(st.lists(st.integers(1, 30), min_size=0 if ending or steps else 1, max_size=most))
    used = usable * draw(st.sampled_from([1, 3, 10, 10, 40, 40, 80, 80, 95, 106])) / 100
    steps += [draw(stated_steps(solution=solution, volume=used * weight / sum(weights))) for weight in weights]
    if ending:
        setting = draw(st.sampled_from([{"rate_ml_h": draw(RATES)}, {"minutes": draw(MINUTES)}]))
        steps.append({"solution": solution, "volume_ml": ending, **setting})
    return steps


@st.composite
def specifications(draw: st.DrawFn) -> dict:
    """A mapping as contracts.md 1 describes it; most can be carried out, some run dry or pass their target."""
    target, line = draw(magnitudes()), draw(lines())
    numbers = draw(st.sampled_from([["1", "2", "3", "4", "5"], ["3", "1", "7", "2", "12"]]))[: draw(st.integers(1, 5))]
    ending = draw(st.sampled_from(["rest", "to_target", None]))
    solutions: list[dict] = []
    steps: list[dict] = []
    for number in numbers:
        is_last = number == numbers[-1]
        strength = draw(strengths(target=target, is_last=is_last, ending=ending))
        bag = {"number": number, "volume_ml": draw(BAG_VOLUMES), **strength}
        word = ending if is_last else draw(st.sampled_from([None, None, None, None, None, "rest"]))
        solutions.append(bag)
        steps += draw(steps_of_bag(bag=bag, most=18 // len(numbers) - 1, line=line, ending=word))
    if draw(st.integers(0, 11)) == 0:
        steps = draw(st.permutations(steps))
    mapping = {"drug": "example", "route": "intravenous", "target_dose": target, "unit": draw(UNITS)}
    mapping |= {"solutions": solutions, "steps": steps}
    optional = {"line": line, "pump": draw(st.none() | PUMPS), "declared": draw(st.none() | DECLARED)}
    return mapping | {key: value for key, value in optional.items() if value is not None}


DECLARED = st.lists(st.sampled_from(["logarithmic", "slow", "falling"]), unique=True)
