"""Every rule applied to one case, with the unit's settings."""

from dataclasses import replace

from reactions.assess.case import Case, Settings
from reactions.assess.verdicts import Answer, Verdicts
from reactions.rules.anaphylaxis import niaid_faan, wao
from reactions.rules.anaphylaxis_criteria import Criteria
from reactions.rules.brown import brown
from reactions.rules.contradictions import contradictions
from reactions.rules.contraindications import contraindications
from reactions.rules.ctcae import ctcae
from reactions.rules.decision import decide
from reactions.rules.decision_questions import Situation
from reactions.rules.interleukin import InterleukinVerdict, judge_interleukin
from reactions.rules.naranjo import naranjo
from reactions.rules.phenotype import Phenotype, phenotype
from reactions.rules.phenotype_evidence import Evidence
from reactions.rules.reasons import because
from reactions.rules.risk import risk
from reactions.rules.skin_tests import SkinTestVerdict, judge
from reactions.rules.tryptase import TryptaseVerdict, judge_tryptase

DEFAULTS = Settings()


def answer(case: Case, settings: Settings = DEFAULTS) -> Answer:
    """What every rule says, and the way that follows."""
    observed, within = case.observed, settings.immediate_within_h
    tryptase = _tryptase(case, settings)
    il6 = judge_interleukin(value=case.il6, limit=case.il6_limit)
    tests = None if case.skin_tests is None else judge(case.skin_tests)
    verdicts = Verdicts(
        brown=brown(observed, at_most_90=settings.sbp_at_most_90),
        niaid_faan=niaid_faan(observed, within_hours=within),
        wao=wao(observed, within_hours=within),
        ctcae=ctcae(observed),
        tryptase=tryptase,
        il6=il6,
        skin_tests=tests,
        phenotype=_phenotype(case, settings, tests=tests, tryptase=tryptase, il6=il6),
        naranjo=naranjo(case.naranjo),
        contraindications=contraindications(observed),
        contradictions=contradictions(observed),
        unknown=case.patient.unknown,
    )
    return Answer(verdicts=verdicts, proposal=decide(_situation(case, settings, verdicts)))


def _situation(case: Case, settings: Settings, verdicts: Verdicts) -> Situation:
    grade = verdicts.brown.grade
    return Situation(
        contraindications=verdicts.contraindications,
        phenotype=verdicts.phenotype,
        risk=risk(
            observed=case.observed,
            background=case.background,
            brown_grade=grade,
            breakthrough_grades=tuple(one.brown_grade for one in case.breakthroughs),
            fev1_limit=settings.fev1_limit,
        ),
        brown_grade=grade,
        anaphylaxis=_met(verdicts.niaid_faan, verdicts.wao),
        skin_tests=verdicts.skin_tests,
        tryptase_risen=verdicts.tryptase.tells,
        tryptase_cautions=verdicts.tryptase.cautions,
        alternative=case.patient.alternative,
        challenge=case.challenge,
        breakthroughs=case.breakthroughs,
    )


def _tryptase(case: Case, settings: Settings) -> TryptaseVerdict:
    samples = case.tryptase
    if samples.unit is None and (samples.baseline or samples.acute):
        nothing = judge_tryptase(baseline=None, acute=None, rule=settings.tryptase_rule)
        return replace(nothing, cannot=(because("tryptase-unit-missing"),))
    return judge_tryptase(
        baseline=samples.baseline,
        acute=samples.acute,
        minutes_after_onset=samples.minutes_after_onset,
        rule=settings.tryptase_rule,
        at_threshold_risen=settings.tryptase_at_threshold_risen,
        window_hours=settings.tryptase_window_h,
    )


def _phenotype(
    case: Case,
    settings: Settings,
    *,
    tests: SkinTestVerdict | None,
    tryptase: TryptaseVerdict,
    il6: InterleukinVerdict,
) -> Phenotype:
    evidence = Evidence(
        observed=case.observed,
        skin_test=None if tests is None else tests.result,
        delayed_skin_test=None if tests is None else tests.delayed,
        tryptase_risen=tryptase.tells,
        il6_raised=il6.raised,
    )
    return phenotype(evidence, immediate_within_h=settings.immediate_within_h)


def _met(*criteria: Criteria) -> bool | None:
    """Whether any of the criteria is met; None where one cannot be told and none is met."""
    if any(one.met for one in criteria):
        return True
    return None if any(one.met is None for one in criteria) else False
