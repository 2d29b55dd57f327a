"""Through lines: what reached the patient, what stays in them, the end flush. On paper, plug flow."""

from fractions import Fraction

from tests.protocols.engine.replay.samples import as_planned, codes, golden, line, pause, plan, replayed, start

#: One line of 2 mL with saline for both bags: of 1 + 2 mL the first arrives in step 2.
SHARED = plan(line=line(2, per_solution=False))
#: A line of 2 mL for each bag, filled with it.
FILLED = plan(line=line(2, primed_with="solution"))
FLUSHED = plan(line=line("0.5", end_flush=True))


def test_the_first_dead_volume_of_saline_delivers_nothing():
    stands = replayed(start(0, 1), start(10, 2), now=14, specification=SHARED)
    assert (stands.delivered, stands.in_line_ml, stands.in_line_amount) == (0, Fraction("1.8"), Fraction("0.18"))
    later = replayed(start(0, 1), start(10, 2), now=20, specification=SHARED)
    assert (later.delivered, later.in_line_ml, later.in_line_amount) == (Fraction("0.1"), 2, Fraction("0.2"))


def test_after_a_change_of_bag_one_line_first_delivers_what_it_held():
    stands = replayed(start(0, 1), start(10, 2), start(20, 3), now=30, specification=SHARED)
    assert stands.runs[2].dose == Fraction("0.1")
    assert (stands.in_line_ml, stands.in_line_amount) == (2, Fraction("1.1"))


def test_the_total_counts_what_leaves_the_line():
    """11.3 mg are drawn, 2 mL of bag 2 stay: the goal is 9.3 mg, with or without a break."""
    assert replayed(start(0, 1), pause(4), now=9, specification=SHARED).total_dose == Fraction("9.3")
    twice = replayed(start(0, 1), start(10, 1), now=20, specification=SHARED)
    assert (twice.total_dose, twice.remaining[-1].volume_ml) == (Fraction("9.3"), Fraction("9.9"))


def test_a_line_primed_with_the_solution_delivers_at_once_and_its_prime_is_drawn():
    stands = replayed(start(0, 1), now=5, specification=FILLED)
    assert (stands.delivered, stands.in_line_ml, stands.in_line_amount) == (Fraction("0.05"), 2, Fraction("0.2"))
    assert [bag.infused_ml for bag in stands.solutions] == [Fraction("2.5"), 0]


def test_a_bag_taken_up_again_finds_its_line_as_it_left_it():
    own = plan(line=line("0.5"))
    stands = replayed(start(0, 1), start(10, 3), start(20, 1), now=25, specification=own)
    assert [run.dose for run in stands.runs] == [Fraction("0.05"), Fraction("0.5"), Fraction("0.05")]
    assert stands.in_line_ml == 1


def test_one_line_for_all_is_primed_by_the_schedule_s_first_bag():
    stands = replayed(start(0, 3), now=5, specification=plan(line=line(2, primed_with="solution", per_solution=False)))
    assert [bag.infused_ml for bag in stands.solutions] == [2, Fraction("0.5")]
    assert stands.delivered == Fraction("0.05")


def test_the_flush_is_a_step_of_its_own_and_started_too():
    events, end = as_planned(FLUSHED)
    waiting = replayed(*events[:-1], now=end, specification=FLUSHED)
    assert (waiting.state, [step.number for step in waiting.remaining]) == ("waiting", [5])
    assert (waiting.remaining[0].flush, waiting.remaining[0].dose) == (True, Fraction("0.5"))
    done = replayed(*events, now=end, specification=FLUSHED)
    assert (done.state, done.in_line_ml, done.runs[-1].flush) == ("completed", Fraction("0.5"), True)
    assert done.in_line_amount == Fraction("0.05")
    assert [bag.infused_ml for bag in done.solutions] == [3, 11]


def test_the_flush_counts_and_the_last_step_makes_room_for_it():
    stands = replayed(start(0, 1), start(10, 1), now=20, specification=FLUSHED)
    assert stands.total_dose == Fraction("11.25")
    assert [step.volume_ml for step in stands.remaining] == [2, 1, Fraction("9.9"), Fraction("0.5")]


def test_the_flush_runs_at_the_rate_of_the_step_before_it():
    events, end = as_planned(FLUSHED)
    assert replayed(*events, now=end, specification=FLUSHED).runs[-1].rate_ml_h == 60
    slowed = replayed(*events[:3], start(30, 4, rate_ml_h=30), start(60, 5), now="60.5", specification=FLUSHED)
    assert (slowed.runs[-1].rate_ml_h, slowed.remaining[0].rate_ml_h) == (30, 30)


def test_a_schedule_that_is_cut_is_flushed_behind_the_step_it_ends_with():
    events, _ = as_planned(FLUSHED)
    stands = replayed(*events[:4], start("39.5", 3), now="39.5", specification=FLUSHED)
    assert [(step.number, step.solution, step.rate_ml_h) for step in stands.remaining] == [(3, 2, 6), (5, 2, 6)]
    assert (stands.remaining[0].volume_ml, stands.total_dose) == (Fraction("0.5"), Fraction("11.25"))


def test_where_no_step_is_wanted_as_much_is_flushed_as_the_target_wants():
    """11 mL were to go in; 11.3 did: of the half millilitre in the line only 0.2 are wanted."""
    events, _ = as_planned(FLUSHED)
    stands = replayed(*events[:4], pause(60, infused_ml="10.3"), now=60, specification=FLUSHED)
    (flush,) = stands.remaining
    assert (flush.flush, flush.volume_ml, stands.total_dose) == (True, Fraction("0.2"), Fraction("11.25"))
    over = replayed(*events[:4], pause(60, infused_ml=12), now=60, specification=FLUSHED)
    assert (over.state, over.remaining, codes(over)) == ("completed", (), [("target-exceeded", None)])


def test_a_flush_started_first_runs_through_the_line_of_the_schedule():
    stands = replayed(start(0, 5), now="0.25", specification=FLUSHED)
    assert (stands.delivered, stands.runs[0].solution, stands.runs[0].rate_ml_h) == (0, 2, 60)
    assert codes(stands) == [("target-missed", None), ("step-skipped", "step 5")]


def test_the_cases_of_the_line_come_out_as_scheduled():
    for name in ("line-each-20", "line-shared-20", "line-flushed-to-target", "line-shared-primed-with-solution"):
        specification = golden(name)
        events, end = as_planned(specification)
        assert replayed(*events, now=end, specification=specification).findings == ()
