"""Which organ systems a reaction involves, as the criteria of anaphylaxis count them (clinical.md 1.5).

"Involvement of the skin, mucosal tissue, or both (eg, generalized hives, pruritus or flushing, swollen
lips-tongue-uvula)"; "respiratory compromise (eg, dyspnea, wheeze-bronchospasm, stridor, reduced PEF, hypoxemia)";
"reduced BP or associated symptoms of end-organ dysfunction (eg, hypotonia [collapse], syncope, incontinence)";
"persistent gastrointestinal symptoms (eg, crampy abdominal pain, vomiting)" (NIAID/FAAN). The lists are "eg":
which further codes count is an implementation choice. Hypoxemia is SpO2 92 % or below, as in Brown 2004.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from desens.numbers.write import number_text, plain_text
from reactions.rules import hypotension, hypoxia
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, because, signs_of
from reactions.rules.signs import SIGNS

SKIN = frozenset(
    {"urticaria", "generalized-erythema", "localized-erythema", "palmoplantar-erythema", "flushing", "pruritus"}
    | {"facial-pruritus", "palmoplantar-pruritus", "throat-itch", "angioedema", "periorbital-edema", "lip-edema"}
    | {"tongue-edema", "facial-edema"}
)
#: Cough, hoarseness, rhinitis and tightness alone are no respiratory compromise.
RESPIRATORY = frozenset(
    {"dyspnea", "wheeze", "bronchospasm", "stridor", "laryngeal-edema", "hypoxia", "cyanosis", "respiratory-arrest"}
)
PRESSURE = frozenset({"hypotension", "shock", "cardiac-arrest"})
END_ORGAN = frozenset(
    {"collapse", "syncope", "loss-of-consciousness", "altered-consciousness", "confusion", "incontinence"}
)
#: How long or how severe, the codes do not tell.
GUT = frozenset({"abdominal-pain", "vomiting"})
BRONCHOSPASM = frozenset({"bronchospasm", "wheeze"})
#: "Stridor, voice change, odynophagia" (WAO 2020), and the edema itself.
LARYNGEAL = frozenset({"stridor", "hoarseness", "odynophagia", "laryngeal-edema"})

_ORDER = {code: place for place, code in enumerate(("spo2", "sbp", "sbp-fall-percent", *SIGNS))}


@dataclass(frozen=True, kw_only=True)
class Involved:
    """The reasons by system. `pressure` is the reduced pressure alone, `circulation` with the end organs' signs."""

    skin: tuple[Reason, ...]
    respiratory: tuple[Reason, ...]
    pressure: tuple[Reason, ...]
    circulation: tuple[Reason, ...]
    gut: tuple[Reason, ...]
    bronchi: tuple[Reason, ...]
    larynx: tuple[Reason, ...]


def involved(observed: Observed) -> Involved:
    """The systems involved; what a measurement refutes is not counted."""
    hypoxic = {"hypoxia"} if hypoxia.is_low(observed) is False else set()
    normal = hypotension.is_low(observed) is False and not hypotension.has_fallen(observed)
    signs = observed.signs - hypoxic - ({"hypotension"} if normal else set())
    pressure = reduced(observed) + signs_of(signs & PRESSURE)
    return Involved(
        skin=signs_of(signs & SKIN),
        respiratory=hypoxia.reasons(observed) + signs_of(signs & RESPIRATORY),
        pressure=pressure,
        circulation=pressure + signs_of(signs & END_ORGAN),
        gut=signs_of(signs & GUT),
        bronchi=signs_of(signs & BRONCHOSPASM),
        larynx=signs_of(signs & LARYNGEAL),
    )


def reduced(observed: Observed) -> tuple[Reason, ...]:
    """A pressure that was measured low for the age, or fallen by more than 30 % of the baseline."""
    sbp, baseline, fall = observed.sbp_mmhg, observed.baseline_sbp_mmhg, hypotension.fall_percent(observed)
    if sbp is None:
        return ()
    if baseline is not None and fall is not None and fall > hypotension.FALL_PERCENT:
        figures = {"sbp": plain_text(sbp), "fall": number_text(fall), "baseline": plain_text(baseline)}
        return (because("sbp-fall-percent", **figures),)
    return (because("sbp", sbp=plain_text(sbp)),) if hypotension.is_low(observed) else ()


def in_order(systems: Iterable[tuple[Reason, ...]]) -> tuple[Reason, ...]:
    """The reasons of several systems, each once: vitals first, then signs in the order of the form."""
    reasons = {reason for system in systems for reason in system}
    return tuple(sorted(reasons, key=lambda reason: _ORDER[reason.code]))
