"""Reactions to be told apart, in words of the tests."""

from fractions import Fraction

from reactions.rules.observed import Observed
from reactions.rules.phenotype import phenotype
from reactions.rules.phenotype_evidence import Evidence

TESTS = ("skin_test", "delayed_skin_test", "tryptase_risen", "il6_raised")


def proposed(*signs, within=6, **more):
    tests = {name: more.pop(name) for name in TESTS if name in more}
    if "onset_minutes" in more:
        more["onset_minutes"] = Fraction(more["onset_minutes"])
    observed = Observed(signs=frozenset(signs), **more)
    return phenotype(Evidence(observed=observed, **tests), immediate_within_h=within)


def codes(reasons):
    return [reason.code for reason in reasons]
