"""An ordered dose is kept whole, read again as itself, and computed again with later figures."""

import json
from fractions import Fraction

import pytest

from protocols.dose_order import dose_today, is_computed, order_from_stored, order_of, order_to_stored
from protocols.engine.dosing import Auc, Flat, PerKg, PerM2, target_dose
from tests.protocols.engine.dosing.samples import TODAY, patient

FIGURES = {"weight": 80, "height": 170, "creatinine": "0.7", "age": 45, "gfr": 90}
BASES = [
    Flat(amount=Fraction(1200), unit="mg"),
    PerKg(amount=Fraction("7.5"), unit="mg"),
    PerM2(amount=Fraction(100), unit="mg", formula="dubois", most_m2=Fraction(2)),
    PerM2(amount=Fraction(100), unit="mg"),
    Auc(auc=Fraction(5), weight="adjusted", least_mg_dl=Fraction("0.7"), most_ml_min=None),
    Auc(auc=Fraction(5), measured=True),
]


def ordered(basis, step=1, **changes):
    known = patient(**(FIGURES | changes))
    result = target_dose(basis, patient=known, on=TODAY, step=Fraction(step))
    return order_of(result, basis, sex=known.sex, on=TODAY)


@pytest.mark.parametrize("basis", BASES)
def test_an_order_is_read_again_as_itself(basis):
    order = ordered(basis)
    again = order_from_stored(json.loads(json.dumps(order_to_stored(order))))
    assert again == order
    assert is_computed(again)


def test_both_the_ordered_and_the_rounded_dose_are_kept():
    order = ordered(PerKg(amount=Fraction("7.3"), unit="mg"), step=10)
    assert (order.kind, order.unrounded, order.dose) == ("per_kg", 584, 580)


def test_with_a_later_weight_the_same_order_gives_its_dose_of_the_day():
    order = ordered(BASES[1])
    assert order.unrounded == 600
    assert dose_today(order, patient(weight=88)) == 660
    assert dose_today(order, patient(height=170)) is None


def test_a_flat_order_asks_for_no_figure_and_a_measured_gfr_stays_the_orders_own():
    assert dose_today(ordered(BASES[0]), patient(sex=None)) == 1200
    measured = ordered(BASES[5])
    assert dose_today(measured, patient(weight=200)) == measured.unrounded == 575
    assert dose_today(measured, patient(gfr=75)) == 500


def test_an_order_whose_doses_its_figures_do_not_give_is_told():
    stored = order_to_stored(ordered(BASES[1]))
    assert not is_computed(order_from_stored(stored | {"dose": "6000"}))
    assert not is_computed(order_from_stored(stored | {"unrounded": "6000"}))
    assert not is_computed(order_from_stored(stored | {"inputs": []}))
