"""Figures, and one of several options."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from desens.numbers.write import exact_text, read_exact
from desens.unit.kinds.kind import Kind


@dataclass(frozen=True, kw_only=True)
class Number(Kind[Fraction]):
    """A figure in `unit` from `least` to `greatest`; `whole` takes no decimals."""

    unit: str
    least: Fraction
    greatest: Fraction
    whole: bool = False

    def holds(self, value: Fraction) -> bool:
        return self.least <= value <= self.greatest and (value.denominator == 1 or not self.whole)

    def stored(self, value: Fraction) -> str:
        return exact_text(value)

    def read(self, stored: Any) -> Fraction:
        return read_exact(stored)


@dataclass(frozen=True, kw_only=True)
class Choice(Kind[str]):
    """One of `options`: what each is called, by its code."""

    options: Mapping[str, str]

    def holds(self, value: str) -> bool:
        return value in self.options

    def read(self, stored: Any) -> str:
        return str(stored)
