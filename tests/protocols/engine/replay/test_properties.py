"""What holds in every history, whatever happened."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import event as noted
from hypothesis import given
from hypothesis import strategies as st

from protocols.engine.replay import Event, replay
from tests.protocols.engine.replay.histories import histories, plans, replays

PARTS = st.fractions(0, 1, max_denominator=100)


def stands_at(asked, now=None):
    schedule, line, events, minute = asked
    return replay(schedule, line, events=events, now=minute if now is None else now)


def planned(schedule):
    """One start a step, each at the end of the one before."""
    minute, events = Fraction(0), []
    for step in schedule.steps:
        events.append(Event(kind="start", at=minute, step=step.number))
        minute += step.minutes
    return events, minute


@given(replays())
def test_given_and_in_line_and_left_in_the_bags_is_what_was_prepared(asked):
    stands = stands_at(asked)
    strength = {bag.number: bag.concentration for bag in asked[0].solutions}
    prepared = sum(bag.volume_ml * bag.concentration for bag in asked[0].solutions)
    left = sum(bag.left_ml * strength[bag.number] for bag in stands.solutions)
    noted(stands.state)
    assert stands.delivered + stands.in_line_amount + left == prepared
    for now, bag in zip(stands.solutions, asked[0].solutions, strict=True):
        assert now.infused_ml + now.left_ml == bag.volume_ml
        assert min(now.infused_ml, now.left_ml) >= 0


@given(replays())
def test_what_remains_is_conserved_too(asked):
    stands = stands_at(asked)
    assert stands.total_dose == stands.delivered + sum(step.dose for step in stands.remaining)
    cumulative = stands.delivered
    for step in stands.remaining:
        cumulative += step.dose
        assert step.cumulative_dose == cumulative
        assert step.volume_ml == step.rate_ml_h * step.minutes / 60
        assert step.minutes > 0
    left = {bag.number: bag.left_ml for bag in stands.solutions}
    for step in stands.remaining:
        left[step.solution] -= 0 if step.flush else step.volume_ml
    assert min(left.values()) >= 0


@given(plans(), st.data())
def test_the_plan_as_planned_is_the_schedule_to_the_last_digit(plan, data):
    schedule, line = plan
    events, end = planned(schedule)
    stands = replay(schedule, line, events=events, now=end)
    assert (stands.state, stands.findings, stands.remaining) == ("completed", (), ())
    assert (stands.total_dose, stands.delivered, stands.ends_at) == (schedule.total_dose, schedule.total_dose, end)
    assert (stands.in_line_ml, stands.in_line_amount) == (schedule.in_line_ml, schedule.in_line_amount)
    assert [bag.infused_ml for bag in stands.solutions] == [bag.infused_ml for bag in schedule.solutions]
    kept = ("number", "solution", "rate_ml_h", "minutes", "volume_ml", "dose", "cumulative_dose", "flush")
    for run, step in zip(stands.runs, schedule.steps, strict=True):
        assert [getattr(run, name) for name in kept] == [getattr(step, name) for name in kept]
    middle = replay(schedule, line, events=events, now=end * data.draw(PARTS))
    assert (middle.total_dose, middle.ends_at, middle.findings) == (schedule.total_dose, end, ())


@given(plans())
def test_before_the_first_start_what_remains_is_the_schedule(plan):
    schedule, line = plan
    stands = replay(schedule, line, events=(), now=Fraction(0))
    assert [(step.number, step.volume_ml, step.dose) for step in stands.remaining] == [
        (step.number, step.volume_ml, step.dose) for step in schedule.steps
    ]
    assert (stands.state, stands.total_dose) == ("not-started", schedule.total_dose)


@given(replays(), PARTS, PARTS)
def test_the_delivered_dose_never_falls(asked, part, other):
    stands, end = stands_at(asked), asked[3]
    earlier, later = sorted((part * end, other * end))
    assert 0 <= stands.delivered_at(earlier) <= stands.delivered_at(later) <= stands.delivered
    assert stands.delivered_at(end) == stands.delivered
    assert [run.cumulative_dose for run in stands.runs] == sorted(run.cumulative_dose for run in stands.runs)


@given(replays(readings=st.none()), PARTS)
def test_without_readings_what_was_delivered_by_a_minute_is_what_the_replay_at_that_minute_says(asked, part):
    minute = part * asked[3]
    assert stands_at(asked).delivered_at(minute) == stands_at(asked, now=minute).delivered


@given(replays(), st.data())
def test_events_after_now_change_nothing(asked, data):
    schedule, line, events, now = asked
    more, _ = data.draw(histories(schedule))
    later = [replace(event, at=event.at + now + Fraction(1, 1000)) for event in more]
    assert replay(schedule, line, events=[*events, *later], now=now) == stands_at(asked)


@given(replays(), st.data())
def test_the_order_of_the_list_matters_only_between_events_of_one_minute(asked, data):
    schedule, line, events, now = asked
    minutes = sorted({event.at for event in events})
    groups = data.draw(st.permutations([[event for event in events if event.at == minute] for minute in minutes]))
    shuffled = [event for group in groups for event in group]
    stands, other = stands_at(asked), replay(schedule, line, events=shuffled, now=now)
    assert replace(stands, findings=()) == replace(other, findings=())
    assert [(f.code, f.where) for f in stands.findings] == [(f.code, f.where) for f in other.findings]


@given(replays(readings=st.none()), st.integers(0, 13), PARTS)
def test_a_break_within_a_step_changes_no_amount(asked, place, part):
    schedule, line, events, now = asked
    end = max([now, *(event.at for event in events)])
    whole = replay(schedule, line, events=events, now=end)
    begins = events[place].at if place < len(events) else Fraction(0)
    later = [event.at for event in events if event.at > begins]
    minute = begins + part * (min(later, default=end) - begins)
    if replay(schedule, line, events=events, now=minute).state not in ("running", "waiting"):
        return
    after = [event for event in events if event.at > minute]
    broken = [*(event for event in events if event.at <= minute), *on_off(minute), *after]
    split = replay(schedule, line, events=broken, now=end)
    alike = ("state", "step", "minutes_into_step", "delivered", "in_line_ml", "solutions", "total_dose", "ends_at")
    assert [getattr(split, name) for name in alike] == [getattr(whole, name) for name in alike]
    assert split.remaining == whole.remaining
    assert split.given == whole.given


def on_off(minute):
    """A pause and a resume in the same minute."""
    return Event(kind="pause", at=minute), Event(kind="resume", at=minute)


@given(replays())
def test_the_total_meets_the_goal_or_a_bag_or_a_reading_or_a_stop_says_why(asked):
    schedule = asked[0]
    stands = stands_at(asked)
    if stands.state == "stopped" or stands.total_dose == schedule.total_dose:
        return
    last = [step for step in schedule.steps if not step.flush][-1]
    if stands.total_dose < schedule.total_dose:
        bag = next(bag for bag in stands.solutions if bag.number == last.solution)
        drawn = sum(step.volume_ml for step in stands.remaining if step.solution == bag.number and not step.flush)
        in_flush = stands.runs[-1].flush
        prime = asked[1].dead_volume_ml if asked[1] and asked[1].primed_with == "solution" else 0
        assert bag.left_ml - drawn in (0, prime) or in_flush or line_lost(asked)
    else:
        assert any(event.infused_ml is not None for event in asked[2])


def line_lost(asked):
    """Where the schedule was cut, a flush may miss what another bag's line keeps."""
    _, line, _, _ = asked
    return line is not None and line.end_flush and line.per_solution


@given(replays())
def test_going_on_as_what_remains_says_ends_with_the_total_foretold(asked):
    """The remaining steps, started one after the other from now on: what was foretold comes true."""
    schedule, line, events, now = asked
    before = stands_at(asked)
    if before.state in ("stopped", "completed") or any(event.at > now for event in events):
        return
    minute, going_on = now, []
    for place, step in enumerate(before.remaining):
        under_way = place == 0 and before.step == step.number
        if not under_way:
            going_on.append(Event(kind="start", at=minute, step=step.number, rate_ml_h=step.rate_ml_h))
        elif before.state == "paused":
            going_on.append(Event(kind="resume", at=minute))
        minute += step.minutes
    after = replay(schedule, line, events=[*events, *going_on], now=minute)
    assert after.state == "completed"
    assert (after.delivered, after.total_dose) == (before.total_dose, before.total_dose)
    assert minute == before.ends_at


@given(replays())
def test_a_flush_is_cut_only_where_nothing_else_is_wanted(asked):
    schedule, _, _, _ = asked
    stands = stands_at(asked)
    begun = bool(stands.runs) and stands.runs[-1].flush
    for step in stands.remaining:
        if step.flush and not begun and step.volume_ml < schedule.steps[-1].volume_ml:
            assert stands.remaining == (step,)


@given(replays())
def test_the_same_twice_is_the_same(asked):
    assert stands_at(asked) == stands_at(asked)
