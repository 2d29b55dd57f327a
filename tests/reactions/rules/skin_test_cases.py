"""Skin tests in words of the tests."""

from fractions import Fraction

from reactions.rules.skin_test_input import Reading, SkinTests, Wheal
from reactions.rules.skin_tests import judge


def mm(*sizes):
    longest, perpendicular = (Fraction(size) for size in (sizes if len(sizes) == 2 else sizes * 2))
    return Wheal(longest_mm=longest, perpendicular_mm=perpendicular)


def prick(*wheal, erythema="10", **more):
    return Reading(kind="prick", wheal=mm(*wheal), erythema_mm=erythema and Fraction(erythema), **more)


def intradermal(*wheal, erythema="10", **more):
    return Reading(kind="intradermal", wheal=mm(*wheal), erythema_mm=erythema and Fraction(erythema), **more)


def session(*readings, histamine=6, negative=0, **more):
    return SkinTests(
        readings=readings,
        histamine=None if histamine is None else mm(histamine),
        negative=None if negative is None else mm(negative),
        **more,
    )


def result(*readings, **more):
    return judge(session(*readings, **more)).result


def codes(reasons):
    return [reason.code for reason in reasons]
