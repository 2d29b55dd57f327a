"""What the record of a procedure asks: each step as it was given, and the dose, step and bag of a minute."""

from fractions import Fraction

from protocols.engine.replay import Part
from tests.protocols.engine.replay.samples import line, pause, plan, replayed, resume, start, stop

DAY = [
    start(0, 1), start(12, 2), pause(17), resume(40, rate_ml_h=6), start(50, 1), start(60, 3), stop(65),
]  # fmt: skip


def test_every_run_as_it_was_given():
    runs = replayed(*DAY, now=65).runs
    assert [(run.number, run.solution, run.begins, run.ends) for run in runs] == [
        (1, 1, 0, 10), (2, 1, 12, 50), (1, 1, 50, 60), (3, 2, 60, 65),
    ]  # fmt: skip
    assert [(run.minutes, run.volume_ml) for run in runs] == [(10, 1), (15, 2), (10, 1), (5, Fraction("0.5"))]
    assert [run.dose for run in runs] == [Fraction("0.1"), Fraction("0.2"), Fraction("0.1"), Fraction("0.5")]
    assert [run.cumulative_dose for run in runs] == [Fraction(tenths, 10) for tenths in (1, 3, 4, 9)]
    assert [run.rate_ml_h for run in runs] == [6, 6, 6, 6]


def test_the_stretches_of_a_run_leave_the_breaks_out():
    run = replayed(*DAY, now=65).runs[1]
    assert run.parts == (
        Part(begins=Fraction(12), minutes=Fraction(5), volume_ml=Fraction(1)),
        Part(begins=Fraction(40), minutes=Fraction(10), volume_ml=Fraction(1)),
    )
    assert [part.ends for part in run.parts] == [17, 50]


def test_the_dose_a_breakthrough_reaction_reached():
    stands = replayed(*DAY, now=65)
    reached = {0: 0, 5: "0.05", 10: "0.1", 11: "0.1", 12: "0.1", 17: "0.2", 30: "0.2", 45: "0.25", 65: "0.9", 99: "0.9"}
    assert {minute: stands.delivered_at(Fraction(minute)) for minute in reached} == {
        minute: Fraction(dose) for minute, dose in reached.items()
    }


def test_its_step_and_bag():
    stands = replayed(*DAY, now=65)
    at = {minute: stands.run_at(Fraction(minute)) for minute in (0, 11, 12, 30, 55, 60, 90)}
    assert {minute: (run.number, run.solution) for minute, run in at.items()} == {
        0: (1, 1), 11: (1, 1), 12: (2, 1), 30: (2, 1), 55: (1, 1), 60: (3, 2), 90: (3, 2),
    }  # fmt: skip


def test_before_the_first_start_there_is_none():
    stands = replayed(start(5, 1), now=9)
    assert (stands.run_at(Fraction(4)), stands.delivered_at(Fraction(4))) == (None, 0)
    nothing = replayed(now=9)
    assert (nothing.run_at(Fraction(9)), nothing.delivered_at(Fraction(9)), nothing.given) == (None, 0, None)


def test_a_step_started_and_left_in_one_minute_gave_nothing():
    stands = replayed(start(0, 1), start(0, 2), now=0)
    assert [(run.minutes, run.dose) for run in stands.runs] == [(0, 0), (0, 0)]
    assert stands.delivered_at(Fraction(0)) == 0


def test_through_a_line_the_dose_arrives_later():
    stands = replayed(start(0, 1), start(10, 2), now=20, specification=plan(line=line("1.5")))
    assert [stands.delivered_at(Fraction(minute)) for minute in (10, "12.5", 15, 20)] == [
        0, 0, Fraction("0.05"), Fraction("0.15"),
    ]  # fmt: skip


def test_a_reading_spreads_over_the_minutes_that_ran():
    stands = replayed(start(0, 1), pause(10, infused_ml="0.5"), now=10)
    assert stands.delivered_at(Fraction(5)) == Fraction("0.025")
