"""Tryptase values in words of the tests."""

from reactions.rules.level import read_level
from reactions.rules.tryptase import judge_tryptase


def judged(acute, baseline, **settings):
    return judge_tryptase(
        acute=read_level(acute) if acute else None, baseline=read_level(baseline) if baseline else None, **settings
    )


def codes(reasons):
    return [reason.code for reason in reasons]
