"""A template used for another drug, or for a dose far from the published one, at every edge."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desens.numbers.files import load_file
from protocols.engine import Choices, published_choices, read_template
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


def library(slug):
    """A shipped template and its published choices for its first drug."""
    template = read_template(load_file(FOLDER / f"{slug}.yaml"), slug=slug)
    return template, published_choices(template, template.drugs[0])


def codes(template, choices):
    return [(finding.level, finding.code) for finding in template_findings(template, choices)]


def test_a_template_for_any_drug_fits_every_drug_and_dose():
    template, choices = library("generic-12-step")
    assert codes(template, replace(choices, drug="carboplatin", target_dose=Fraction(5))) == []


def test_a_dose_for_each_square_metre_is_not_compared():
    template, choices = library("rituximab-12-step-truncated")
    assert codes(template, replace(choices, target_dose=Fraction(3750))) == []


def test_units_that_cannot_be_converted_block():
    template, choices = library("asparaginase-4-hour-bags")
    assert codes(template, choices) == []
    (found,) = template_findings(template, replace(choices, unit="mg"))
    assert found.level == "blocker"
    said = MESSAGES[found.code] % dict(found.values)
    assert said == "The template is published in units, and mg cannot be converted to them."


def test_bags_that_keep_their_volumes_say_that_the_chosen_one_is_not_used():
    template, choices = library("alemtuzumab-modified-12-step")
    assert codes(template, choices) == []
    (found,) = template_findings(template, replace(choices, bag_volume_ml=Fraction(250)))
    assert (found.level, found.code) == ("caution", "template-bags-fixed")
    assert dict(found.values) == {"volume": "250\u00a0mL"}
