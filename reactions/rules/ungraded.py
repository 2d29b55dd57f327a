"""No grade: because nothing was recorded, or because nothing recorded is of the scale. The two are not the same."""

from reactions.rules.graded import Graded
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason


def ungraded(observed: Observed, *, source: str, notes: tuple[Reason, ...] = ()) -> Graded:
    """Without any sign it cannot be graded; with signs that the scale does not know it has no grade."""
    if not observed.signs:
        return Graded(grade=None, cannot=(Reason(code="signs-missing"),), notes=notes, source=source)
    return Graded(grade=None, notes=(*notes, Reason(code="not-of-this-scale")), source=source)
