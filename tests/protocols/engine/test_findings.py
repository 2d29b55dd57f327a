"""Every finding just below, at and just above its edge."""

from dataclasses import replace
from fractions import Fraction

import pytest

from protocols.engine import NothingToCompute, Solution, Step, compute, explain_finding
from tests.protocols.engine.samples import doses_at, drug_line, family, pump, saline_line, specification


def found(specification, code):
    """The findings of one code as (level, where)."""
    return [(finding.level, finding.where) for finding in compute(specification).findings if finding.code == code]


def refused(specification):
    """The findings of a specification that gives no schedule."""
    with pytest.raises(NothingToCompute) as caught:
        compute(specification)
    return [(finding.level, finding.code, finding.where) for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("volume", "expected"),
    [("9999.999999", []), ("10000", []), ("10000.000001", [("blocker", "bag-exhausted", "solution 1")])],
)
def test_bag_exhausted(volume, expected):
    bag = Solution(number=1, volume_ml=Fraction(10_000), concentration=Fraction(1))
    asked = specification(
        target=volume, solutions=[bag], steps=[Step(solution=1, rate_ml_h=Fraction(80), volume_ml=Fraction(volume))]
    )
    assert (refused(asked) if expected else list(compute(asked).findings)) == expected


def test_a_prime_is_drawn_from_the_bag_too():
    line = drug_line(20)
    rest = compute(family(100, 10, 1, line=line)).steps[-1]
    assert rest.volume_ml == Fraction("212.5")
    asked = family(100, 10, 1, last_volume=Fraction("232.5"), line=line)
    assert refused(asked) == [("blocker", "bag-exhausted", "solution 3")]


def test_every_dry_bag_is_named():
    bags = [Solution(number=n, volume_ml=Fraction(5), amount=Fraction(1)) for n in (1, 2)]
    steps = [Step(solution=n, rate_ml_h=Fraction(10), volume_ml=Fraction(6)) for n in (1, 2)]
    assert [where for *_, where in refused(specification(solutions=bags, steps=steps))] == ["solution 1", "solution 2"]


def test_a_dry_bag_comes_before_what_follows_from_it():
    bag = Solution(number=1, volume_ml=Fraction(250), amount=Fraction(1000))
    too_much = Step(solution=1, minutes=Fraction(30), volume_ml=Fraction(251))
    ending = Step(solution=1, rate_ml_h=Fraction(80), volume_ml="to_target")
    asked = specification(target="500", solutions=[bag], steps=[too_much, ending])
    assert refused(asked) == [("blocker", "bag-exhausted", "solution 1")]


def test_a_bag_smaller_than_the_prime_is_dry():
    bag = Solution(number=1, volume_ml=Fraction(10), amount="full")
    line = replace(drug_line(20), end_flush=True)
    ending = Step(solution=1, rate_ml_h=Fraction(80), volume_ml="to_target")
    asked = specification(solutions=[bag], steps=[ending], line=line)
    assert refused(asked) == [("blocker", "bag-exhausted", "solution 1")]


def test_nothing_left_for_rest():
    steps = [Step(solution=1, rate_ml_h=Fraction(80), volume_ml="rest")] * 2
    bag = Solution(number=1, volume_ml=Fraction(250), amount="full")
    assert refused(specification(solutions=[bag], steps=steps)) == [("blocker", "bag-exhausted", "solution 1")]


def test_a_bag_too_small_to_reach_the_target():
    bag = Solution(number=1, volume_ml=Fraction(250), amount=Fraction(999))
    steps = [Step(solution=1, rate_ml_h=Fraction(80), volume_ml="to_target")]
    assert refused(specification(solutions=[bag], steps=steps)) == [("blocker", "bag-exhausted", "solution 1")]


@pytest.mark.parametrize(("target", "expected"), [("9", "target-passed"), ("10", "target-passed"), ("10.000001", None)])
@pytest.mark.parametrize("way", ["to_target", "remainder"])
def test_target_passed(target, expected, way):
    bags = [
        Solution(number=1, volume_ml=Fraction(100), concentration=Fraction(1)),
        Solution(number=2, volume_ml=Fraction(100), amount="remainder" if way == "remainder" else Fraction(100)),
    ]
    steps = [
        Step(solution=1, rate_ml_h=Fraction(10), minutes=Fraction(60)),
        Step(solution=2, rate_ml_h=Fraction(10), volume_ml="rest" if way == "remainder" else "to_target"),
    ]
    asked = specification(target=target, solutions=bags, steps=steps)
    if expected:
        assert refused(asked) == [("blocker", expected, "step 2")]
    else:
        assert compute(asked).total_dose == Fraction(target)


def test_a_remainder_that_stays_in_the_line():
    asked = family(100, 10, 1, line=saline_line(260))
    assert refused(asked) == [("blocker", "remainder-undelivered", "solution 3")]


@pytest.mark.parametrize(
    ("target", "code", "expected"),
    [
        ("1001.001001", "target-missed", []),
        ("1001.001002", "target-missed", [("blocker", None)]),
        ("1000", "target-missed", []),
        ("1000", "target-exceeded", []),
        ("999.000999001", "target-exceeded", []),
        ("999.000999000", "target-exceeded", [("blocker", None)]),
    ],
)
def test_target_missed_and_exceeded(target, code, expected):
    assert found(doses_at(500, 500, minutes=60, target=target), code) == expected


def test_a_declared_tenfold_series_over_its_target_is_signed_for():
    asked = doses_at(10, 100, minutes=60, target=100, declared=["logarithmic"])
    assert found(asked, "target-exceeded") == [("sign-off", None)]
    assert found(replace(asked, target_dose=Fraction(120)), "target-missed") == [("blocker", None)]


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        ("0.9", [("blocker", "step 1")]),
        ("1", []),
        ("1.1", []),
        ("99.9", []),
        ("100", []),
        ("100.1", [("blocker", "step 1")]),
    ],
)
def test_rate_outside_pump(rate, expected):
    assert found(doses_at(rate, pump=pump(least=1, most=100)), "rate-outside-pump") == expected


def test_the_rounded_rate_is_the_one_compared():
    assert found(doses_at("100.04", pump=pump(most=100)), "rate-outside-pump") == []
    assert found(doses_at("100.05", pump=pump(most=100)), "rate-outside-pump") == [("blocker", "step 1")]


def test_a_rate_that_rounds_to_nothing_delivers_nothing():
    asked = doses_at("0.04", target=1, pump=pump())
    step = compute(asked).steps[0]
    assert (step.rate_ml_h, step.volume_ml, step.dose) == (0, 0, 0)
    assert found(asked, "rate-outside-pump") == found(asked, "undelivered-step") == [("blocker", "step 1")]
    assert found(replace(asked, line=saline_line(0)), "undelivered-step") == [("blocker", "step 1")]
    assert compute(doses_at("0.05", pump=pump())).steps[0].rate_ml_h == Fraction("0.1")


@pytest.mark.parametrize(
    "never",
    [
        {"rate_ml_h": Fraction("0.04"), "volume_ml": Fraction(1)},
        {"rate_ml_h": Fraction("0.04"), "volume_ml": "rest"},
        {"minutes": Fraction(60), "volume_ml": Fraction("0.04")},
    ],
)
def test_a_volume_that_never_passes(never):
    asked = doses_at(1, pump=pump(least=0))
    asked = replace(asked, steps=(Step(solution=1, **never),))
    assert refused(asked) == [("blocker", "rate-outside-pump", "step 1")]


def test_a_flush_that_never_passes():
    asked = doses_at(10, "0.04", pump=pump(least=0), line=saline_line(5, end_flush=True))
    assert refused(asked) == [("blocker", "rate-outside-pump", "step 3")]


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        ("24.9", []),
        ("25", []),
        ("25.001", [("caution", "step 2")]),
        ("30", [("caution", "step 2")]),
        ("30.001", [("sign-off", "step 2")]),
    ],
)
def test_dose_rate_jump(rate, expected):
    assert found(doses_at(10, rate), "dose-rate-jump") == expected
    for declared in ("logarithmic", "slow"):
        assert found(doses_at(10, rate, declared=[declared]), "dose-rate-jump") == []
    assert found(doses_at(10, rate, declared=["falling"]), "dose-rate-jump") == expected


@pytest.mark.parametrize(("rate", "expected"), [("9.999", [("sign-off", "step 2")]), ("10", []), ("10.001", [])])
def test_dose_rate_fall(rate, expected):
    assert found(doses_at(10, rate), "dose-rate-fall") == expected
    assert found(doses_at(10, rate, declared=["falling"]), "dose-rate-fall") == []
    assert found(doses_at(10, rate, declared=["slow", "logarithmic"]), "dose-rate-fall") == expected


def test_a_step_that_delivers_nothing_is_no_fall():
    bags = [Solution(number=n, volume_ml=Fraction(100), concentration=Fraction(n)) for n in (1, 2)]
    steps = [Step(solution=n, rate_ml_h=Fraction(60), minutes=Fraction(10)) for n in (1, 1, 2, 2)]
    asked = specification(target=30, solutions=bags, steps=steps, line=saline_line(10))
    schedule = compute(asked)
    assert [(step.fold_increase, step.line_fill) for step in schedule.steps] == [
        (None, True), (None, False), (0, True), (2, False),
    ]  # fmt: skip
    assert [finding.code for finding in schedule.findings] == ["overage-in-line"]


@pytest.mark.parametrize(("rate", "expected"), [("0.999", []), ("1", [("caution", "step 2")]), ("1.001", [])])
def test_no_rise_at_a_bag_change(rate, expected):
    bags = [Solution(number=n, volume_ml=Fraction(100), concentration=Fraction(10**n)) for n in (1, 2)]
    steps = [Step(solution=n, rate_ml_h=Fraction(r), minutes=Fraction(15)) for n, r in ((1, 10), (2, rate))]
    asked = specification(solutions=bags, steps=steps)
    assert found(asked, "no-rise-at-bag-change") == expected
    for declared in ("slow", "falling"):
        assert found(replace(asked, declared=frozenset([declared])), "no-rise-at-bag-change") == []


def test_no_rise_within_a_bag_is_no_finding():
    assert compute(doses_at(10, 10)).findings == ()


@pytest.mark.parametrize(
    ("dead_volume", "dose", "line_fill", "expected"),
    [
        ("9.999", "0.001", False, []),
        ("10", "0", True, []),
        ("10.001", "0", False, [("blocker", "step 1")]),
    ],
)
def test_undelivered_step_and_line_fill(dead_volume, dose, line_fill, expected):
    asked = doses_at(60, 60, target=10, line=saline_line(dead_volume))
    first = compute(asked).steps[0]
    assert (first.dose, first.line_fill) == (Fraction(dose), line_fill)
    assert found(asked, "undelivered-step") == expected


def test_only_the_first_step_of_a_solution_fills_its_line():
    asked = doses_at(30, 66, 60, target=11, line=saline_line(15))
    assert found(asked, "undelivered-step") == [("blocker", "step 1")]
    asked = doses_at(60, 60, 60, target=5, line=saline_line(20))
    assert found(asked, "undelivered-step") == [("blocker", "step 1"), ("blocker", "step 2")]


@pytest.mark.parametrize("line", [saline_line(5), drug_line(5), saline_line(5, per_solution=False)])
def test_overage_in_line(line):
    asked = family(100, 10, 1, line=line)
    assert found(asked, "overage-in-line") == [("sign-off", None)]
    assert found(replace(asked, line=replace(line, end_flush=True)), "overage-in-line") == []
    assert found(replace(asked, line=replace(line, dead_volume_ml=Fraction(0))), "overage-in-line") == []
    assert found(replace(asked, line=None), "overage-in-line") == []


def test_blockers_come_first():
    levels = [finding.level for finding in compute(family(100, 10, 1, line=saline_line(10))).findings]
    assert levels == sorted(levels, key=["blocker", "sign-off", "caution"].index)
    assert len(set(levels)) > 1


def test_findings_explain_themselves():
    findings = compute(family(100, 10, 1, line=saline_line(20), declared=["slow"])).findings
    sentences = {finding.code: explain_finding(finding) for finding in findings}
    assert sentences == {
        "undelivered-step": (
            "Step 11 delivers nothing: its 10\u00a0mL only move what the line held. Prime the line with the solution "
            "up to the hub, or book a first step for each bag whose volume is the line's, at dose 0."
        ),
        "overage-in-line": (
            "94.83\u00a0mg in 48\u00a0mL stay in the line and do not count towards the target: "
            "do not flush, discard the line."
        ),
    }
