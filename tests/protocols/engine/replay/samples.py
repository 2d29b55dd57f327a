"""Histories to replay: a schedule of a few bags, and events written short."""

from fractions import Fraction

from desens.numbers.files import load_file
from protocols.engine import Line, Pump, Solution, Specification, Step, compute, read_specification
from protocols.engine.replay import Event, replay
from tests.protocols.engine.golden_corpus import FOLDER


def event(kind, at, **figures):
    """An event; figures as text or whole numbers."""
    step = figures.pop("step", None)
    exact = {name: Fraction(figure) for name, figure in figures.items()}
    return Event(kind=kind, at=Fraction(at), step=step, **exact)


def start(at, step, **figures):
    return event("start", at, step=step, **figures)


def pause(at, **figures):
    return event("pause", at, **figures)


def resume(at, **figures):
    return event("resume", at, **figures)


def stop(at, **figures):
    return event("stop", at, **figures)


def golden(name):
    """A specification of the golden corpus."""
    return read_specification(load_file(FOLDER / f"{name}.yaml"))


def plan(
    *,
    bags=((100, "0.1"), (100, 1)),
    steps=((1, 6, 10), (1, 12, 10), (2, 6, 10), (2, 60, 10)),
    line=None,
    pump_resolution=None,
):
    """Bags of (mL, per mL), steps of (bag, mL/h, minutes): 1 and 2 mL of 0.1, 1 and 10 mL of 1 mg/mL, 11.3 mg."""
    return Specification(
        drug="example",
        route="intravenous",
        target_dose=Fraction("11.3"),
        unit="mg",
        solutions=tuple(
            Solution(number=number, volume_ml=Fraction(volume), concentration=Fraction(strength))
            for number, (volume, strength) in enumerate(bags, start=1)
        ),
        steps=tuple(
            Step(solution=bag, rate_ml_h=Fraction(rate), minutes=Fraction(minutes)) for bag, rate, minutes in steps
        ),
        line=line,
        pump=None if pump_resolution is None else pump(Fraction(pump_resolution)),
    )


def pump(resolution):
    return Pump(rate_resolution_ml_h=resolution, min_rate_ml_h=resolution, max_rate_ml_h=Fraction(1200))


def line(dead, *, primed_with="diluent", per_solution=True, end_flush=False):
    return Line(dead_volume_ml=Fraction(dead), primed_with=primed_with, per_solution=per_solution, end_flush=end_flush)


def replayed(*events, now, specification=None):
    """The state at `now` of the plan of four steps, or of another."""
    specification = specification or plan()
    return replay(compute(specification), specification.line, events=events, now=Fraction(now))


def as_planned(specification):
    """One start a step, each at the end of the one before; and the minute of the end."""
    minute, events = Fraction(0), []
    for step in compute(specification).steps:
        events.append(start(minute, step.number))
        minute += step.minutes
    return events, minute


def codes(stands):
    """What was found, with its place."""
    return [(finding.code, finding.where) for finding in stands.findings]
