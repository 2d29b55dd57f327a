"""Findings on a page: one line each, but for steps that deliver nothing, which stand together with the two remedies."""

from protocols.engine import compute
from protocols.findings_shown import finding_lines
from tests.protocols.engine.samples import family, saline_line


def shown(dead_volume_ml):
    line = saline_line(dead_volume_ml, per_solution=False)
    return [
        (line.code, line.where, line.text) for line in finding_lines(compute(family(100, 10, 1, line=line)).findings)
    ]


def test_steps_that_deliver_nothing_are_one_line_with_both_remedies():
    assert shown(20)[0] == (
        "undelivered-step",
        "steps 1 to 7",
        "Steps 1 to 7 deliver nothing: what they push in only moves what the line held. Prime the line with the "
        "solution up to the hub, or book a first step for each bag whose volume is the line's, at dose 0.",
    )
    assert [code for code, _, _ in shown(20)].count("undelivered-step") == 1


def test_one_such_step_is_named_alone():
    assert shown("0.6")[0][:2] == ("undelivered-step", "step 1")


def test_steps_apart_are_listed():
    own = finding_lines(compute(family(100, 10, 1, line=saline_line(10))).findings)
    assert own[0].where == "steps 1 to 7, 9 to 10"
