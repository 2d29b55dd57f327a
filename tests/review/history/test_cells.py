"""What of the steps is known: nothing is given that neither its own start nor the outcome says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.history.cells import Course, cells

SIGNS = {"given": "#", "reacted": "!", "not noted": "-", "not reached": ".", "not recorded": "?"}
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
        ({"stopped": True, "reacted": [7, 8]}, "------!!????????"),
        ({}, "????????????????"),
        ({"started": [1, 2, 3]}, "###?????????????"),
        ({"started": [1, 2, 5]}, "##--#???????????"),
        ({"started": [5]}, "----#???????????"),
        ({"started": [1], "reacted": [4]}, "#--!????????????"),
        ({"started": [1, 2, 4], "stopped": True, "last_step": 6}, "##-#-#|.........."),
        ({"started": [1, 2, 4], "completed": True}, "##-#------------"),
        ({"started": [1, 2, 4], "completed": True, "last_step": 16}, "##-#-----------#"),
        ({"started": list(range(1, 17)), "completed": True}, "################"),
        ({"steps": None}, ""),
        ({"steps": None, "completed": True}, ""),
        ({"steps": None, "completed": True, "reacted": [2]}, "#!"),
        ({"steps": None, "stopped": True, "last_step": 3}, "###|"),
        ({"steps": 4, "reacted": [6]}, "-----!"),
        ({"stopped": True, "last_step": 3, "reacted": [5]}, "###-!|..........."),
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
    passed = [cell.state not in ("not reached", "not recorded") for cell in listed]
    assert passed == sorted(passed, reverse=True)
    given = {cell.step for cell in listed if cell.state in ("given", "reacted")}
    assert started <= given
    if started:
        assert given <= started | reacted | {last}
    if not started and last is None and outcome != "completed":
        assert given == reacted
