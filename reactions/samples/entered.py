"""What a person entered of a sample, already read: the service's argument."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from reactions.choices import StartPrecision
from reactions.models import Reaction
from reactions.rules.level import Level
from reactions.sample_choices import Timing


@dataclass(frozen=True, kw_only=True)
class NewSample:
    """One result; exactly one of `level` (with its unit) and `finding`. `reaction` None: it is a baseline."""

    kind: str
    printed: str
    taken_at: datetime
    taken_precision: str = StartPrecision.MINUTE.value
    tested: str = ""
    level: Level | None = None
    finding: str = ""
    unit: str = ""
    limit: Decimal | None = None
    reaction: Reaction | None = None

    @property
    def timing(self) -> str:
        """Acute where it is of a reaction."""
        return Timing.BASELINE.value if self.reaction is None else Timing.ACUTE.value

    def columns(self) -> dict[str, Any]:
        """The values of a row."""
        values = {name: value for name, value in vars(self).items() if name not in ("level", "unit")}
        if self.level is None:
            return values | {"timing": self.timing}
        value = Decimal(self.level.value.numerator) / Decimal(self.level.value.denominator)
        return values | {"timing": self.timing, "value": value, "beyond": self.level.beyond, "unit": self.unit}

    def told(self) -> dict[str, object]:
        """What the trail keeps."""
        case = None if self.reaction is None else str(self.reaction.case_key)
        return self.columns() | {"reaction": case}
