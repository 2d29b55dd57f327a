"""Contraindications that several findings together make one suspect: DRESS, exfoliative eruption, serum sickness.

Sources: see `contraindications`; which findings make one suspect them is an implementation choice that errs towards
suspecting. DRESS: an exanthem or eosinophilia with an organ, lymph nodes or (eosinophilia) fever; or a delayed
exanthem with two of its danger signs, fever, facial edema and more than half of the body surface (terms of RegiSCAR's
score, from the literature). Exfoliative eruption: a delayed exanthem or erythema over 90 % of the body surface or more
(erythroderma).
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from reactions.rules.ctcae_rash import surface_reason
from reactions.rules.fever import fever
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, because, signs_of
from reactions.rules.signs import SIGNS

Reasons = tuple[Reason, ...]
EXANTHEM = frozenset({"maculopapular-rash", "generalized-erythema"})
DRESS_BESIDE = frozenset({"eosinophilia", "lymphadenopathy", "immune-hepatitis", "immune-nephritis"})
FACE = frozenset({"facial-edema", "periorbital-edema"})
SERUM_SICKNESS_RASH = frozenset({"urticaria", "maculopapular-rash", "purpura", "lymphadenopathy"})
#: Serum sickness comes after 5 to 14 days, DRESS after weeks; a day is taken, so that an accelerated one is not missed.
DELAYED_FROM_MIN = Fraction(24 * 60)
#: "Extent" in DRESS is above the first, an erythroderma begins at the second, both percents of the body surface.
WIDE_PERCENT, WHOLE_PERCENT = 50, 90


def _seen(observed: Observed, among: frozenset[str]) -> Reasons:
    return signs_of(sign for sign in SIGNS if sign in observed.signs & among)


def _feverish(observed: Observed) -> Reasons:
    """Fever as measured or, so that none is missed, as ticked beside a lower value."""
    return fever(observed) or _seen(observed, frozenset({"fever"}))


def _not_acute(observed: Observed) -> bool:
    return observed.onset_minutes is None or observed.onset_minutes >= DELAYED_FROM_MIN


def _delayed_rash(observed: Observed) -> Reasons:
    """An exanthem of a day or later. Without its onset an erythema may be a flush, an exanthem is none."""
    among = frozenset({"maculopapular-rash"}) if observed.onset_minutes is None else EXANTHEM
    return _seen(observed, among) if _not_acute(observed) else ()


def _extent(observed: Observed, percent: int, *, inclusive: bool) -> Reasons:
    surface = observed.body_surface_percent
    if surface is None or surface < percent or (surface == percent and not inclusive):
        return ()
    return (surface_reason(surface),)


def _dress(observed: Observed) -> Reasons:
    rash, beside, hot = _seen(observed, EXANTHEM), _seen(observed, DRESS_BESIDE), _feverish(observed)
    if rash and beside:
        return rash + beside
    if "eosinophilia" in observed.signs and (len(beside) > 1 or hot) and _not_acute(observed):
        return hot + beside
    danger = (hot, _seen(observed, FACE), _extent(observed, WIDE_PERCENT, inclusive=False))
    if _delayed_rash(observed) and sum(map(bool, danger)) > 1:
        return _delayed_rash(observed) + tuple(reason for part in danger for reason in part) + _untimed(observed)
    return ()


def _exfoliative(observed: Observed) -> Reasons:
    rash, whole = _delayed_rash(observed), _extent(observed, WHOLE_PERCENT, inclusive=True)
    return rash + whole + _untimed(observed) if rash and whole else ()


def _untimed(observed: Observed) -> Reasons:
    return (because("onset-not-recorded-delayed"),) if observed.onset_minutes is None else ()


def _serum_sickness(observed: Observed) -> Reasons:
    """Fever and joint pain with a rash or swollen glands; an onset that was not recorded does not rule it out."""
    parts = (_feverish(observed), _seen(observed, frozenset({"arthralgia"})), _seen(observed, SERUM_SICKNESS_RASH))
    return tuple(reason for part in parts for reason in part) if all(parts) and _not_acute(observed) else ()


PICTURES: Mapping[str, Callable[[Observed], Reasons]] = MappingProxyType(
    {"dress": _dress, "exfoliative-eruption": _exfoliative, "serum-sickness": _serum_sickness}
)
