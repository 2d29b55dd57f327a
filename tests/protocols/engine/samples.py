"""Specifications for tests: the generic family of protocols.md 1 and small ones that bring about one finding."""

from fractions import Fraction

from protocols.engine import Line, Pump, Solution, Specification, Step

LOW_RATES = {10: (5, 10, 20, 40), 1: (10, 20, 40)}


def figures(*texts):
    """Exact figures from text or whole numbers."""
    return [Fraction(text) for text in texts]


def family(*dilutions, target=1000, amount="remainder", last_volume="rest", **changes):
    """The generic protocol with these bags (10000, 1000, 100, 10 and 1), V = 250 mL, R = 80 mL/h."""
    solutions, steps = [], []
    for number, dilution in enumerate(dilutions, start=1):
        strength = {"amount": amount} if dilution == 1 else {"dilution": Fraction(dilution)}
        solutions.append(Solution(number=number, volume_ml=Fraction(250), **strength))
        for rate in LOW_RATES.get(dilution, (2, 5, 10, 20)):
            steps.append(Step(solution=number, rate_ml_h=Fraction(rate), minutes=Fraction(15)))
    steps.append(Step(solution=len(dilutions), rate_ml_h=Fraction(80), volume_ml=last_volume))
    return specification(target=target, solutions=solutions, steps=steps, **changes)


def specification(*, solutions, steps, target=1000, declared=(), line=None, pump=None):
    """A specification in mg."""
    return Specification(
        drug="example",
        route="intravenous",
        target_dose=Fraction(target),
        unit="mg",
        declared=frozenset(declared),
        solutions=tuple(solutions),
        steps=tuple(steps),
        line=line,
        pump=pump,
    )


def doses_at(*rates, minutes=10, **changes):
    """One bag of 1 mg/mL whose steps run at these rates in mL/h; the target is what they give unless stated."""
    bag = Solution(number=1, volume_ml=Fraction(10_000), concentration=Fraction(1))
    steps = [Step(solution=1, rate_ml_h=Fraction(rate), minutes=Fraction(minutes)) for rate in rates]
    given = sum(Fraction(rate) * minutes / 60 for rate in rates)
    return specification(solutions=[bag], steps=steps, **({"target": given} | changes))


def saline_line(dead_volume_ml, **changes):
    """A line primed with diluent."""
    return Line(dead_volume_ml=Fraction(dead_volume_ml), primed_with="diluent", **changes)


def drug_line(dead_volume_ml, **changes):
    """A line primed with the solution."""
    return Line(dead_volume_ml=Fraction(dead_volume_ml), primed_with="solution", **changes)


def pump(resolution="0.1", least="0.1", most="1200"):
    """A pump in mL/h."""
    return Pump(rate_resolution_ml_h=Fraction(resolution), min_rate_ml_h=Fraction(least), max_rate_ml_h=Fraction(most))
