"""What of the steps is known: nothing is concluded but that a step before one that was begun was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.history.cells import Course, cells

SIGNS = {"given": "#", "reacted": "!", "not reached": ".", "not recorded": "?"}
SIXTEEN = {"steps": 16, "last_step": None, "started": (), "reacted": (), "completed": False, "stopped": False}
step = st.integers(min_value=1, max_value=30)


def drawn(**changes) -> str:
    """A character a step; | where it was stopped."""
    return "".join(SIGNS[cell.state] + "|" * cell.stop for cell in cells(Course(**SIXTEEN | changes)))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"completed": True}, "################"),
        ({"completed": True, "reacted": [14, 16]}, "#############!#!"),
        ({"completed": True, "last_step": 12}, "############...."),
        ({"stopped": True, "last_step": 13, "reacted": [11, 13]}, "##########!#!|..."),
        ({"stopped": True, "last_step": 13}, "#############|..."),
        ({"stopped": True, "last_step": 16, "reacted": [16]}, "###############!|"),
        ({"stopped": True}, "????????????????"),
        ({"stopped": True, "reacted": [7, 8]}, "######!!????????"),
        ({}, "????????????????"),
        ({"started": [1, 2, 3]}, "###?????????????"),
        ({"steps": None}, ""),
        ({"steps": None, "completed": True}, ""),
        ({"steps": None, "completed": True, "reacted": [2]}, "#!"),
        ({"steps": None, "stopped": True, "last_step": 3}, "###|"),
        ({"steps": 4, "reacted": [6]}, "#####!"),
        ({"stopped": True, "last_step": 3, "reacted": [5]}, "####!|..........."),
    ],
)
def test_what_is_drawn(changes, expected):
    assert drawn(**changes) == expected


@given(
    st.none() | step,
    st.none() | step,
    st.frozensets(step),
    st.frozensets(step),
    st.sampled_from(["completed", "stopped", ""]),
)
def test_every_step_stands_once_and_every_reaction_at_its_own(steps, last, started, reacted, outcome):
    course = Course(
        steps=steps,
        last_step=last,
        started=started,
        reacted=reacted,
        completed=outcome == "completed",
        stopped=outcome == "stopped",
    )
    listed = list(cells(course))
    assert [cell.step for cell in listed] == list(range(1, len(listed) + 1))
    assert len(listed) == max([steps or 0, last or 0, *started, *reacted])
    assert {cell.step for cell in listed if cell.state == "reacted"} == reacted
    assert sum(cell.stop for cell in listed) <= (outcome == "stopped")
    begun = [cell.state in ("given", "reacted") for cell in listed]
    assert begun == sorted(begun, reverse=True)
    assert all(begun[number - 1] for number in started)
