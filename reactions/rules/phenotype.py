"""The kind of reaction, proposed from signs, timing and biomarkers with the reasons for and against.

Sources: see `phenotype_features`. Timing: immediate within 1 or 6 h (two sources, an argument), cytokine release mostly
within 1 h, delayed 1 h to 14 days; no hard cut. "IgE-mediated ones typically follow at least one uneventful exposure;
first-infusion reactions point to cytokine release" (clinical.md 0): said for or against, deciding nothing alone.
"""

from dataclasses import dataclass

from reactions.rules.observed import Observed
from reactions.rules.onset_words import onset_reason
from reactions.rules.phenotype_evidence import Evidence, cytokine_signs, il6_reasons, type_1_reasons
from reactions.rules.phenotype_exanthem import excluding, opposing
from reactions.rules.phenotype_features import LATEST_MIN, TYPE_4, WITHIN_1_H_MIN
from reactions.rules.reasons import Reason, because, signs_of
from reactions.rules.signs import SIGNS

TYPE_I, CYTOKINE_RELEASE, MIXED = "type I", "cytokine release", "mixed"
TYPE_IV, INDETERMINATE = "type IV", "indeterminate"
SOURCE = "Isabwe 2018, Castells 2017"


@dataclass(frozen=True, kw_only=True)
class Phenotype:
    """What is proposed; None where `cannot` says what is missing."""

    proposed: str | None
    for_it: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()
    cannot: tuple[Reason, ...] = ()
    source: str = SOURCE


def phenotype(evidence: Evidence, *, immediate_within_h: int = 6) -> Phenotype:
    """The kind of a reaction by its features; `immediate_within_h` is the unit's limit, 1 or 6."""
    observed = evidence.observed
    if not observed.signs:
        return Phenotype(proposed=None, cannot=(because("signs-missing"),))
    immediate = None if observed.onset_minutes is None else observed.onset_minutes <= 60 * immediate_within_h
    type_1, cytokine, il6 = type_1_reasons(evidence), cytokine_signs(evidence), il6_reasons(evidence)
    if observed.signs & TYPE_4 and not immediate:
        return _exanthem(evidence)
    unclear = observed.signs & TYPE_4 and not _within_1_h(observed) and not opposing(evidence)
    if unclear:
        return _indeterminate(type_1 + cytokine + il6 + _unexpected_rash(observed))
    if type_1 and cytokine and not _late(observed):
        against = _against_both(evidence) + _beyond(observed, immediate) + _unexpected_rash(observed)
        return Phenotype(proposed=MIXED, for_it=type_1 + cytokine + il6, against=against)
    if type_1 and (immediate is not False or evidence.has_type_1_marker):
        against = _against_type_1(evidence) + cytokine + il6 + _beyond(observed, immediate)
        against += _unexpected_rash(observed)
        return Phenotype(proposed=TYPE_I, for_it=type_1 + _exposed_before(observed), against=against)
    if (cytokine or il6) and not type_1 and not _late(observed):
        return _cytokine(evidence, cytokine + il6)
    return _indeterminate(type_1 + cytokine + il6 + _beyond(observed, immediate) + _unexpected_rash(observed))


def _indeterminate(against: tuple[Reason, ...]) -> Phenotype:
    return Phenotype(proposed=INDETERMINATE, for_it=(because("nothing-discriminates"),), against=against)


def _exanthem(evidence: Evidence) -> Phenotype:
    """An exanthem later than immediate, or whose onset nobody recorded: that cannot be told."""
    onset = evidence.observed.onset_minutes
    rash = signs_of(sign for sign in SIGNS if sign in evidence.observed.signs & TYPE_4)
    against = opposing(evidence)
    if onset is None:
        missing = (because("phenotype-onset-missing"),)
        return Phenotype(proposed=None, for_it=rash, against=against, cannot=missing)
    late = (because("delayed-skin-test-positive"),) if evidence.delayed_skin_test else ()
    for_it = (*rash, onset_reason("onset-delayed", onset), *late)
    return Phenotype(proposed=INDETERMINATE if excluding(evidence) else TYPE_IV, for_it=for_it, against=against)


def _cytokine(evidence: Evidence, found: tuple[Reason, ...]) -> Phenotype:
    observed = evidence.observed
    first = (because("first-exposure"),) if observed.exposure_number == 1 else ()
    normal = (because("il6-not-raised"),) if evidence.il6_raised is False else ()
    late = not _within_1_h(observed)
    beyond = _timed("onset-beyond-1-h", observed) if late else ()
    return Phenotype(proposed=CYTOKINE_RELEASE, for_it=found + first, against=normal + beyond)


def _against_type_1(evidence: Evidence) -> tuple[Reason, ...]:
    first = (because("first-exposure"),) if evidence.observed.exposure_number == 1 else ()
    return first + _negative_markers(evidence)


def _against_both(evidence: Evidence) -> tuple[Reason, ...]:
    normal = (because("il6-not-raised"),) if evidence.il6_raised is False else ()
    return _negative_markers(evidence) + normal


def _negative_markers(evidence: Evidence) -> tuple[Reason, ...]:
    negative = (because("skin-test-negative"),) if evidence.skin_test == "negative" else ()
    return negative + ((because("tryptase-not-risen"),) if evidence.tryptase_risen is False else ())


def _exposed_before(observed: Observed) -> tuple[Reason, ...]:
    number = observed.exposure_number
    return (because("exposed-before", number=str(number)),) if number is not None and number > 1 else ()


def _beyond(observed: Observed, immediate: bool | None) -> tuple[Reason, ...]:
    return _timed("onset-not-immediate", observed) if immediate is False else ()


def _unexpected_rash(observed: Observed) -> tuple[Reason, ...]:
    """Where an exanthem is immediate."""
    return _timed("rash-too-soon", observed) if observed.signs & TYPE_4 else ()


def _within_1_h(observed: Observed) -> bool:
    return observed.onset_minutes is not None and observed.onset_minutes <= WITHIN_1_H_MIN


def _late(observed: Observed) -> bool:
    return observed.onset_minutes is not None and observed.onset_minutes > LATEST_MIN


def _timed(code: str, observed: Observed) -> tuple[Reason, ...]:
    onset = observed.onset_minutes
    return () if onset is None else (onset_reason(code, onset),)
