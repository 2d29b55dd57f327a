"""The budgets of style.md, read from the files and their syntax trees."""

import math
import statistics
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.architecture.tree import (
    Measured,
    argument_counts,
    function_lengths,
    functions,
    lengths,
    positional,
    python_files,
    templates,
)

MOST_BY_PLACE = 5


@dataclass(frozen=True, kw_only=True)
class Budget:
    """What half, nine tenths and all of a kind of thing may measure."""

    median: int
    p90: int
    most: int

    def broken_by(self, things: list[Measured]) -> list[str]:
        """One line a broken limit or thing that is too large; nothing measured breaks it as well."""
        if not things:
            return ["nothing was measured"]
        ordered = sorted(things, key=lambda thing: thing.size)
        too_large = [f"more than {self.most}: {thing}" for thing in ordered if thing.size > self.most]
        middle = statistics.median(thing.size for thing in ordered)
        tail = ordered[math.ceil(0.9 * len(ordered)) - 1 :]
        if middle > self.median:
            too_large.append(f"median {middle:g}, may be {self.median}")
        if tail[0].size > self.p90:
            too_large += [f"90th percentile {tail[0].size}, may be {self.p90}:", *map(str, tail)]
        return too_large


def every_file() -> list[Measured]:
    """Product and tests together."""
    return lengths(python_files(product=True) + python_files(product=False))


def rule_files() -> list[Measured]:
    """Engine and clinical rules, which are read most carefully."""
    paths = [path for path in python_files(product=True) if {"engine", "rules"} & set(path.parts)]
    return lengths(tuple(paths))


BUDGETS: dict[str, tuple[Budget, Callable[[], list[Measured]]]] = {
    "Python file": (Budget(median=60, p90=200, most=400), every_file),
    "product file": (Budget(median=60, p90=200, most=400), lambda: lengths(python_files(product=True))),
    "engine or rule file": (Budget(median=60, p90=120, most=200), rule_files),
    "template": (Budget(median=30, p90=110, most=200), lambda: lengths(templates())),
    "function": (Budget(median=8, p90=25, most=40), function_lengths),
    "arguments": (Budget(median=3, p90=5, most=7), argument_counts),
}


@pytest.mark.parametrize("kind", BUDGETS)
def test_the_budget_holds(kind: str) -> None:
    budget, measure = BUDGETS[kind]
    broken = budget.broken_by(measure())
    assert broken == [], "\n".join(broken)


def test_more_than_five_arguments_are_given_by_name() -> None:
    by_place = [f"{name}: {count}" for name, node in functions() if (count := positional(node)) > MOST_BY_PLACE]
    assert by_place == [], "\n".join(by_place)


@pytest.mark.parametrize(
    ("sizes", "broken"),
    [
        ([], ["nothing was measured"]),
        ([3] * 9 + [10], []),
        ([3] * 9 + [11], ["more than 10: f9: 11"]),
        ([4] * 10, ["median 4, may be 3"]),
        ([1] * 8 + [6, 7], ["90th percentile 6, may be 5:", "f8: 6", "f9: 7"]),
    ],
)
def test_a_budget_names_what_breaks_it(sizes: list[int], broken: list[str]) -> None:
    things = [Measured(name=f"f{place}", size=size) for place, size in enumerate(sizes)]
    assert Budget(median=3, p90=5, most=10).broken_by(things) == broken
