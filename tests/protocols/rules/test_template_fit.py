"""A template used for another drug, or for a dose far from the published one, at every edge."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desens.numbers.files import load_file
from protocols.engine import Choices, read_template
from protocols.library_services import FOLDER
from protocols.rules.template_fit import MESSAGES, template_findings

SLUG = "atezolizumab-bevacizumab-16-step"
TEMPLATE = read_template(load_file(FOLDER / f"{SLUG}.yaml"), slug=SLUG)
CHOICES = Choices(
    drug="atezolizumab",
    target_dose=Fraction(1200),
    unit="mg",
    final_rate_ml_h=Fraction(80),
    bag_volume_ml=Fraction(250),
)


@pytest.mark.parametrize(
    ("dose", "level"),
    [
        ("239.9", "sign-off"),
        ("240", "caution"),
        ("599.9", "caution"),
        ("600", None),
        ("1200", None),
        ("2400", None),
        ("2400.1", "caution"),
        ("6000", "caution"),
        ("6000.1", "sign-off"),
        ("12000", "sign-off"),
    ],
)
def test_a_dose_far_from_the_published_one(dose, level):
    found = template_findings(TEMPLATE, replace(CHOICES, target_dose=Fraction(dose)))
    assert [(finding.code, finding.level) for finding in found] == (
        [("dose-far-from-template", level)] if level else []
    )


def test_units_are_compared_exactly():
    assert template_findings(TEMPLATE, replace(CHOICES, target_dose=Fraction("1.2"), unit="g")) == ()


def test_another_drug_is_named_and_its_dose_not_compared():
    (found,) = template_findings(TEMPLATE, replace(CHOICES, drug="rituximab", target_dose=Fraction(12000)))
    assert found.level == "caution"
    said = MESSAGES[found.code] % dict(found.values)
    assert said == "The template was published for atezolizumab, bevacizumab, not for rituximab."
