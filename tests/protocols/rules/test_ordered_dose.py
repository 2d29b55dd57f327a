"""How far a target dose may be from the ordered one, and what is asked of the prescriber for it."""

from fractions import Fraction

import pytest

from protocols.findings_shown import finding_lines
from protocols.rules.ordered_dose import CODES, MESSAGES, Ordered, ordered_findings


def found(target, ordered="600", **changes):
    return tuple(ordered_findings(Ordered(dose=Fraction(ordered), unit="mg", **changes), target=Fraction(target)))


def levels(*args, **changes):
    return [(finding.level, finding.code) for finding in found(*args, **changes)]


def test_the_ordered_dose_itself_and_no_ordered_dose_say_nothing():
    assert levels("600") == levels("600", reason="x", computed=True) == []
    assert list(ordered_findings(None, target=Fraction(1))) == []


@pytest.mark.parametrize(
    ("target", "level"),
    [("570", "caution"), ("569.99", "sign-off"), ("630", "caution"), ("630.01", "sign-off"), ("599", "caution")],
)
def test_five_percent_with_a_reason_is_a_caution_and_beyond_a_signature(target, level):
    assert levels(target, reason="band") == [(level, "dose-banded")]
    assert levels(target, computed=True) == [(level, "dose-rounded")]
    assert levels(target, reason="band", computed=True) == [(level, "dose-banded")]
    assert levels(target) == [("sign-off", "dose-unexplained")]


def test_both_figures_the_deviation_and_the_reason_are_told():
    line = finding_lines(found("580", "583", reason="100 % sure: band of 2024"))[0].text.replace("\u00a0", " ")
    assert line == "Ordered were 583 mg; the target dose is 580 mg, 0.5146 % less: 100 % sure: band of 2024."
    assert "1.887 % more, and nobody wrote why" in finding_lines(found("594", "583"))[0].text
    assert set(CODES) - set(MESSAGES) == {"ordered-in-other-unit"}
