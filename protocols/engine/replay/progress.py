"""One step while it is given: the stretches it ran, by rate x time or as read off the pump."""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from protocols.engine.line import ZERO
from protocols.engine.replay.replayed import Part
from protocols.engine.schedule import ScheduledStep


@dataclass
class Progress:
    """A step from its start on; `solution` is the bag whose line it runs through."""

    step: ScheduledStep
    solution: int
    begins: Fraction
    rate_ml_h: Fraction
    parts: list[Part] = field(default_factory=list)
    read_ml: Fraction = ZERO
    read_parts: int = 0

    @property
    def minutes(self) -> Fraction:
        """How long the pump ran."""
        return sum((part.minutes for part in self.parts), ZERO)

    @property
    def volume_ml(self) -> Fraction:
        """What the pump moved."""
        return sum((part.volume_ml for part in self.parts), ZERO)

    @property
    def ends(self) -> Fraction:
        """The minute up to which the pump ran."""
        return max((part.ends for part in self.parts), default=self.begins)

    def ran(self, *, since: Fraction, minutes: Fraction) -> None:
        """The pump ran at the rate set; no time is no part."""
        if minutes:
            self.parts.append(Part(begins=since, minutes=minutes, volume_ml=self.rate_ml_h * minutes / 60))

    def read(self, infused_ml: Fraction) -> bool:
        """Take the pump's reading for all that ran since the last one; False where it cannot be."""
        known, open_parts = self.parts[: self.read_parts], self.parts[self.read_parts :]
        more_ml = infused_ml - self.read_ml
        weights = [part.volume_ml for part in open_parts]
        if not any(weights):  # a rate of nothing, yet something may have run
            weights = [part.minutes for part in open_parts]
        whole = sum(weights, ZERO)
        if more_ml < 0 or (more_ml and not whole):
            return False
        if whole:
            shares = [more_ml * weight / whole for weight in weights]
            open_parts = [replace(part, volume_ml=share) for part, share in zip(open_parts, shares, strict=True)]
        self.parts = [*known, *open_parts]
        self.read_ml, self.read_parts = infused_ml, len(self.parts)
        return True
