"""Whatever is typed into the rows of a plan and whatever is done to them: read or refused in words, nothing lost."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from protocols.engine import NothingToCompute, compute
from protocols.plan.building import plan_of
from protocols.plan.editing import insert_bag, insert_step, remove_bag, remove_step
from protocols.plan.posting import LONGEST, carried
from protocols.plan.rows import ENDS, HOLDS
from tests.protocols.plan.plans import read, sent, specification

START = plan_of(specification())
ACTIONS = (insert_bag, insert_step, remove_bag, remove_step)
figures = st.from_regex(r"(0|[1-9][0-9]{0,5})([.,][0-9]{1,6})?", fullmatch=True)
typed = st.one_of(st.text(max_size=60), figures, st.sampled_from(["", *HOLDS, *ENDS, "-1", "1e9", "\0", "1.500"]))
cells = st.dictionaries(st.sampled_from(sorted(carried(START))), typed, max_size=6)
done = st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(-1, 130)), max_size=8)


@given(cells=cells)
def test_everything_typed_comes_back(cells):
    plan = sent(START, **cells).plan
    assert plan is not None
    assert carried(plan) == carried(START) | {name: text[:LONGEST] for name, text in cells.items()}


@given(cells=cells, done=done)
def test_a_plan_is_computed_or_says_in_which_cell_it_is_wrong(cells, done):
    plan = sent(START, **cells).plan
    for act, number in done:
        plan = act(plan, number)
    reading = read(plan)
    assert bool(reading.errors) is (reading.specification is None)
    assert {error.cell for error in reading.errors} <= carried(plan).keys()
    if reading.specification is not None:
        with suppress(NothingToCompute):
            assert compute(reading.specification).steps
