"""From drug data and settings to plain values for the planner."""

from fractions import Fraction

import pytest

from desens.unit.selectors import UnitSettings
from drugs.selectors import Fact, ProductFacts
from protocols.preparation_material import Material, Missing, material_of

DEFAULTS = UnitSettings(rows={})


def fact(what, *stated, unit="", condition="", established=True):
    """A fact: figures with a unit, or codes without."""
    return Fact(
        what=what,
        condition=condition,
        established=established,
        figures=tuple(map(Fraction, stated)) if unit else (),
        unit=unit,
        words=() if unit else stated,
        source="label",
        mark="seen",
        origin="library",
    )


STRENGTH = fact("stock_concentration", "60", unit="mg/mL")
SALINE = fact("diluents_allowed", "sodium-chloride-0.9", "undiluted")


def facts(*stated):
    return ProductFacts(drug="example", name="example 60", route="intravenous", facts=stated)


def material(*stated, unit="mg"):
    found = material_of(facts(*stated), DEFAULTS, unit)
    return found.product if isinstance(found, Material) else found.what


def test_the_product_as_plain_values():
    product = material(
        STRENGTH,
        SALINE,
        fact("vial_amounts", "100", "400", unit="mg"),
        fact("concentration_least", "1.4", unit="mg/mL"),
        fact("concentration_greatest", "16.5", unit="mg/mL"),
        fact("diluent_greatest", "100", unit="mL"),
    )
    assert (product.name, product.strength, product.vial_amounts) == ("example 60", 60, (100, 400))
    assert product.diluents == ("sodium chloride 0.9\u00a0%",)
    assert (product.concentration_least, product.concentration_greatest) == (Fraction("1.4"), Fraction("16.5"))
    assert product.diluent_greatest_ml == 100


def test_amounts_are_converted_to_the_schedules_unit():
    product = material(STRENGTH, SALINE, fact("vial_amounts", "0.5", unit="g"), unit="mcg")
    assert (product.strength, product.vial_amounts) == (60_000, (500_000,))


@pytest.mark.parametrize(
    ("stated", "unit", "missing"),
    [
        ((SALINE,), "mg", ("the strength of example 60 in mg/mL",)),
        ((STRENGTH, SALINE), "U", ("the strength of example 60 in units/mL",)),
        ((fact("stock_concentration", established=False), SALINE), "mg", ("the strength of example 60 in mg/mL",)),
        ((STRENGTH,), "mg", ("the diluent of example 60",)),
        ((STRENGTH, fact("diluents_allowed", "undiluted")), "mg", ("the diluent of example 60",)),
        ((), "mg", ("the strength of example 60 in mg/mL", "the diluent of example 60")),
    ],
)
def test_everything_that_is_missing_is_named(stated, unit, missing):
    assert material(*stated, unit=unit) == missing


def test_without_a_product_that_is_what_is_missing():
    assert material_of(None, DEFAULTS, "mg") == Missing(what=("the product",))


def test_a_diluent_both_allowed_and_refused_is_none():
    refused = fact("diluents_refused", "sodium-chloride-0.9")
    both = fact("diluents_allowed", "sodium-chloride-0.9", "glucose-5")
    assert material(STRENGTH, both, refused).diluents == ("glucose 5\u00a0%",)


def test_of_several_conditions_the_strictest_limit_counts():
    product = material(
        STRENGTH,
        SALINE,
        fact("concentration_least", "1", unit="mg/mL", condition="first"),
        fact("concentration_least", "2", unit="mg/mL", condition="later"),
        fact("concentration_greatest", "8", unit="mg/mL", condition="first"),
        fact("concentration_greatest", "9", unit="mg/mL", condition="later"),
    )
    assert (product.concentration_least, product.concentration_greatest) == (2, 8)


def test_the_workshop_is_the_units():
    workshop = material_of(facts(STRENGTH, SALINE), DEFAULTS, "mg").workshop
    assert [syringe.volume_ml for syringe in workshop.syringes] == [1, 5, 10, 20, 50]
    assert [bag.volume_ml for bag in workshop.bags] == [50, 100, 250, 500, 1000]
    assert {bag.overfill_ml for bag in workshop.bags} == {None}
