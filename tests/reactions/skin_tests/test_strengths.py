"""Which strengths the library proposes, and strengths compared across units."""

from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pytest
from django.utils import timezone

from desens.numbers.quantity import Quantity
from desens.unit.definitions import BY_KEY
from desens.unit.selectors import current
from desens.unit.services import Change, change_setting
from drugs.services import load_library
from drugs.unit_services import add_product
from reactions.skin_test_choices import SkinTestKind
from reactions.skin_tests.library_strengths import strengths_of
from reactions.skin_tests.library_table import limit_of
from reactions.skin_tests.proposed_strengths import decimal_of
from reactions.skin_tests.strengths import exact_decimal, in_unit, is_above
from tests.drugs import shelf


@pytest.fixture
def library(transactional_db):
    load_library(by="test", at=timezone.now())


def proposed(name, kind=SkinTestKind.INTRADERMAL):
    (found,) = strengths_of([name], unit=current()).values()
    table = found.of(kind)
    limit = limit_of(table)
    shown = [str(strength).replace("\u00a0", " ") for strength in table.strengths]
    return shown, table.condition, table.mark, limit and str(limit).replace("\u00a0", " ")


S2K = "German S2k guideline 2015"


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("oxaliplatin", (["0.1 mg/mL"], S2K, "seen", "0.1 mg/mL")),
        ("Eloxatin", (["0.1 mg/mL"], S2K, "seen", "0.1 mg/mL")),
        ("carboplatin", (["1 mg/mL"], S2K, "seen", "1 mg/mL")),
        ("omalizumab", (["1.25 mcg/mL"], S2K, "seen", "1.25 mcg/mL")),
        (
            "rituximab",
            (["0.1 mg/mL", "1 mg/mL", "10 mg/mL"], "BWH and EAACI 2022, 10 optional", "VERIFY", "10 mg/mL"),
        ),
        ("atezolizumab", (["0.6 mg/mL"], "used in the published cases", "seen", None)),
        ("alemtuzumab", ([], "BWH and EAACI 2022", "VERIFY", None)),
        ("heparins", ([], S2K, "seen", None)),
    ],
)
def test_the_reviewed_table_comes_before_what_is_remembered_or_was_used_once(library, drug, said):
    assert proposed(drug) == said


def test_a_vesicant_forbids_before_anything_else(library):
    (found,) = strengths_of(["vincristine"], unit=current()).values()
    assert found.of(SkinTestKind.INTRADERMAL).forbids


def test_the_unit_chooses_where_sources_differ(library, allergist):
    for key, value in (("oxaliplatin-strength", "eaaci"), ("cephalosporin-strength", "20")):
        change = Change(definition=BY_KEY[key], value=value, reason="our protocol", based_on=0)
        change_setting(change=change, entry_key=uuid4(), by=allergist, at=timezone.now())
    assert proposed("oxaliplatin")[0] == ["0.05 mg/mL", "0.5 mg/mL", "5 mg/mL"]
    assert proposed("ceftazidime")[0] == ["20 mg/mL"]
    assert proposed("cefepime")[0] == ["2 mg/mL"]


def test_undiluted_and_diluted_are_reckoned_from_the_stock_of_the_unit(library, allergist):
    at = timezone.now()
    about = add_product(drug=shelf.drug("heparins"), name="enoxaparin", route="subcutaneous", by=allergist, at=at)
    shelf.stated(about, shelf.stating("stock_concentration", "5000", "IU/mL"), allergist)
    assert proposed("heparins")[0] == ["500 units/mL"]
    assert proposed("heparins", SkinTestKind.PRICK)[0] == ["5\u202f000 units/mL"]


def test_a_drug_that_nobody_knows_is_left_out(library):
    assert strengths_of(["", "nobody's drug"], unit=current()) == {}


@pytest.mark.parametrize(
    ("value", "unit", "other", "found"),
    [
        ("1.5", "mg/mL", "mg/mL", "1.5"),
        ("1.5", "mg/mL", "mcg/mL", "1500"),
        ("2", "MU/mL", "U/mL", "2000000"),
        ("1", "mg/mL", "U/mL", None),
        ("1", "mM", "mg/mL", None),
        ("1", "mg/mL", "mM", None),
        ("1", "U/mL", "IU/mL", None),
    ],
)
def test_a_strength_in_another_unit(value, unit, other, found):
    converted = in_unit(Quantity(value=Fraction(value), unit=unit), other)
    assert converted == (None if found is None else Quantity(value=Fraction(found), unit=other))


def test_above_is_told_only_where_units_can_be_compared():
    one = Quantity(value=Fraction(1), unit="mg/mL")
    assert is_above(one, Quantity(value=Fraction(999), unit="mcg/mL"))
    assert not is_above(one, one)
    assert not is_above(one, Quantity(value=Fraction(1, 2), unit="mM"))
    assert not is_above(one, None)


def test_a_figure_that_does_not_terminate_is_no_decimal():
    assert exact_decimal(Fraction(13, 4)) == Decimal("3.25")
    with pytest.raises(ArithmeticError):
        exact_decimal(Fraction(1, 3))


def test_a_limit_that_vanishes_in_a_larger_unit_is_no_limit():
    assert decimal_of(Quantity(value=Fraction(5, 4_000_000), unit="g/mL")) == Decimal("0.000001")
    assert decimal_of(Quantity(value=Fraction(1, 10**9), unit="g/mL")) is None
    assert decimal_of(None) is None
