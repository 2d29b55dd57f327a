"""What the oncologist ordered: one amount, per kg, per m2, or a target AUC, with the options of each."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

#: FDA: an estimated GFR counts as at most this.
FDA_CAP_ML_MIN = Fraction(125)

Formula = Literal["mosteller", "dubois"]
Weight = Literal["actual", "ideal", "adjusted", "adjusted-from-25"]


@dataclass(frozen=True, kw_only=True)
class Flat:
    """One amount for everybody, above 0, in `unit`."""

    amount: Fraction
    unit: str

    def __post_init__(self) -> None:
        above_zero(self.amount)


@dataclass(frozen=True, kw_only=True)
class PerKg:
    """An amount in `unit` per kg of actual body weight."""

    amount: Fraction
    unit: str

    def __post_init__(self) -> None:
        above_zero(self.amount)


@dataclass(frozen=True, kw_only=True)
class PerM2:
    """An amount in `unit` per m2 of body surface; `most_m2` is the greatest surface that counts, None for no limit."""

    amount: Fraction
    unit: str
    formula: Formula = "mosteller"
    most_m2: Fraction | None = None

    def __post_init__(self) -> None:
        above_zero(self.amount, self.most_m2)


@dataclass(frozen=True, kw_only=True)
class Auc:
    """A target AUC in mg x min/mL; the dose is in mg.

    `measured`: with a measured GFR, which nothing caps. Otherwise Cockcroft-Gault with a weight: actual, ideal,
    adjusted, or adjusted from a body mass index of 25 and else actual (NCCN). A creatinine below `least_mg_dl` counts
    as that, an estimate above `most_ml_min` as that; None for neither.
    """

    auc: Fraction
    measured: bool = False
    weight: Weight = "actual"
    least_mg_dl: Fraction | None = None
    most_ml_min: Fraction | None = FDA_CAP_ML_MIN

    def __post_init__(self) -> None:
        above_zero(self.auc, self.least_mg_dl, self.most_ml_min)


Basis = Flat | PerKg | PerM2 | Auc


def above_zero(*figures: Fraction | None) -> None:
    """ValueError for a figure that is 0 or less."""
    if any(figure is not None and figure <= 0 for figure in figures):
        raise ValueError("figures above 0")
