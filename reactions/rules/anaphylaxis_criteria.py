"""What a set of criteria of anaphylaxis answers."""

from dataclasses import dataclass

from reactions.rules.reasons import Reason


@dataclass(frozen=True, kw_only=True)
class Criteria:
    """Whether the criteria are met, by which of them (the lowest), and all reasons of that one.

    `met` is None where an input is missing that would decide it; `cannot` names it, and `because` says what stands
    already. `notes` say what was not judged and what the signs leave open.
    """

    met: bool | None
    criterion: int | None = None
    because: tuple[Reason, ...] = ()
    cannot: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    source: str
