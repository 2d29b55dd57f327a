"""Ring and Messmer, Lancet 1977;1:466-9 (found in part: zdravnifakti.com; the original from memory).

I skin: pruritus, flush, urticaria, angioedema. II also nausea, cramps, rhinorrhea, hoarseness, dyspnea, heart rate
risen by 20/min or more, SBP fallen by 20 mmHg or more, arrhythmia. III also vomiting, defecation, laryngeal edema,
bronchospasm, cyanosis, shock. IV respiratory or cardiac arrest. "Graded by the most severe symptom; no symptom is
obligatory." Vomiting stands at III here, as in the original; some copies have it at II, and a note says so.
"""

from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.write import plain_text
from reactions.rules.graded import Graded
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, because, signs_of
from reactions.rules.signs import SIGNS
from reactions.rules.ungraded import ungraded

SOURCE = "Ring and Messmer 1977"
#: Beats per minute up, mmHg down.
LEAST = 20

#: The kinds of erythema, edema and pruritus that the form knows, for "pruritus, flush, urticaria, angioedema".
FIRST = frozenset(
    {"urticaria", "generalized-erythema", "localized-erythema", "palmoplantar-erythema", "flushing", "pruritus"}
    | {"facial-pruritus", "palmoplantar-pruritus", "throat-itch", "angioedema", "periorbital-edema", "lip-edema"}
    | {"tongue-edema", "facial-edema"}
)
SECOND = frozenset(
    {"nausea", "abdominal-pain", "rhinitis", "hoarseness", "dyspnea", "tachycardia", "hypotension", "arrhythmia"}
)
#: Wheeze and stridor are heard where bronchospasm and laryngeal edema are; diarrhea stands for defecation.
THIRD = frozenset({"vomiting", "diarrhea", "laryngeal-edema", "stridor", "bronchospasm", "wheeze", "cyanosis", "shock"})
FOURTH = frozenset({"respiratory-arrest", "cardiac-arrest"})


def ring_messmer(observed: Observed) -> Graded:
    """The grade 1 to 4 with all reasons of that grade; tachycardia and hypotension go by the change if measured."""
    changes = _changes(observed)
    vitals = tuple(change.reason for change in changes if change.counts)
    refuted = {change.sign for change in changes if not change.counts}
    notes = tuple(change.refuted for change in changes if change.sign in refuted & observed.signs)
    notes += _not_judged(observed)
    signs = [sign for sign in SIGNS if sign in observed.signs - refuted]
    for grade, codes in ((4, FOURTH), (3, THIRD), (2, SECOND), (1, FIRST)):
        reasons = (vitals if grade == 2 else ()) + signs_of(sign for sign in signs if sign in codes)
        if reasons:
            alone = [reason.code for reason in reasons] == ["vomiting"]
            doubt = (Reason(code="vomiting-two-or-three"),) if alone else ()
            return Graded(grade=grade, because=reasons, notes=notes + doubt, source=SOURCE)
    return ungraded(observed, source=SOURCE, notes=notes)


@dataclass(frozen=True, kw_only=True)
class _Change:
    """A figure before and at its worst, whose change is worth 20 or not; `sign` is what it bears out."""

    sign: str
    code: str
    before: Fraction
    after: Fraction
    change: Fraction

    @property
    def counts(self) -> bool:
        return self.change >= LEAST

    @property
    def reason(self) -> Reason:
        return because(self.code, change=plain_text(self.change))

    @property
    def refuted(self) -> Reason:
        return because(f"{self.sign}-by-change", before=plain_text(self.before), after=plain_text(self.after))


def _changes(observed: Observed) -> tuple[_Change, ...]:
    """What was measured before and after."""
    changes: list[_Change] = []
    before, after = observed.baseline_sbp_mmhg, observed.sbp_mmhg
    if before is not None and after is not None:
        changes.append(_Change(sign="hypotension", code="sbp-fall", before=before, after=after, change=before - after))
    before, after = observed.baseline_heart_rate, observed.heart_rate
    if before is not None and after is not None:
        rise = after - before
        changes.append(_Change(sign="tachycardia", code="heart-rate-rise", before=before, after=after, change=rise))
    return tuple(changes)


def _not_judged(observed: Observed) -> tuple[Reason, ...]:
    """Figures without one before to compare with."""
    without = {
        "fall-not-judged": observed.sbp_mmhg is not None and observed.baseline_sbp_mmhg is None,
        "rise-not-judged": observed.heart_rate is not None and observed.baseline_heart_rate is None,
    }
    return tuple(Reason(code=code) for code, missing in without.items() if missing)
