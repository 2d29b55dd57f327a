"""A value of a laboratory: a figure, or one beyond what the method can measure. "<1.0" is a value."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from desens.numbers.figures import read_figure
from desens.numbers.write import number_text, plain_text


@dataclass(frozen=True, kw_only=True)
class Level:
    """`value` in the unit of the sample, above zero; `beyond` "<": somewhere below it, ">": somewhere above."""

    value: Fraction
    beyond: Literal["", "<", ">"] = ""

    @property
    def least(self) -> Fraction:
        """The least it can be."""
        return Fraction(0) if self.beyond == "<" else self.value

    @property
    def most(self) -> Fraction | None:
        """The most it can be; None where nothing bounds it."""
        return None if self.beyond == ">" else self.value

    @property
    def text(self) -> str:
        """As a program writes it: "<1.2"."""
        return f"{self.beyond}{plain_text(self.value)}"

    @property
    def shown(self) -> str:
        """As people read it, rounded for display."""
        return f"{self.beyond}{number_text(self.value)}"


_LEVEL = re.compile(r"\s*([<>]?)\s*(\S+)\s*")


def read_level(text: str) -> Level:
    """A level from its text with a decimal point: "3.2", "<1.0", "> 200"; ValueError says what was expected."""
    found = _LEVEL.fullmatch(text)
    if found is None:
        raise ValueError("a number above zero, or one such as <1.0")
    value = Fraction(read_figure(found[2]))
    if value <= 0:
        raise ValueError("a number above zero, or one such as <1.0")
    return Level(value=value, beyond="<" if found[1] == "<" else ">" if found[1] == ">" else "")
