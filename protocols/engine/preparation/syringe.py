"""A syringe of the unit."""

import math
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class Syringe:
    """A syringe: nominal volume, graduation, and the least volume that is sensibly drawn up in it.

    ValueError unless 0 < graduation <= least <= volume.
    """

    volume_ml: Fraction
    graduation_ml: Fraction
    least_ml: Fraction

    def __post_init__(self) -> None:
        if not 0 < self.graduation_ml <= self.least_ml <= self.volume_ml:
            raise ValueError("a graduation above 0, no larger than the least volume, and that no larger than all of it")

    def least_draws(self, volume_ml: Fraction) -> int:
        """How often it is filled for a volume above 0, never above its last whole graduation."""
        usable_ml = self.volume_ml // self.graduation_ml * self.graduation_ml
        return math.ceil(volume_ml / usable_ml)
