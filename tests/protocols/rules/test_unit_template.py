"""What every use of a template shows, and what its sign-offs answer."""

from datetime import date, timedelta

import pytest

from protocols.engine import Blocker, Caution, NeedsSignOff
from protocols.findings_shown import finding_lines
from protocols.rules.unit_template import SignedCode, covered, signable, use_findings

DUE = date(2027, 11, 21)
BELOW = (
    ("solution", "1"),
    ("concentration", "0.003 mg/mL"),
    ("product", "Eloxatin"),
    ("limit", "0.2 mg/mL"),
    ("basis", "label"),
    ("mark", "seen"),
)
SIGNED = SignedCode(
    code="concentration-below-range",
    places=frozenset({"solution 1", "solution 2"}),
    by="Ana Ruiz",
    reason="as published",
)


def below(kind=NeedsSignOff, where="solution 1"):
    return kind(code="concentration-below-range", where=where, values=BELOW)


def codes(**changes):
    held = {"of_unit": True, "read": True, "review_due": DUE, "on": DUE - timedelta(days=1)}
    return [finding.code for finding in use_findings(**held | changes)]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"on": DUE}, ["template-review-due"]),
        ({"on": DUE + timedelta(days=1)}, ["template-review-due"]),
        ({"review_due": None, "on": DUE}, []),
        ({"read": False}, ["template-unread"]),
        ({"read": False, "of_unit": False}, []),
        ({"read": False, "on": DUE}, ["template-unread", "template-review-due"]),
    ],
    ids=str,
)
def test_what_is_due_on_a_template_is_a_caution_of_each_use(changes, found):
    assert codes(**changes) == found


def test_what_is_due_is_said_in_words():
    lines = finding_lines(use_findings(of_unit=True, read=False, review_due=DUE, on=DUE))
    assert [line.text for line in lines] == [
        "This template of the unit was not read by a second person yet.",
        "The review of this template was due on 2027-11-21.",
    ]


def test_a_signed_finding_is_a_caution_that_keeps_its_figures_and_says_who_signed_and_why():
    (finding,) = covered([below()], [SIGNED])
    assert finding.level == "caution"
    (line,) = finding_lines([finding])
    (before,) = finding_lines([below()])
    assert line.text == f"{before.text} Signed with the template by Ana Ruiz: as published"
    assert (line.code, line.where) == (before.code, before.where)


@pytest.mark.parametrize(
    "finding",
    [
        below(Blocker),
        below(where="solution 3"),
        below(where=None),
        NeedsSignOff(code="dose-rate-jump", where="solution 1"),
    ],
    ids=["a blocker", "another bag", "nowhere", "another code"],
)
def test_what_was_not_signed_stays_as_it_is(finding):
    assert covered([finding], [SIGNED]) == (finding,)


def test_no_other_code_can_be_signed_even_where_a_row_says_so():
    steep = NeedsSignOff(code="dose-rate-jump", where="step 5")
    row = SignedCode(code="dose-rate-jump", places=frozenset({"step 5"}), by="Ana Ruiz", reason="x")
    assert covered([steep], [row]) == (steep,)


def test_what_can_be_signed_once_is_what_follows_from_bags_and_steps():
    flat = Caution(code="no-rise-at-bag-change", where="step 5")
    findings = [below(), below(Blocker), flat, NeedsSignOff(code="overage-in-line")]
    assert signable(findings) == (below(), flat)
