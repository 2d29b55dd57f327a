"""What a scale answers."""

from dataclasses import dataclass

from reactions.rules.reasons import Reason


@dataclass(frozen=True, kw_only=True)
class Graded:
    """A grade with every reason that made it; None where no sign is of the scale, or `cannot` says what is missing.

    `notes` say what was not counted and why, and what the scale or the codes leave open.
    """

    grade: int | None
    because: tuple[Reason, ...] = ()
    cannot: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    source: str
