"""From the drug library, shipped or the unit's, to limits."""

from fractions import Fraction

import pytest

from desens.numbers.sentences import figures_kept
from drugs.kinds import DILUENTS as KNOWN_DILUENTS
from drugs.kinds import KINDS
from drugs.library import shipped
from drugs.models import Drug, Mark
from drugs.selectors import product_facts
from protocols.engine.products.words import DILUENT_NAMES, MARKS
from protocols.engine.specification import DILUENTS
from protocols.product_limits import limits_of, shipped_limits
from tests.clinic import libraries
from tests.drugs.shelf import product, stated, stating

CLASSES = {"chloride", "alkaline", "all-others"}


@pytest.mark.parametrize("name", ["oxaliplatin", "Oxaliplatin", "OXALI-PLATIN", "eloxatin"])
def test_a_drug_is_found_by_its_normalised_name_and_its_brands(name):
    assert [limits.product for limits in shipped_limits(name, "intravenous")] == ["oxaliplatin for infusion"]


@pytest.mark.parametrize(
    ("name", "route"), [("oxaliplatn", "intravenous"), ("oxaliplatin", "oral"), ("", "intravenous"), ("?", "oral")]
)
def test_what_is_only_near_or_of_another_route_is_unknown(name, route):
    assert shipped_limits(name, route) == ()


def test_what_is_not_established_is_no_limit():
    (ampicillin,) = shipped_limits("ampicillin", "intravenous")
    assert (ampicillin.stability, ampicillin.diluents_allowed, ampicillin.concentration_least) == ((), (), ())


def test_every_shipped_product_becomes_limits_with_its_source():
    for drug in shipped():
        for row in drug.products:
            limits = [
                limits for limits in shipped_limits(drug.name, row.route) if limits.product == figures_kept(row.name)
            ]
            assert len(limits) == 1
            held = [said for said in vars(limits[0]).values() if isinstance(said, tuple)]
            assert all(said.source and said.mark in MARKS for group in held for said in group)


def test_both_sides_know_the_same_diluents_marks_and_units():
    assert set(DILUENT_NAMES) == set(KNOWN_DILUENTS) == set(DILUENTS) | CLASSES
    assert {code: str(name) for code, name in KNOWN_DILUENTS.items()} == DILUENT_NAMES
    assert set(MARKS) == set(Mark.values)
    assert KINDS["stability"].units == ("h",)
    assert KINDS["minutes_least"].units == ("min",)
    assert {len(unit.split("/")) for unit in KINDS["rate_greatest"].units} == {2}


def test_no_product_no_limits():
    assert limits_of(None) == ()


@pytest.mark.django_db(transaction=True)
def test_the_units_own_row_stands_in_place_of_the_shipped_one(pharmacist):
    libraries()
    drug = Drug.objects.get(name_key="oxaliplatin")
    (before,) = limits_of(product_facts(drug)[-1])
    assert before == shipped_limits("oxaliplatin", "intravenous")[0]
    stated(product("oxaliplatin"), stating("concentration_least", "0.1", "mg/mL"), pharmacist)
    (after,) = limits_of(product_facts(drug)[-1])
    assert [(limit.value, limit.source) for limit in after.concentration_least] == [
        (Fraction(1, 10), "Label of 2026-05, page 3")
    ]
