"""A step that nobody noted, before one that was: never drawn as given, said wherever it stands, computed nowhere."""

from datetime import timedelta

import pytest

from patients.person import records_of
from procedures.delivered import delivered_of
from procedures.recording.entered import NewEnding, NewEvent
from procedures.recording.standing import of_procedure
from review.history.courses import history
from review.history.paper import render
from tests.access.samples import sample_patient, sample_version, somebody
from tests.clinic import registered
from tests.procedures.records import START
from tests.reactions.documents.scene import said
from tests.review.history import made
from tests.review.history.papers import paper_of
from tests.review.history.test_page import page

pytestmark = pytest.mark.django_db
WORDS = "steps 3 to 4: not noted"


def starts(*steps: int, timed: bool = True) -> tuple[NewEvent, ...]:
    """The starts of these steps as the sheet notes them; or that they were begun, without a time."""
    at = [START + timedelta(minutes=15 * step) if timed else None for step in steps]
    return tuple(NewEvent(kind="start", step=n, at=when, rate_ml_h=None) for n, when in zip(steps, at, strict=True))


def cycle_of(patient):
    (course,) = history(records_of(patient), code=patient.code, viewer=somebody())
    return course.cycles[0]


def drawn(patient) -> str:
    return "".join(glyph for piece in cycle_of(patient).pieces for glyph in piece.glyphs)


def test_a_hole_between_noted_starts_has_a_sign_of_its_own(allergist):
    patient = registered(allergist)
    made.procedure(patient, allergist, ending=None, events=made.started(1, 2, 5, 6))
    assert drawn(patient) == "■■––■■??????????"
    assert cycle_of(patient).not_noted == WORDS


def test_figure_legend_table_and_paper_say_it(allergist, as_user):
    patient = registered(allergist)
    made.procedure(patient, allergist, ending=None, events=made.started(1, 2, 5, 6))
    text = page(as_user(allergist), patient)
    assert text.count('<span class="cell cell-not-noted" aria-hidden="true">–</span>') == 3
    assert f'<span class="visually-hidden">{WORDS}</span>' in text
    assert f'<span class="hint">{WORDS}</span>' in text.replace("\u00a0", " ").split("<table", 1)[1]
    printed = said(render(paper_of(patient, allergist)))
    assert "– step not noted, though the course went past it" in printed
    assert "■■––■■??????????" in printed.replace(" ", "")
    assert f"16 steps, 4 bags; {WORDS}" in printed


@pytest.mark.parametrize(
    "noted",
    [(1, 2, 4), (1, 3), (2, 3), (1, 2, *range(4, 17)), tuple(range(1, 16)), tuple(range(2, 17)), tuple(range(1, 17))],
)
def test_the_first_step_not_noted_is_the_one_whose_time_the_delivered_amount_misses(nurse, noted):
    patient = sample_patient("1")
    released = {"culprit": "atezolizumab", "version": sample_version(patient)}
    ending = NewEnding(outcome="tolerated")
    row = made.procedure(patient, nurse, events=starts(*noted), ending=ending, **released)
    first = drawn(patient).find("–") + 1
    told = delivered_of(row, of_procedure(row))
    if first:
        assert told.cannot == f"cannot be computed: the time of step {first} is missing"
    else:
        assert told.computed is not None
    assert (told.computed is None) == (cycle_of(patient).delivered is None) == ("–" in drawn(patient))


def test_a_start_without_its_time_was_noted_and_yet_nothing_is_computed_from_it(nurse):
    patient = sample_patient("1")
    events = (*starts(1, 2), *starts(3, timed=False), *starts(*range(4, 17)))
    released = {"culprit": "atezolizumab", "version": sample_version(patient)}
    row = made.procedure(patient, nurse, events=events, **released)
    assert drawn(patient) == "■" * 16
    assert delivered_of(row, of_procedure(row)).cannot == "cannot be computed: the time of step 3 is missing"
