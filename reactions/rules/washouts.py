"""Whether medicines were stopped long enough before skin tests.

Sources conflict (clinical.md 4.3), so the reviewed list keeps the least and the recommended days; the longer counts and
the histamine control decides. The days are handed in: the list is patients/background/medicines.yaml.
"""

from collections.abc import Iterable

from desens.numbers.write import number_text
from reactions.rules.reasons import Reason, because
from reactions.rules.skin_test_input import Washout


def washout_cautions(washouts: Iterable[Washout]) -> tuple[Reason, ...]:
    """A caution for each medicine that can make the tests negative."""
    return tuple(reason for washout in washouts for reason in _caution(washout))


def _caution(washout: Washout) -> tuple[Reason, ...]:
    name = washout.medicine
    if not washout.known:
        return (because("medicine-not-listed", medicine=name),)
    if washout.suppresses:
        return (because("medicine-suppresses", medicine=name),)
    if washout.recommended_days is None:
        return ()
    if washout.days_since is None:
        return (because("washout-not-known", medicine=name, days=str(washout.recommended_days)),)
    if washout.days_since >= washout.recommended_days:
        return ()
    since = number_text(washout.days_since)
    return (because("washout-too-short", medicine=name, since=since, days=str(washout.recommended_days)),)
