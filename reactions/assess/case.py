"""One reaction with its patient and tests, as the rules take them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from reactions.rules.level import Level
from reactions.rules.observed import Observed
from reactions.rules.risk import Background
from reactions.rules.skin_test_input import SkinTests
from reactions.rules.steps import Breakthrough
from reactions.rules.tryptase import Rule


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
