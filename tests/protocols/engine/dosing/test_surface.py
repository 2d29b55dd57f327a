"""Body surface: the figures of clinical.md 8, and a second computing in whole numbers only."""

from decimal import Decimal
from fractions import Fraction
from math import isqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols.engine.dosing import PerM2
from protocols.engine.dosing.roots import power, square_root
from protocols.engine.dosing.rounding import half_up
from protocols.engine.dosing.surface import dubois_m2, mosteller_m2
from tests.protocols.engine.dosing.samples import HEIGHTS, SURFACES, WEIGHTS, codes, dose_of, lines

PLACES = 10**40


@pytest.mark.parametrize(("cm", "kg", "mosteller", "dubois"), SURFACES)
def test_the_published_figures(cm, kg, mosteller, dubois):
    for compute, expected in ((mosteller_m2, mosteller), (dubois_m2, dubois)):
        surface = compute(height_cm=Fraction(cm), weight_kg=Fraction(kg))
        assert half_up(surface, Fraction(1, 10_000)) == Fraction(expected)


@pytest.mark.parametrize(("cm", "kg", "mosteller", "dubois"), SURFACES)
def test_the_dose_is_the_amount_times_the_surface(cm, kg, mosteller, dubois):
    for formula, expected in (("mosteller", mosteller), ("dubois", dubois)):
        answer = dose_of(PerM2(amount=Fraction(1), unit="mg", formula=formula), weight=kg, height=cm)
        assert answer.dose == Fraction(expected)
        assert lines(answer) == [formula, "per-m2", "rounded"]


@given(HEIGHTS, WEIGHTS)
def test_mosteller_lies_between_roots_in_whole_numbers(cm, kg):
    square = cm * kg / 3600
    floor = Fraction(isqrt(square.numerator * PLACES**2 // square.denominator), PLACES)
    assert floor <= mosteller_m2(height_cm=cm, weight_kg=kg) <= floor + Fraction(1, PLACES)


@given(HEIGHTS, WEIGHTS)
def test_dubois_is_a_fortieth_root_in_whole_numbers(cm, kg):
    """0.725 is 29/40 and 0.425 is 17/40: (surface / 0.007184)^40 is cm^29 x kg^17."""
    surface, error = dubois_m2(height_cm=cm, weight_kg=kg), Fraction(1, PLACES)
    least, most = ((surface + side) / Fraction("0.007184") for side in (-error, error))
    assert least**40 < cm**29 * kg**17 < most**40


@given(HEIGHTS, WEIGHTS, st.integers(2, 9))
def test_scaling_weight_and_height(cm, kg, times):
    """Mosteller grows with the root of kg, so fourfold kg is twice the surface, exactly; both rise with cm and kg."""
    once = mosteller_m2(height_cm=cm, weight_kg=kg)
    assert abs(mosteller_m2(height_cm=cm, weight_kg=kg * times**2) - once * times) < Fraction(1, PLACES)
    for compute in (mosteller_m2, dubois_m2):
        surface = compute(height_cm=cm, weight_kg=kg)
        assert surface < compute(height_cm=cm, weight_kg=kg + Fraction(1, 10))
        assert surface < compute(height_cm=cm + Fraction(1, 10), weight_kg=kg)


@given(st.integers(1, 10**6), st.integers(1, 10**4))
def test_a_root_that_is_a_fraction_is_exact(above, below):
    assert square_root(Fraction(above, below) ** 2) == Fraction(above, below)


def test_a_power_has_fifty_digits():
    from_table = Fraction("1.4142135623730950488016887242096980785696718753769")
    assert abs(power(Fraction(2), Decimal("0.5")) - from_table) < Fraction(1, 10**49)


@pytest.mark.parametrize(("most", "cautions"), [("2.2", ["surface-limited"]), ("2.25", []), (None, [])])
def test_a_greatest_surface_is_a_choice_and_told(most, cautions):
    basis = PerM2(amount=Fraction(100), unit="mg", most_m2=most and Fraction(most))
    answer = dose_of(basis, weight="101.25", height="180")
    assert answer.unrounded == (Fraction(220) if cautions else Fraction(225))
    assert codes(answer) == cautions
    assert ("surface-capped" in lines(answer)) is bool(cautions)
