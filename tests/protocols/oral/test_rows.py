"""Rows of an oral plan: every published one reads back as itself; edits leave no gap and no overlap."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.files import load_file
from protocols.engine import compute_any, read_entry
from protocols.library_services import FOLDER
from protocols.oral.building import known_figures, plan_of
from protocols.oral.deciding import decided, edited_by, key_of, undecided, unit_of
from protocols.oral.offered import fixed_specification
from protocols.oral.posting import carried, posted
from protocols.oral.reading import read_plan
from protocols.oral.rows import MOST_PHASES, Plan, digest

PUBLISHED = {path.stem: read_entry(load_file(path), slug=path.stem) for path in sorted(FOLDER.glob("*.yaml"))}
ORAL = {slug: fixed_specification(entry) for slug, entry in PUBLISHED.items() if fixed_specification(entry)}
EDITS = st.tuples(st.sampled_from(("insert-phase", "remove-phase")), st.integers(min_value=0, max_value=8))
ALECTINIB = ORAL["alectinib-case"]


def test_the_published_protocols_by_mouth_and_under_the_skin_are_offered():
    assert {"alectinib-case", "aspirin-6-dose", "penicillin-v-oral-14-dose", "allopurinol-30-day"} <= ORAL.keys()
    assert {"co-trimoxazole-6-day", "co-trimoxazole-6-step-hourly", "insulin-glargine-subcutaneous"} <= ORAL.keys()


@pytest.mark.parametrize("slug", ORAL)
def test_a_published_protocol_reads_back_as_itself(slug):
    published = ORAL[slug]
    plan = posted(carried(plan_of(published))).plan
    reading = read_plan(plan, base=published, known=known_figures(published))
    assert reading.errors == ()
    ours, theirs = compute_any(reading.specification), compute_any(published)
    assert getattr(ours, "days", None) == getattr(theirs, "days", None)
    assert getattr(ours, "steps", None) == getattr(theirs, "steps", None)


@given(st.lists(EDITS, max_size=12))
def test_phases_inserted_and_removed_leave_no_gap_and_no_overlap(edits):
    plan = plan_of(ALECTINIB)
    for edit, number in edits:
        plan = edited_by(f"{edit}-{number}", plan)
    assert 1 <= len(plan.phases) <= MOST_PHASES
    reading = read_plan(plan, base=ALECTINIB, known={})
    assert {error.code for error in reading.errors} <= {"no_day"}


@pytest.mark.parametrize(("last", "codes"), [("365", []), ("366", []), ("367", ["no_day"]), ("9999", ["no_day"])])
def test_a_calendar_holds_a_year(last, codes):
    allopurinol = plan_of(ORAL["allopurinol-30-day"])
    (*_before, phase), head = allopurinol.phases, allopurinol.head
    one = replace(phase, first="1", last=last)
    reading = read_plan(Plan(head=head, phases=(one,)), base=ORAL["allopurinol-30-day"], known={})
    assert [error.code for error in reading.errors] == codes


@pytest.mark.parametrize("action", ["insert-phase-99", "remove-dose-1", "insert-solution-0", "x", "", "remove-phase-0"])
def test_a_button_of_another_kind_changes_nothing(action):
    plan = plan_of(ALECTINIB)
    assert edited_by(action, plan) == plan


def test_a_solution_that_is_used_stays_and_doses_follow_theirs():
    penicillin = plan_of(ORAL["penicillin-v-oral-14-dose"])
    used = penicillin.doses[-1].solution
    assert edited_by(f"remove-solution-{used}", penicillin) == penicillin
    more = edited_by("insert-solution-0", penicillin)
    assert more.doses[-1].solution == str(int(used) + 1)
    assert edited_by("remove-solution-1", more) == penicillin


def test_what_holds_without_a_template_is_what_was_typed():
    plan = plan_of(ALECTINIB)
    state = undecided(posted(carried(plan) | {"plan-from": key_of("a", 1, "mcg")}))
    assert (state.plan, state.specification, state.unit) == (plan, None, "mcg")
    assert undecided(posted({})) is None
    assert unit_of("nonsense") == ""


def test_an_edit_back_to_the_template_is_no_edit():
    plan, key = plan_of(ALECTINIB), key_of("a", 1, "mg")
    sent = carried(plan) | {"plan-from": key, "plan-built": digest(plan), "phase-1-dose": " 150 "}
    assert not decided(posted(sent), fresh=ALECTINIB, key=key).edited
    state = decided(posted(sent | {"phase-1-dose": "75"}), fresh=ALECTINIB, key=key)
    assert state.edited
    assert state.specification.phases[0].total == 150
