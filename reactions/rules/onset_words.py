"""An onset in words that a person reads: minutes, hours or days, whichever the figure is small in."""

from fractions import Fraction

from desens.numbers.write import number_text
from reactions.rules.reasons import Reason, because

#: From here on it is said in hours, or in days.
HOURS_FROM_MIN, DAYS_FROM_MIN = Fraction(10 * 60), Fraction(2 * 24 * 60)


def onset_reason(code: str, onset_minutes: Fraction, **values: str) -> Reason:
    """`code` with the onset in minutes; from 10 h on `code-hours`, from 2 days on `code-days`."""
    if onset_minutes >= DAYS_FROM_MIN:
        return because(f"{code}-days", onset=number_text(onset_minutes / (24 * 60)), **values)
    if onset_minutes >= HOURS_FROM_MIN:
        return because(f"{code}-hours", onset=number_text(onset_minutes / 60), **values)
    return because(code, onset=number_text(onset_minutes), **values)
