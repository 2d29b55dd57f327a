"""How the terms of CTCAE v5.0 answer."""

from reactions.rules.graded import Graded
from reactions.rules.reasons import Reason

SOURCE = "CTCAE v5.0"

Reasons = tuple[Reason, ...]


def graded(grade: int, because: Reasons, *, notes: Reasons = ()) -> Graded:
    """A grade with its reasons."""
    return Graded(grade=grade, because=because, notes=notes, source=SOURCE)


def cannot(missing: Reasons, *, because: Reasons = (), notes: Reasons = ()) -> Graded:
    """No grade yet: what is missing, and what stands already."""
    return Graded(grade=None, because=because, cannot=missing, notes=notes, source=SOURCE)


def given(treatment: frozenset[str] | None, among: frozenset[str]) -> Reasons:
    """The treatments of a kind that were given, as reasons in a fixed order; none where none was recorded."""
    return tuple(Reason(code=code) for code in sorted((treatment or frozenset()) & among))


def missing(**unknown: bool) -> Reasons:
    """A reason for each input that is unknown: `missing(treatment=True)` is "the treatment is missing"."""
    return tuple(Reason(code=f"{name.replace('_', '-')}-missing") for name, absent in unknown.items() if absent)
