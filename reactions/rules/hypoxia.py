"""When a saturation is low: "cyanosis or SpO2 <= 92 % at any stage" (Brown 2004; Picard 2016 has the same limit)."""

from desens.numbers.write import plain_text
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, because

LIMIT_PERCENT = 92


def is_low(observed: Observed) -> bool | None:
    """Whether the measured saturation is 92 % or below; None where none was measured."""
    return None if observed.spo2_percent is None else observed.spo2_percent <= LIMIT_PERCENT


def reasons(observed: Observed) -> tuple[Reason, ...]:
    """A low saturation as a reason; nothing otherwise."""
    if observed.spo2_percent is None or not is_low(observed):
        return ()
    return (because("spo2", spo2=plain_text(observed.spo2_percent)),)


def notes(observed: Observed) -> tuple[Reason, ...]:
    """Hypoxia that was ticked and measured otherwise; a saturation exactly at the limit."""
    if observed.spo2_percent is None:
        return ()
    if observed.spo2_percent == LIMIT_PERCENT:
        return (because("spo2-at-limit"),)
    if "hypoxia" in observed.signs and not is_low(observed):
        return (because("hypoxia-not-counted", spo2=plain_text(observed.spo2_percent)),)
    return ()
