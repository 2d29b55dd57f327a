"""Every library file reads, computes without a blocker, and reproduces what is printed to its last digit."""

from fractions import Fraction
from pathlib import Path

import pytest

from desens.numbers.files import load_file
from protocols.engine import Blocker, Choices, apply_template, compute, read_template
from tests.protocols.engine.test_published import as_printed

LIBRARY = sorted((Path(__file__).parents[3] / "protocols" / "library").glob("*.yaml"))
TEMPLATES = [read_template(load_file(path), slug=path.stem) for path in LIBRARY]
USES = [
    pytest.param(template, drug, id=f"{template.slug}-{drug.name}") for template in TEMPLATES for drug in template.drugs
]


def as_published(template, drug):
    """The schedule of a template exactly as it was published for one of its drugs."""
    choices = Choices(
        drug=drug.name,
        target_dose=drug.target_dose,
        unit=drug.unit,
        final_rate_ml_h=template.final_rate_ml_h,
        bag_volume_ml=template.bag_volume_ml,
    )
    return compute(apply_template(template, choices))


def printed_column(template, name):
    """One printed column as text; None where the table has no such column."""
    if template.printed is None or name not in template.printed.columns:
        return None
    position = template.printed.columns.index(name)
    return [row[position] for row in template.printed.rows]


def test_the_library_holds_the_case_and_its_follow_on():
    assert {"atezolizumab-bevacizumab-16-step", "atezolizumab-bevacizumab-12-step"} <= {t.slug for t in TEMPLATES}


@pytest.mark.parametrize(("template", "drug"), USES)
def test_published_choices_meet_the_target_without_a_blocker(template, drug):
    schedule = as_published(template, drug)
    assert not [finding for finding in schedule.findings if isinstance(finding, Blocker)]
    assert schedule.total_dose == drug.target_dose


@pytest.mark.parametrize(("template", "drug"), USES)
def test_the_printed_table_is_reproduced_to_its_last_digit(template, drug):
    schedule = as_published(template, drug)
    columns = {
        "step": [step.number for step in schedule.steps],
        "solution": [step.solution for step in schedule.steps],
        "rate_ml_h": [step.rate_ml_h for step in schedule.steps],
        "minutes": [step.minutes for step in schedule.steps],
        "volume_ml": [step.volume_ml for step in schedule.steps],
        f"{drug.name}_dose_{drug.unit}": [step.dose for step in schedule.steps],
        f"{drug.name}_cumulative_{drug.unit}": [step.cumulative_dose for step in schedule.steps],
    }
    for name, values in columns.items():
        printed = printed_column(template, name)
        if printed is not None:
            assert as_printed(values, printed) == list(map(Fraction, printed)), name


def test_the_sixteen_step_table_is_there_for_both_drugs():
    template = next(template for template in TEMPLATES if template.slug == "atezolizumab-bevacizumab-16-step")
    assert len(template.printed.rows) == 16
    assert [column for column in template.printed.columns if "cumulative" in column] == [
        "atezolizumab_cumulative_mg",
        "bevacizumab_cumulative_mg",
    ]
    assert template.mark == "seen"
    assert [(given.drug, given.minutes_before) for given in template.premedication] == [
        ("chlorpheniramine", 60),
        ("methylprednisolone", 60),
        ("ondansetron", 60),
    ]


def test_the_follow_on_says_that_no_table_is_printed_for_it():
    template = next(template for template in TEMPLATES if template.slug == "atezolizumab-bevacizumab-12-step")
    assert template.printed is None
    assert template.mark == "VERIFY"
    assert "prints no table" in template.notes
