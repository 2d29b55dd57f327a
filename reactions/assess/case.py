"""One reaction with its patient and tests, as the rules take them, and all that the rules answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from reactions.rules.anaphylaxis_criteria import Criteria
from reactions.rules.contraindications import Contraindication
from reactions.rules.decision import Proposal
from reactions.rules.graded import Graded
from reactions.rules.interleukin import InterleukinVerdict
from reactions.rules.level import Level
from reactions.rules.naranjo import NaranjoScore
from reactions.rules.observed import Observed
from reactions.rules.phenotype import Phenotype
from reactions.rules.reasons import Reason
from reactions.rules.risk import Background
from reactions.rules.skin_test_input import SkinTests
from reactions.rules.skin_tests import SkinTestVerdict
from reactions.rules.steps import Breakthrough
from reactions.rules.tryptase import Rule, TryptaseVerdict


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The unit's choices where sources conflict (clinical.md 13); the defaults are those of the unit's settings."""

    sbp_at_most_90: bool = False
    immediate_within_h: int = 6
    tryptase_rule: Rule = "twenty-percent"
    tryptase_at_threshold_risen: bool = True
    tryptase_window_h: int = 4
    fev1_limit: Fraction = Fraction(80)


@dataclass(frozen=True, kw_only=True)
class Patient:
    """Medicines and conditions by code, None where nobody asked; `unknown` are words that the rules do not know."""

    age_years: int | None = None
    medicines: frozenset[str] | None = None
    conditions: frozenset[str] | None = None
    unknown: tuple[str, ...] = ()
    fev1_percent: Fraction | None = None
    alternative: str | None = None


@dataclass(frozen=True, kw_only=True)
class Tryptase:
    """Values in `unit`, one of `tryptase.UNITS`, which are all the same; the time is the acute sample's after onset."""

    unit: str | None = None
    baseline: Level | None = None
    acute: Level | None = None
    minutes_after_onset: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is known of one reaction; what is absent was not recorded."""

    patient: Patient = field(default_factory=Patient)
    observed: Observed = field(default_factory=Observed)
    tryptase: Tryptase = field(default_factory=Tryptase)
    il6: Level | None = None
    il6_limit: Level | None = None
    skin_tests: SkinTests | None = None
    challenge: str | None = None
    breakthroughs: tuple[Breakthrough, ...] = ()
    naranjo: Mapping[str, bool | None] = field(default_factory=dict)

    @property
    def background(self) -> Background:
        """What the risk depends on beside the reaction."""
        return Background(
            medicines=self.patient.medicines,
            conditions=self.patient.conditions,
            fev1_percent=self.patient.fev1_percent,
            baseline_tryptase=self.tryptase.baseline,
        )


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """What each rule says. `contraindications` is None where no sign is recorded; `unknown` as in the patient."""

    brown: Graded
    niaid_faan: Criteria
    wao: Criteria
    ctcae: Mapping[str, Graded]
    tryptase: TryptaseVerdict
    il6: InterleukinVerdict
    skin_tests: SkinTestVerdict | None
    phenotype: Phenotype
    naranjo: NaranjoScore
    contraindications: tuple[Contraindication, ...] | None
    contradictions: tuple[Reason, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The verdicts, and the way proposed from them."""

    verdicts: Verdicts
    proposal: Proposal
