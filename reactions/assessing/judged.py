"""Everything the rules say of one culprit, from frozen values: of the same material always the same."""

from dataclasses import dataclass
from fractions import Fraction

from reactions.rules.anaphylaxis import niaid_faan, wao
from reactions.rules.contraindications import Contraindication, contraindications
from reactions.rules.decision import Proposal, decide
from reactions.rules.decision_questions import Situation
from reactions.rules.interleukin import InterleukinVerdict, judge_interleukin
from reactions.rules.level import Level
from reactions.rules.naranjo import NaranjoScore, naranjo
from reactions.rules.observed import Observed
from reactions.rules.phenotype import Phenotype, phenotype
from reactions.rules.phenotype_evidence import Evidence
from reactions.rules.risk import Background, Risk, risk
from reactions.rules.skin_tests import SkinTestVerdict
from reactions.rules.steps import Breakthrough
from reactions.rules.tryptase import Rule, TryptaseVerdict, judge_tryptase

TRUTH = {"yes": True, "no": False}


@dataclass(frozen=True, kw_only=True)
class Blood:
    """The samples that count: tryptase in ng/mL, minutes of the acute one after the onset, interleukin 6."""

    baseline: Level | None = None
    acute: Level | None = None
    minutes_after_onset: Fraction | None = None
    il6: Level | None = None
    il6_limit: Level | None = None


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What the unit chose where sources differ (desens.unit.definitions.judging)."""

    immediate_within_h: int = 6
    hypotension_at_most_90: bool = False
    tryptase_rule: Rule = "twenty-percent"
    at_threshold_risen: bool = True
    tryptase_window_h: int = 4
    fev1_percent: Fraction = Fraction(80)


@dataclass(frozen=True, kw_only=True)
class Material:
    """What is recorded about a culprit, as the rules take it; None is "not recorded", or "not done" for tests."""

    observed: Observed
    brown_grade: int | None = None
    blood: Blood
    skin_tests: SkinTestVerdict | None = None
    background: Background
    naranjo: tuple[tuple[str, str], ...] = ()
    alternative: str | None = None
    challenge: str | None = None
    breakthroughs: tuple[Breakthrough, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Judged:
    """The material, the limits, and every verdict."""

    material: Material
    limits: Limits
    tryptase: TryptaseVerdict
    interleukin: InterleukinVerdict
    phenotype: Phenotype
    naranjo: NaranjoScore
    contraindications: tuple[Contraindication, ...] | None
    anaphylaxis: bool | None
    risk: Risk
    proposal: Proposal


def judge(material: Material, limits: Limits) -> Judged:
    """Every verdict on the material."""
    observed, blood = material.observed, material.blood
    tryptase = judge_tryptase(
        baseline=blood.baseline,
        acute=blood.acute,
        minutes_after_onset=blood.minutes_after_onset,
        rule=limits.tryptase_rule,
        at_threshold_risen=limits.at_threshold_risen,
        window_hours=limits.tryptase_window_h,
    )
    interleukin = judge_interleukin(value=blood.il6, limit=blood.il6_limit)
    tests = material.skin_tests
    evidence = Evidence(
        observed=observed,
        skin_test=tests.result if tests else None,
        delayed_skin_test=tests.delayed if tests else None,
        tryptase_risen=tryptase.tells,
        il6_raised=interleukin.raised,
    )
    kind = phenotype(evidence, immediate_within_h=limits.immediate_within_h)
    situation = _situation(material, limits, kind, tryptase)
    return Judged(
        material=material,
        limits=limits,
        tryptase=tryptase,
        interleukin=interleukin,
        phenotype=kind,
        naranjo=naranjo({item: TRUTH.get(answer) for item, answer in material.naranjo}),
        contraindications=situation.contraindications,
        anaphylaxis=situation.anaphylaxis,
        risk=situation.risk,
        proposal=decide(situation),
    )


def _situation(material: Material, limits: Limits, kind: Phenotype, tryptase: TryptaseVerdict) -> Situation:
    observed, grade = material.observed, material.brown_grade
    return Situation(
        contraindications=contraindications(observed),
        phenotype=kind,
        risk=risk(
            observed=observed,
            background=material.background,
            brown_grade=grade,
            breakthrough_grades=tuple(one.brown_grade for one in material.breakthroughs),
            fev1_limit=limits.fev1_percent,
        ),
        brown_grade=grade,
        anaphylaxis=_anaphylaxis(observed, limits),
        skin_tests=material.skin_tests,
        tryptase_risen=tryptase.tells,
        tryptase_cautions=tryptase.cautions,
        alternative=material.alternative,
        challenge=material.challenge,
        breakthroughs=material.breakthroughs,
    )


def _anaphylaxis(observed: Observed, limits: Limits) -> bool | None:
    """Met by either definition; None where neither says yes and one cannot tell."""
    found = {criteria(observed, within_hours=limits.immediate_within_h).met for criteria in (niaid_faan, wao)}
    return True if True in found else None if None in found else False
