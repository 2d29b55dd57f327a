"""What is known of the patient: each figure with the day it was measured."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

Sex = Literal["female", "male"]

#: The units each figure may have; nothing else is converted.
UNITS = {
    "weight": ("kg",),
    "height": ("cm",),
    "creatinine": ("mg/dL", "mcmol/L"),
    "age": ("years",),
    "gfr": ("mL/min",),
}
#: Where (140 - age) ends.
MOST_YEARS = 139


@dataclass(frozen=True, kw_only=True)
class DatedFigure:
    """An exact value above 0 with its unit and day; an age is in completed years on that day and may be 0."""

    value: Fraction
    unit: str
    on: date

    def __post_init__(self) -> None:
        if self.value < 0 or (self.value == 0 and self.unit != "years"):
            raise ValueError("a value above 0")
        if self.unit == "years" and self.value > MOST_YEARS:
            raise ValueError(f"an age of at most {MOST_YEARS} years")


@dataclass(frozen=True, kw_only=True)
class PatientFigures:
    """None is "not recorded". `gfr` is a measured one. Raises ValueError for a unit that the figure cannot have."""

    weight: DatedFigure | None = None
    height: DatedFigure | None = None
    creatinine: DatedFigure | None = None
    age: DatedFigure | None = None
    gfr: DatedFigure | None = None
    sex: Sex | None = None

    def __post_init__(self) -> None:
        for name, units in UNITS.items():
            figure = self.dated(name)
            if figure is not None and figure.unit not in units:
                raise ValueError(f"{name} in {' or '.join(units)}")

    def dated(self, name: str) -> DatedFigure | None:
        """The figure of that name; None for the sex, which has no day."""
        figure = getattr(self, name)
        return figure if isinstance(figure, DatedFigure) else None

    def figure(self, name: str) -> DatedFigure:
        """The figure of that name, which is there; ValueError where it is not."""
        figure = self.dated(name)
        if figure is None:
            raise ValueError(f"{name} is missing")
        return figure

    def value_of(self, name: str) -> Fraction:
        """The value of a figure that is there."""
        return self.figure(name).value

    @property
    def known_sex(self) -> Sex:
        """The sex, which is there; ValueError where it is not."""
        if self.sex is None:
            raise ValueError("sex is missing")
        return self.sex
