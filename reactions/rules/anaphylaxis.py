"""Anaphylaxis by NIAID/FAAN 2006 and by WAO 2020.

NIAID/FAAN (PMC8953896 Table 1; Sampson, J Allergy Clin Immunol 2006;117:391-7), any one: "1. Acute onset (minutes to
hours) with skin/mucosa AND (respiratory compromise OR reduced BP/end-organ dysfunction). 2. Two or more, after a
likely allergen: skin/mucosa; respiratory; reduced BP/end-organ; persistent GI. 3. Reduced BP after a known allergen."
WAO (Cardona, World Allergy Organ J 2020;13:100472), either: "1. Acute onset with skin/mucosa AND >= 1 of respiratory;
reduced BP/end-organ; severe GI. 2. Acute onset of hypotension OR bronchospasm OR laryngeal involvement after a known
or highly probable allergen, even without skin signs."
The culprit counts as a likely allergen, enough for NIAID/FAAN 2 and (read as highly probable) WAO 2; that it is a known
one of this patient, which NIAID/FAAN 3 asks for, must be told. "Minutes to hours" is up to 6 h, or the unit's choice.
The onset counts from the start of the drug: up to 24 h it may still be within hours of its end, and stays open.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from desens.numbers.write import plain_text
from reactions.rules import hypotension
from reactions.rules.anaphylaxis_criteria import Criteria
from reactions.rules.anaphylaxis_systems import Involved, in_order, involved
from reactions.rules.hypotension import limit_notes
from reactions.rules.observed import Observed
from reactions.rules.onset_words import onset_reason
from reactions.rules.reasons import Reason, because

NIAID_FAAN = "NIAID/FAAN 2006"
WAO = "WAO 2020"
WITHIN_HOURS = 6
LATE_HOURS = 24

Found = tuple[int, tuple[Reason, ...]]
Judge = Callable[[Involved], Found | None]


@dataclass(frozen=True, kw_only=True)
class _Question:
    judge: Judge
    source: str
    within_hours: int


def niaid_faan(observed: Observed, *, within_hours: int = WITHIN_HOURS, known_allergen: bool | None = None) -> Criteria:
    """The lowest of the three criteria that is met; `known_allergen` decides the third, a reduced pressure alone."""

    def judge(systems: Involved) -> Found | None:
        alone = systems.pressure and known_allergen is not False
        return _two_systems(systems) or ((3, in_order([systems.pressure])) if alone else None)

    found = _answer(observed, _Question(judge=judge, source=NIAID_FAAN, within_hours=within_hours))
    if found.criterion == 3 and known_allergen is None:
        return replace(found, met=None, criterion=None, cannot=(Reason(code="known-allergen-missing"),))
    return found


def wao(observed: Observed, *, within_hours: int = WITHIN_HOURS) -> Criteria:
    """The lower of the two criteria that is met; the second needs no skin signs."""
    return _answer(observed, _Question(judge=_by_wao, source=WAO, within_hours=within_hours))


def _two_systems(systems: Involved) -> Found | None:
    """NIAID/FAAN 1 and 2."""
    beside_skin = [systems.respiratory, systems.circulation]
    if systems.skin and any(beside_skin):
        return 1, in_order([systems.skin, *beside_skin])
    every = [systems.skin, *beside_skin, systems.gut]
    return (2, in_order(every)) if sum(map(bool, every)) >= 2 else None


def _by_wao(systems: Involved) -> Found | None:
    beside_skin = [systems.respiratory, systems.circulation, systems.gut]
    if systems.skin and any(beside_skin):
        return 1, in_order([systems.skin, *beside_skin])
    alone = [systems.pressure, systems.bronchi, systems.larynx]
    return (2, in_order(alone)) if any(alone) else None


def _answer(observed: Observed, question: _Question) -> Criteria:
    systems = involved(observed)
    found = question.judge(systems)
    notes = _notes(observed, systems, question.judge)
    if found is None:
        cannot = _undecided(observed)
        return Criteria(met=None if cannot else False, cannot=cannot, notes=notes, source=question.source)
    criterion, reasons = found
    onset = observed.onset_minutes
    if onset is None:
        cannot = (Reason(code="onset-missing"),)
        return Criteria(met=None, because=reasons, cannot=cannot, notes=notes, source=question.source)
    if 60 * question.within_hours < onset <= 60 * LATE_HOURS:
        cannot = (because("onset-to-judge", minutes=plain_text(onset), hours=str(question.within_hours)),)
        return Criteria(met=None, because=reasons, cannot=cannot, notes=notes, source=question.source)
    if onset > 60 * LATE_HOURS:
        late = onset_reason("onset-not-acute", onset, hours=str(LATE_HOURS))
        return Criteria(met=False, notes=(*notes, late), source=question.source)
    reasons = (*reasons, because("onset-minutes", minutes=plain_text(onset)))
    return Criteria(met=True, criterion=criterion, because=reasons, notes=notes, source=question.source)


def _undecided(observed: Observed) -> tuple[Reason, ...]:
    """What keeps "not met" from being said: nothing recorded, or hypotension whose fall cannot be computed."""
    missing: list[str] = []
    if not observed.signs:
        missing.append("signs-missing")
    refuted = "hypotension" in observed.signs and hypotension.is_low(observed) is False
    if refuted and hypotension.has_fallen(observed) is None:
        missing.append("baseline-sbp-missing")
    return tuple(Reason(code=code) for code in missing)


def _notes(observed: Observed, systems: Involved, judge: Judge) -> tuple[Reason, ...]:
    notes: list[Reason] = []
    if observed.sbp_mmhg is None and not systems.pressure:
        notes.append(Reason(code="sbp-not-recorded"))
    elif observed.sbp_mmhg is not None:
        notes += _pressure_notes(observed, observed.sbp_mmhg)
    if systems.gut and judge(systems) and judge(replace(systems, gut=())) is None:
        notes.append(Reason(code="gut-not-told"))
    return tuple(notes)


def _pressure_notes(observed: Observed, sbp_mmhg: Fraction) -> tuple[Reason, ...]:
    notes = [note for note in limit_notes(observed, sbp_mmhg, at_most_90=False) if note.code == "age-assumed"]
    if hypotension.is_low(observed) is False and hypotension.fall_percent(observed) is None:
        notes.append(Reason(code="fall-not-judged"))
    return tuple(notes)
