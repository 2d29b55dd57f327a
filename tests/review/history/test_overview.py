"""The picture to scale: every dated thing once on its lane, nothing of an unknown day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from patients.person import records_of
from review.history.courses import history
from review.history.paper import render
from tests.access.samples import somebody
from tests.clinic import registered
from tests.reactions.documents.scene import said
from tests.reactions.recording.records import STARTED, decision_row, reaction_row
from tests.reactions.samples.records import kept, new
from tests.review.history import made
from tests.review.history.papers import paper_of
from tests.review.history.test_page import page

pytestmark = pytest.mark.django_db
SEPTEMBER = date(2026, 9, 11)


def picture(patient):
    (course,) = history(records_of(patient), code=patient.code, viewer=somebody())
    return course.picture


def lanes(patient) -> dict[str, str]:
    return {lane.name: "".join(dot.glyph for dot in lane.dots) for lane in picture(patient).lanes}


def test_one_thing_makes_no_picture(allergist):
    patient = registered(allergist)
    made.procedure(patient, allergist)
    assert picture(patient) is None


def test_each_thing_stands_on_its_lane_as_it_ended(allergist):
    patient = registered(allergist)
    made.procedure(patient, allergist, ending=made.stopped(3))
    made.procedure(patient, allergist, SEPTEMBER)
    made.procedure(patient, allergist, date(2026, 10, 2), ending=None)
    ending = made.NewEnding(outcome="completed with reaction")
    made.breakthrough(made.procedure(patient, allergist, date(2026, 10, 30), ending=ending), allergist, 3)
    made.dose(patient, allergist, SEPTEMBER - timedelta(days=7))
    decision_row(reaction_row(patient, allergist), allergist)
    kept(patient, allergist, new())
    assert lanes(patient) == {
        "desensitizations, tolerated": "■",
        "desensitizations, completed with reaction": "▲",
        "desensitizations, stopped": "✕",
        "desensitizations, outcome not recorded": "?",
        "other reactions": "▲",
        "adjuvant doses": "◆",
        "samples": "○",
    }
    assert picture(patient).undrawn == ""
    assert picture(patient).text == (
        f"To scale, from 2026-08-20 to {(STARTED + timedelta(days=10)).date()}: desensitizations, tolerated: 1, "
        "desensitizations, completed with reaction: 1, desensitizations, stopped: 1, "
        "desensitizations, outcome not recorded: 1, other reactions: 1, adjuvant doses: 1, "
        "samples: 1. Each stands below with its date."
    )


def test_what_has_no_known_day_is_left_out_and_counted(allergist):
    patient = registered(allergist)
    made.procedure(patient, allergist)
    made.procedure(patient, allergist, SEPTEMBER)
    made.procedure(patient, allergist, date(2024, 1, 1), particulars={"day_precision": "year"})
    made.dose(patient, allergist, date(2024, 1, 1), given_precision="month")
    assert lanes(patient) == {"desensitizations, tolerated": "■■"}
    assert picture(patient).undrawn == "Not drawn, as the day is not known: 2."


def test_an_old_reaction_does_not_squash_the_course(allergist, as_user):
    patient = registered(allergist)
    old = datetime(2008, 5, 3, 9, 0, tzinfo=UTC)
    decision_row(reaction_row(patient, allergist, started_at=old), allergist)
    for number in range(8):
        made.procedure(patient, allergist, date(2024, 2, 1) + timedelta(days=21 * number))
    found = picture(patient)
    words = "The axis is broken from 2008-05-03 to 2024-02-01, between which nothing is dated to the day."
    assert found.broken == words
    assert found.text.endswith(words)
    assert [tick.glyph for tick in found.ticks] == ["2008-05", "2024-03", "2024-05"]
    (lane, _reactions) = found.lanes
    assert lane.dots[-1].at - lane.dots[0].at > 5_000
    assert not lane.strokes
    text = page(as_user(allergist), patient)
    assert text.count(words) == 2
    assert text.count('stroke-dasharray="6 3"') == len(found.lanes) + 1
    printed = said(render(paper_of(patient, allergist)))
    assert f"‖ {words}" in printed
    assert "2008-05 2024-03 2024-05" in printed


def test_what_stands_too_close_for_signs_is_drawn_as_strokes(allergist):
    patient = registered(allergist)
    made.monthly(patient, allergist, 60)
    assert {lane.name: lane.strokes for lane in picture(patient).lanes} == {
        "■ desensitizations, tolerated: 54 strokes": True,
        "desensitizations, completed with reaction": False,
        "◆ adjuvant doses: 60 strokes": True,
    }
