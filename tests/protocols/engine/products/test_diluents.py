"""Diluents that the label allows and refuses, one nobody stated, and how much of it all bags hold."""

import pytest

from protocols.engine import Solution
from protocols.engine.products.words import DILUENT_NAMES
from protocols.engine.specification import DILUENTS
from tests.protocols.engine.products.samples import PRODUCT, asked, found, limit, rule, with_limits

BOTH = [("blocker", "diluent-not-allowed", "solution 1"), ("blocker", "diluent-not-allowed", "solution 2")]


@pytest.mark.parametrize("diluent", DILUENTS)
@pytest.mark.parametrize(
    ("allowed", "refused", "right"),
    [
        (("glucose-5",), (), {"glucose-5"}),
        (("sodium-chloride-0.9", "undiluted"), (), {"sodium-chloride-0.9", "undiluted"}),
        ((), ("chloride", "alkaline"), {"glucose-5", "undiluted"}),
        ((), ("glucose-5",), set(DILUENTS) - {"glucose-5"}),
        (("sodium-chloride-0.9",), ("all-others",), {"sodium-chloride-0.9"}),
        ((), ("all-others",), set()),
        (("glucose-5", "sodium-chloride-0.9"), ("chloride",), {"glucose-5"}),
    ],
)
def test_what_is_refused_or_not_among_what_is_allowed_is_blocked(diluent, allowed, refused, right):
    allowing = rule(*allowed) if allowed else ()
    refusing = rule(*refused) if refused else ()
    product = with_limits(diluents_allowed=allowing, diluents_refused=refusing)
    assert found(asked(diluent=diluent), product) == ([] if diluent in right else BOTH)


def test_each_bag_is_judged_by_its_own_diluent():
    plan = asked()
    first, last = plan.solutions
    mixed = asked(solutions=(first, Solution(**vars(last) | {"diluent": "undiluted"})))
    assert found(mixed, PRODUCT) == BOTH[1:]


def test_a_diluent_nobody_stated_is_told_once():
    assert found(asked(diluent=None), PRODUCT) == [("caution", "diluent-not-stated", None)]


def test_without_a_rule_of_the_label_nothing_is_asked():
    product = with_limits(diluents_allowed=())
    for diluent in (None, *DILUENTS):
        assert found(asked(diluent=diluent), product) == [("caution", "product-data-missing", None)]


def test_every_code_has_its_name():
    assert set(DILUENTS) < set(DILUENT_NAMES)


@pytest.mark.parametrize(
    ("volumes", "expected"),
    [((100, 100), []), ((100, "100.0001"), [("blocker", "diluent-volume-above-limit", None)])],
)
def test_all_bags_together_against_the_label(volumes, expected):
    assert found(asked(volumes=volumes), PRODUCT) == expected


def test_a_volume_that_one_source_allows_is_signed_for():
    product = with_limits(diluent_greatest=(*limit(100, "mL"), *limit(200, "mL")))
    assert found(asked(), product) == [("sign-off", "diluent-volume-above-limit", None)]
