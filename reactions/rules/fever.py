"""Fever: 38 degrees Celsius or above (CTCAE v5.0: 38.0 to 39.0 is grade 1). A measured value beats its sign."""

from desens.numbers.write import plain_text
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, because

LEAST_CELSIUS = 38


def fever(observed: Observed) -> tuple[Reason, ...]:
    """Fever as measured, or as ticked where nothing was measured; nothing otherwise."""
    ticked = (because("fever"),) if "fever" in observed.signs else ()
    if observed.temperature_c is None:
        return ticked
    if observed.temperature_c < LEAST_CELSIUS:
        return ()
    return (because("temperature", temperature=plain_text(observed.temperature_c)), *ticked)


def fever_notes(observed: Observed) -> tuple[Reason, ...]:
    """Fever that was ticked and measured otherwise."""
    if observed.temperature_c is None or "fever" not in observed.signs or fever(observed):
        return ()
    return (because("fever-not-counted", temperature=plain_text(observed.temperature_c)),)
