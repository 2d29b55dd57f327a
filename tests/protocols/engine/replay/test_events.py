"""contracts.md 5: which events are accepted, with which caution, and which cannot be."""

from fractions import Fraction
from pathlib import Path

import pytest

import protocols.engine
from protocols.engine import explain_finding
from protocols.engine.replay import Event
from protocols.engine.replay.messages import MESSAGES
from protocols.findings_shown import finding_lines
from tests.protocols.engine.replay.samples import codes, event, pause, replayed, resume, start, stop

README = Path(protocols.engine.__file__).with_name("README.md")


def sentences(stands):
    return [explain_finding(finding).replace("\u00a0", " ") for finding in stands.findings]


@pytest.mark.parametrize(("at", "found"), [(10, False), (9, False), ("8.999", True), (2, True)])
def test_a_start_more_than_a_minute_early_is_cut_short(at, found):
    stands = replayed(start(0, 1), start(at, 2), now=at)
    assert (stands.step, stands.state) == (2, "running")
    assert codes(stands) == ([("step-cut-short", "step 1")] if found else [])


def test_the_minute_counts_at_the_rate_that_is_set():
    """0.2 mL are left: 2 minutes at 6 mL/h, 1 at 12."""
    assert codes(replayed(start(0, 1), start(8, 2), now=9)) == [("step-cut-short", "step 1")]
    assert codes(replayed(start(0, 1, rate_ml_h=12), start(4, 2), now=5)) == [("rate-above-plan", "step 1")]


def test_a_start_during_a_pause_cuts_short_too():
    assert codes(replayed(start(0, 1), pause(5), start(60, 2), now=60)) == [("step-cut-short", "step 1")]


def test_a_step_below_the_next_one_is_a_step_back():
    stands = replayed(start(0, 1), start(10, 2), start(20, 1), now=25)
    assert codes(stands) == [("step-back", "step 1")]
    assert (stands.step, stands.minutes_into_step) == (1, 5)
    assert [step.number for step in stands.remaining] == [1, 2, 3, 4]
    assert sentences(stands) == ["Step 1 was started at 20 min, though step 3 was next: it is given again."]


def test_behind_the_last_step_none_is_next():
    to_the_end = [start(10 * (number - 1), number) for number in range(1, 5)]
    for again in (2, 4):
        stands = replayed(*to_the_end, start(40, again), now=41)
        assert ("step-back", f"step {again}") in codes(stands)
        said = f"Step {again} was started at 40 min, though the last step had been begun before: it is given again."
        assert said in sentences(stands)
        assert said in [line.text.replace("\u00a0", " ") for line in finding_lines(stands.findings)]


def test_a_repeat_is_below_the_next_one_too():
    assert codes(replayed(start(0, 1), start(10, 1), now=15)) == [("step-back", "step 1")]


def test_a_step_above_the_next_one_is_skipped_to():
    stands = replayed(start(0, 1), start(10, 3), now=15)
    assert codes(stands) == [("step-skipped", "step 3")]
    assert [step.number for step in stands.remaining] == [3, 4]
    assert sentences(stands) == ["Step 3 was started at 10 min, though step 2 was next."]


def test_the_first_step_is_next_at_first():
    assert codes(replayed(start(0, 1), now=1)) == []
    assert codes(replayed(start(0, 2), now=1)) == [("step-skipped", "step 2")]


def test_a_resume_goes_on_with_what_is_left_of_the_step():
    stands = replayed(start(0, 1), pause(4), resume(90), now=91)
    assert (stands.step, stands.minutes_into_step, stands.remaining[0].minutes) == (1, 5, 5)
    assert codes(stands) == []


def test_a_resume_with_a_step_gives_it_anew():
    stands = replayed(start(0, 1), start(10, 2), pause(14), resume(90, step=2), now=91)
    assert (stands.step, stands.minutes_into_step, stands.remaining[0].minutes) == (2, 1, 9)
    assert codes(stands) == [("step-back", "step 2")]


def test_a_resume_with_a_step_steps_back():
    stands = replayed(start(0, 1), start(10, 2), pause(14), resume(90, step=1), now=95)
    assert (stands.step, stands.minutes_into_step) == (1, 5)
    assert codes(stands) == [("step-back", "step 1")]


def test_a_resume_with_the_next_step_leaves_the_paused_one_short():
    assert codes(replayed(start(0, 1), pause(4), resume(9, step=2), now=9)) == [("step-cut-short", "step 1")]
    assert codes(replayed(start(0, 1), pause(4), resume(9, step=3), now=9)) == [
        ("step-cut-short", "step 1"),
        ("step-skipped", "step 3"),
    ]


#: An event that cannot be, after what, and what is said of it.
IGNORED = [
    ([start(0, 1)], resume(5), "resume-without-pause", "it resumes what was not paused"),
    ([start(0, 1), pause(2), resume(3)], resume(5, step=2), "resume-without-pause", "it resumes what was not paused"),
    ([], resume(5), "resume-without-pause", "it resumes what was not paused"),
    ([start(0, 1), stop(4)], start(5, 2), "after-stop", "the infusion was stopped before"),
    ([start(0, 1), stop(4)], resume(5), "after-stop", "the infusion was stopped before"),
    ([start(0, 1), stop(4)], pause(5), "after-stop", "the infusion was stopped before"),
    ([start(0, 1), stop(4)], stop(5), "after-stop", "the infusion was stopped before"),
    ([start(0, 1)], start(-5, 2), "negative-time", "it is before the first start"),
    ([start(0, 1)], stop(-5), "negative-time", "it is before the first start"),
    ([start(0, 1)], start(5, 5), "no-such-step", "there is no step 5"),
    ([start(0, 1), pause(4)], resume(5, step=5), "no-such-step", "there is no step 5"),
    ([start(0, 1)], start(5, 0), "no-such-step", "there is no step 0"),
    ([], pause(5), "not-started", "no step was started before"),
    ([], stop(5), "not-started", "no step was started before"),
    ([start(0, 1), pause(4)], pause(5), "already-paused", "the infusion is paused already"),
]


@pytest.mark.parametrize(("before", "late", "code", "why"), IGNORED)
def test_an_event_that_cannot_be_is_ignored_and_named(before, late, code, why):
    stands, without = replayed(*before, late, now=8), replayed(*before, now=8)
    assert codes(stands) == [(code, None)]
    number, minute = len(before) + 1, late.at
    assert sentences(stands) == [f"Event {number}, at {minute} min, is ignored: {why}."]
    for name in ("state", "step", "minutes_into_step", "delivered", "solutions", "remaining", "total_dose", "runs"):
        assert getattr(stands, name) == getattr(without, name)


def test_what_an_ignored_event_read_is_ignored_with_it():
    assert replayed(start(0, 1), stop(4), pause(5, infused_ml=1), now=8).delivered == Fraction("0.04")


def test_an_event_is_named_by_its_place_in_the_list():
    stands = replayed(resume(5), start(0, 1), now=8)
    assert sentences(stands) == ["Event 1, at 5 min, is ignored: it resumes what was not paused."]


def test_a_pause_after_the_step_s_own_end_is_one():
    stands = replayed(start(0, 1), pause(12), now=20)
    assert (stands.state, stands.minutes_into_step, codes(stands)) == ("paused", 10, [])
    assert replayed(start(0, 1), pause(12), resume(14), now=20).state == "waiting"


def test_a_break_after_the_end_does_not_move_it():
    done = [start(0, 1), start(10, 2), start(20, 3), start(30, 4)]
    stands = replayed(*done, pause(50), resume(55), now=60)
    assert (stands.state, stands.ends_at, len(stands.runs[-1].parts)) == ("completed", 40, 1)


def test_a_start_names_its_step():
    with pytest.raises(ValueError, match="names its step"):
        Event(kind="start", at=Fraction(0))
    assert event("resume", 0).step is None


@pytest.mark.parametrize("code", MESSAGES)
def test_every_code_stands_in_the_engine_s_readme(code):
    assert f"`{code}`" in README.read_text()
