"""Reactions that rapid desensitization does not prevent: they stop the way to a protocol.

Sources: globalrph and UpToDate; bugsanddrugs.org; eviQ 3039; HemOnc: SJS/TEN, DRESS, AGEP, erythema multiforme or any
blistering, desquamating or exfoliative eruption; serum sickness; vasculitis; immune-mediated hepatitis, nephritis,
cytopenia (not a drug's dose-dependent toxicity). Kimura desensitized erythema multiforme without mucosa or blisters by
mouth: blocked for rapid, an allergist's override for slow-oral. Which signs make one suspect each is an implementation
choice that errs towards suspecting; the allergist overrides it with a reason.
"""

from dataclasses import dataclass

from reactions.rules.contraindication_pictures import PICTURES
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
    found: dict[str, tuple[Reason, ...]] = {}
    for code in dict.fromkeys(BY_ONE_SIGN.values()):
        made_by = {sign for sign, suspected in BY_ONE_SIGN.items() if suspected == code} & signs
        if made_by:
            found[code] = signs_of(sign for sign in SIGNS if sign in made_by)
    found |= {code: reasons for code, picture in PICTURES.items() if (reasons := picture(observed))}
    bare = not signs & {"blisters", "mucosal-erosions", "skin-detachment"}
    return tuple(
        Contraindication(code=code, because=reasons, slow_oral=code == "erythema-multiforme" and bare)
        for code, reasons in found.items()
    )
