"""Comparing a figure with limits that may contradict each other: which is broken worst, and whether all are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine.products.limits import Limit, Said
from protocols.engine.products.units import InUnit
from protocols.engine.products.words import MARKS

Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Breach:
    """The limit that is broken worst, the figure in its unit; `of_all` where no stated limit allows it."""

    limit: Limit
    figure: Fraction
    of_all: bool

    @property
    def values(self) -> Values:
        """The limit, and on what it rests."""
        return (("limit", str(Quantity.of(self.limit.value, self.limit.unit))), *said(self.limit))


def above(limits: Iterable[Limit], figure: InUnit) -> Breach | None:
    """The breach of a figure that may not be above; None where it is above no limit."""
    return _worst(limits, figure, lambda shown, limit: shown / limit)


def below(limits: Iterable[Limit], figure: InUnit) -> Breach | None:
    """The breach of a figure above zero that may not be below."""
    return _worst(limits, figure, lambda shown, limit: limit / shown)


def said(about: Said) -> Values:
    """The values that end a sentence: on what it rests, and how far that was checked."""
    return (("basis", about.basis), ("mark", MARKS[about.mark]))


def _worst(limits: Iterable[Limit], figure: InUnit, times: Callable[[Fraction, Fraction], Fraction]) -> Breach | None:
    shown = [(limit, value) for limit in limits if (value := figure(limit.unit)) is not None]
    broken = [(by, limit, value) for limit, value in shown if (by := times(value, limit.value)) > 1]
    if not broken:
        return None
    _, limit, value = max(broken, key=lambda entry: entry[0])
    return Breach(limit=limit, figure=value, of_all=len(broken) == len(shown))
