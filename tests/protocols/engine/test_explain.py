"""A step explains itself in one plain sentence with its arithmetic."""

import re

import pytest

from protocols.engine import MESSAGES, compute, explain_step
from tests.protocols.engine.samples import doses_at, family, saline_line


def sentence(specification, number):
    """The sentence with plain blanks, as one would say it."""
    return explain_step(compute(specification), number).replace("\u00a0", " ").replace("\u202f", ",")


def test_a_plain_step():
    assert sentence(family(1000, 100, 10, 1, target=1200), 4) == (
        "Step 4: 20 mL/h x 15 min / 60 = 5 mL of solution 1; 5 mL x 0.0048 mg/mL = 0.024 mg, 0.0444 mg in all."
    )


def test_a_step_through_a_line():
    assert sentence(doses_at(60, 60, target=5, line=saline_line(15)), 2) == (
        "Step 2: 60 mL/h x 10 min / 60 = 10 mL of solution 1 at 1 mg/mL enter the line; "
        "5 mg leave it for the patient, 5 mg in all."
    )


def test_a_line_fill():
    assert sentence(doses_at(60, 60, target=10, line=saline_line(10)), 1) == (
        "Step 1: 60 mL/h x 10 min / 60 = 10 mL of solution 1 fill the line; nothing reaches the patient."
    )


def test_the_flush():
    assert sentence(doses_at(60, 60, line=saline_line(10, end_flush=True)), 3) == (
        "Step 3: 60 mL/h x 10 min / 60 = 10 mL empty the line; 10 mg reach the patient, 20 mg in all."
    )


@pytest.mark.parametrize("code", MESSAGES)
def test_messages_are_plain_sentences(code):
    filled = re.sub(r"%\([a-z]+\)s", "1", MESSAGES[code])
    assert filled.replace("%%", "").count("%") == 0
    assert filled[0] == "1" or filled[0].isupper()
    assert filled.endswith(".")
