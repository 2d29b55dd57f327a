"""Reactions that rapid desensitization does not prevent: they stop the way to a protocol.

Sources: globalrph and UpToDate; bugsanddrugs.org; eviQ 3039; HemOnc: SJS/TEN, DRESS, AGEP, erythema multiforme or any
blistering, desquamating or exfoliative eruption; serum sickness; vasculitis; immune-mediated hepatitis, nephritis,
cytopenia (not a drug's dose-dependent toxicity). Kimura desensitized erythema multiforme without mucosa or blisters by
mouth: blocked for rapid, an allergist's override for slow-oral. Which signs make one suspect each is an implementation
choice that errs towards suspecting; the allergist overrides it with a reason.
"""

from dataclasses import dataclass
from fractions import Fraction

from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, signs_of
from reactions.rules.signs import SIGNS

SOURCE = "UpToDate, eviQ 3039, HemOnc"
#: One sign that is enough.
BY_ONE_SIGN = {
    "skin-detachment": "sjs-ten",
    "mucosal-erosions": "sjs-ten",
    "blisters": "blistering-eruption",
    "pustules": "agep",
    "erythema-multiforme": "erythema-multiforme",
    "purpura": "vasculitis",
    "immune-hepatitis": "immune-mediated-hepatitis",
    "immune-nephritis": "immune-mediated-nephritis",
    "immune-cytopenia": "immune-mediated-cytopenia",
}
EXANTHEM = frozenset({"maculopapular-rash", "generalized-erythema"})
DRESS_BESIDE = frozenset({"eosinophilia", "lymphadenopathy", "immune-hepatitis", "immune-nephritis"})
SERUM_SICKNESS_RASH = frozenset({"urticaria", "maculopapular-rash", "purpura", "lymphadenopathy"})
#: Serum sickness comes after 5 to 14 days; a day is taken, so that an accelerated one is not missed.
SERUM_SICKNESS_FROM_MIN = Fraction(24 * 60)


@dataclass(frozen=True, kw_only=True)
class Contraindication:
    """One suspected contraindication by its code, with the signs that made it.

    `slow_oral`: an allergist may override it for a slow desensitization by mouth.
    """

    code: str
    because: tuple[Reason, ...]
    slow_oral: bool = False


def contraindications(observed: Observed) -> tuple[Contraindication, ...] | None:
    """Every contraindication that the signs make one suspect, each once; None where no sign is recorded."""
    signs = observed.signs
    if not signs:
        return None
    found: dict[str, set[str]] = {}
    for sign, code in BY_ONE_SIGN.items():
        if sign in signs:
            found.setdefault(code, set()).add(sign)
    if signs & EXANTHEM and signs & DRESS_BESIDE:
        found["dress"] = set(signs & (EXANTHEM | DRESS_BESIDE))
    if _serum_sickness(observed):
        found["serum-sickness"] = set(signs & (SERUM_SICKNESS_RASH | {"fever", "arthralgia"}))
    bare = not signs & {"blisters", "mucosal-erosions", "skin-detachment"}
    return tuple(
        Contraindication(
            code=code,
            because=signs_of(sign for sign in SIGNS if sign in made_by),
            slow_oral=code == "erythema-multiforme" and bare,
        )
        for code, made_by in found.items()
    )


def _serum_sickness(observed: Observed) -> bool:
    """Fever and joint pain with a rash or swollen glands; an onset that was not recorded does not rule it out."""
    signs, onset = observed.signs, observed.onset_minutes
    feverish = {"fever", "arthralgia"} <= signs and bool(signs & SERUM_SICKNESS_RASH)
    return feverish and (onset is None or onset >= SERUM_SICKNESS_FROM_MIN)
