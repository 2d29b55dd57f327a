"""Concentrations against the label's range and the product's own strength, at the edge and just beyond."""

import pytest

from tests.protocols.engine.products.samples import PRODUCT, asked, found, limit, with_limits

BELOW, ABOVE, UNREACHABLE = "concentration-below-range", "concentration-above-range", "dilution-unreachable"


def test_what_keeps_to_the_label_raises_nothing():
    assert found(asked(), PRODUCT) == []


@pytest.mark.parametrize(
    ("strengths", "expected"),
    [
        (("0.1", "0.05"), []),
        (("0.1", "0.0499999"), [("blocker", BELOW, "solution 2")]),
        (("0.05", "1"), []),
        (("0.0499999", "1"), [("sign-off", BELOW, "solution 1")]),
        (("2", "1"), []),
        (("2.0000001", "1"), [("sign-off", ABOVE, "solution 1")]),
    ],
)
def test_the_last_bag_is_blocked_and_a_diluted_one_is_signed_for(strengths, expected):
    assert found(asked(strengths=strengths), PRODUCT) == expected


@pytest.mark.parametrize(("strength", "expected"), [("2", []), ("2.0000001", [("blocker", ABOVE, "solution 2")])])
def test_the_last_bag_above_the_range(strength, expected):
    slow = with_limits(rate_greatest=limit(1000, "mg/h"))
    assert found(asked(strengths=("0.1", strength)), slow) == expected


@pytest.mark.parametrize(
    ("strength", "expected"),
    [("0.05", []), ("0.04", [("sign-off", BELOW, "solution 2")]), ("0.02", [("blocker", BELOW, "solution 2")])],
)
def test_where_sources_differ_only_what_none_allows_is_blocked(strength, expected):
    least = (*limit("0.05", "mg/mL", source="one"), *limit("0.03", "mg/mL", source="another"))
    plan = asked(strengths=("0.1", strength), last_rate=10)
    assert found(plan, with_limits(concentration_least=least)) == expected


@pytest.mark.parametrize(("figure", "expected"), [("50", []), ("51", [("blocker", BELOW, "solution 2")])])
def test_a_limit_in_another_unit_of_the_family_is_converted(figure, expected):
    plan = asked(strengths=("0.1", "0.05"))
    assert found(plan, with_limits(concentration_least=limit(figure, "mcg/mL"))) == expected


@pytest.mark.parametrize(("figure", "expected"), [("1", []), ("0.9999", [("blocker", UNREACHABLE, "solution 2")])])
def test_a_bag_stronger_than_the_product_cannot_be_made(figure, expected):
    assert found(asked(), with_limits(strength=limit(figure, "mg/mL"))) == expected


def test_of_two_strengths_the_stronger_may_do():
    strengths = (*limit("0.5", "mg/mL"), *limit(1, "mg/mL"))
    assert found(asked(), with_limits(strength=strengths)) == []
