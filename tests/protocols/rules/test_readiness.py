"""What must hold before a release (clinical.md 0, 5.2): who is ready, whether at all, where, with whom, when."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols.rules.readiness_item import refusing, wanting_reason
from protocols.rules.readiness_messages import MESSAGES, TOPICS, WORDS
from protocols.rules.readiness_record import Answers, Decided, Grounds, Measured, Record, Taken
from tests.protocols.rules.readiness import GROUNDS, READY, TODAY, answered, judged, recorded, said


def grounds(**changes):
    return recorded(grounds=replace(GROUNDS, **changes))


def decided(way="desensitization", place="day hospital"):
    return recorded(decision=Decided(number=2, way=way, place=place))


def test_who_is_ready_asks_for_nothing():
    items = judged()
    assert {item.state for item in items.values()} == {"holds"}
    assert {item.asks for item in items.values()} == {"nothing"}
    assert set(items) == set(TOPICS) - {"day"}


def test_of_an_empty_record_nothing_holds_and_each_missing_input_is_named():
    items = judged(Record(age_years=64), Answers())
    assert {item.state for item in items.values()} == {"not recorded"}
    asking = wanting_reason(items.values(), ())
    assert set(asking) == set(items) - {"place", "nurses", "separate-days", "pregnancy"}
    for topic in asking:
        sentence = MESSAGES[items[topic].code]
        assert sentence.startswith("Cannot be judged")
        assert sentence.endswith("missing.")


@pytest.mark.parametrize(
    ("record", "topic", "expected"),
    [
        (recorded(grounds=None), "alternative", ("reason", "alternative-missing")),
        (grounds(alternative=""), "alternative", ("reason", "alternative-missing")),
        (grounds(alternative="exists"), "alternative", ("refusal", "alternative-exists")),
        (grounds(alternative="exists", alternative_detail="x"), "alternative", ("refusal", "alternative-named")),
        (grounds(oncologist="", stated_on=None), "statement", ("reason", "statement-missing")),
        (recorded(decision=None), "decision", ("reason", "decision-missing")),
        (decided("contraindicated"), "decision", ("refusal", "decision-closed")),
        (decided("avoid"), "decision", ("refusal", "decision-closed")),
        (decided("graded challenge"), "decision", ("reason", "decision-other")),
        (decided("regular infusion"), "decision", ("reason", "decision-other")),
        (grounds(consent="", consent_on=None), "consent", ("reason", "consent-missing")),
        (grounds(consent="refused"), "consent", ("refusal", "consent-refused")),
        (grounds(consent_on=TODAY), "consent", ("nothing", "consent-written")),
        (grounds(consent_on=TODAY + timedelta(days=1)), "consent", ("reason", "consent-later")),
    ],
)
def test_whether_at_all(record, topic, expected):
    assert said(topic, record) == expected


@pytest.mark.parametrize(("answer", "asks"), [("yes", "nothing"), ("no", "refusal"), ("", "reason")])
def test_the_patient_is_asked_again_each_time(answer, asks):
    assert judged(answers=answered(consent_again=answer))["consent-again"].asks == asks


BLOCKED = (Taken(name="bisoprolol", intake="ongoing"),)
LOW = Measured(value=79, on=TODAY)


@pytest.mark.parametrize(
    ("record", "place", "expected"),
    [
        (decided(place="intensive care"), "intensive care", ("nothing", "place-chosen")),
        (decided(place="intensive care"), "day hospital", ("reason", "place-less")),
        (decided(place="intensive care"), "ward", ("reason", "place-less")),
        (decided(), "intensive care", ("nothing", "place-chosen")),
        (decided(), "day hospital", ("nothing", "place-proposed")),
        (decided(), "ward", ("reason", "place-other")),
        (decided(place=""), "day hospital", ("reason", "place-not-proposed")),
        (recorded(decision=None), "ward", ("reason", "place-not-proposed")),
        (recorded(decision=None), "intensive care", ("nothing", "place-chosen")),
        (recorded(beta_blockers=BLOCKED), "day hospital", ("reason", "place-risk")),
        (recorded(asthma=True, fev1_percent=LOW), "day hospital", ("reason", "place-risk")),
        (recorded(asthma=False, fev1_percent=LOW), "day hospital", ("nothing", "place-proposed")),
        (recorded(asthma=True, fev1_percent=replace(LOW, value=80)), "day hospital", ("nothing", "place-proposed")),
        (recorded(cardiac=True), "day hospital", ("reason", "place-risk")),
        (recorded(cardiac=True), "intensive care", ("nothing", "place-chosen")),
        (recorded(cardiac=False), "day hospital", ("nothing", "place-proposed")),
        (READY, "", ("nothing", "place-missing")),
    ],
)
def test_the_place(record, place, expected):
    assert said("place", record, answered(place=place)) == expected


@pytest.mark.parametrize(
    ("record", "place", "number", "expected"),
    [
        (READY, "day hospital", 1, ("nothing", "nurses-one")),
        (READY, "day hospital", 2, ("reason", "nurses-many")),
        (READY, "intensive care", 2, ("reason", "nurses-high-risk")),
        (decided(place="intensive care"), "ward", 2, ("reason", "nurses-high-risk")),
        (recorded(beta_blockers=BLOCKED), "ward", 2, ("reason", "nurses-high-risk")),
        (recorded(beta_blockers=BLOCKED), "ward", 1, ("nothing", "nurses-one")),
        (recorded(decision=None), "ward", 3, ("reason", "nurses-many")),
        (READY, "ward", None, ("nothing", "nurses-missing")),
    ],
)
def test_one_nurse_to_one_patient(record, place, number, expected):
    assert said("nurses", record, answered(place=place, patients_per_nurse=number)) == expected


@pytest.mark.parametrize("place", ["day hospital", "ward", "intensive care"])
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("present", ("nothing", "allergist-present")),
        ("within", ("reason", "allergist-within")),
        ("far", ("reason", "allergist-far")),
        ("", ("reason", "allergist-missing")),
    ],
)
def test_an_allergist_is_within_three_minutes_and_present_at_the_first_dose(answer, expected, place):
    assert said("allergist", answers=answered(allergist=answer, place=place)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, ("reason", "separate-days-same")),
        (1, ("nothing", "separate-days-next")),
        (-1, ("nothing", "separate-days-next")),
        (2, ("nothing", "separate-days-none")),
    ],
)
def test_two_culprits_are_given_on_separate_days(days, expected):
    record = recorded(other_days=(("paclitaxel", TODAY + timedelta(days=days)),))
    assert said("separate-days", record) == expected


def test_a_reason_answers_what_asks_for_one_and_no_reason_answers_a_refusal():
    items = judged(decided("avoid"), answered(infection="present", spo2_percent=None)).values()
    assert refusing(items) == ("decision",)
    assert wanting_reason(items, ()) == ("infection", "saturation")
    assert wanting_reason(items, {"infection", "saturation", "decision"}) == ()


def test_every_word_is_there_once():
    assert all(WORDS.values())
    assert len(set(TOPICS)) == 19


TAKEN = st.builds(
    Taken,
    name=st.text(min_size=1, max_size=5),
    intake=st.sampled_from(["ongoing", "stopped", "taken", "unknown"]),
    last_on=st.none() | st.dates(date(2020, 1, 1), date(2027, 1, 1)),
    decision=st.sampled_from(["", "goes on"]),
)
DAYS = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
VALUES = st.none() | st.fractions(0, 400)
RECORDS = st.builds(
    Record,
    age_years=st.integers(0, 110),
    grounds=st.none()
    | st.builds(
        Grounds,
        alternative=st.sampled_from(["", "none", "exists"]),
        consent=st.sampled_from(["written", "refused"]),
        stated_on=DAYS,
        consent_on=DAYS,
    ),
    decision=st.none()
    | st.builds(
        Decided,
        number=st.integers(1, 9),
        way=st.sampled_from(["desensitization", "avoid", "contraindicated", "graded challenge", "regular infusion"]),
        place=st.sampled_from(["", "intensive care", "day hospital"]),
    ),
    asthma=st.none() | st.booleans(),
    fev1_percent=st.none() | st.builds(Measured, value=st.fractions(1, 150), on=st.dates(date(2026, 1, 1), TODAY)),
    beta_blockers=st.lists(TAKEN, max_size=2).map(tuple),
    ace_inhibitors=st.lists(TAKEN, max_size=2).map(tuple),
    medicines_recorded=st.booleans(),
    none_taken_on=DAYS,
    pregnant=st.none() | st.booleans(),
    pregnancy_asked=st.booleans(),
)
ANSWERS = st.builds(
    Answers,
    planned_on=DAYS,
    place=st.sampled_from(["", "intensive care", "day hospital", "ward"]),
    patients_per_nurse=st.none() | st.integers(1, 9),
    consent_again=st.sampled_from(["", "yes", "no"]),
    infection=st.sampled_from(["", "none", "present"]),
    **dict.fromkeys(["temperature_c", "systolic_mmhg", "diastolic_mmhg", "spo2_percent", "heart_rate"], VALUES),
    beta_blocker=st.sampled_from(["", "none", "continue", "hold"]),
    beta_blocker_why=st.sampled_from(["", "coronary disease"]),
)


@given(RECORDS, ANSWERS)
def test_whatever_is_recorded_each_item_is_judged_once_and_absent_is_never_a_yes(record, answers):
    items = judged(record, answers)
    assert (items["statement"].state == "not recorded") == (not record.grounds or record.grounds.stated_on is None)
    for topic, value in (
        ("temperature", answers.temperature_c),
        ("saturation", answers.spo2_percent),
        ("infection", answers.infection or None),
        ("decision", record.decision),
        ("lungs", record.asthma),
    ):
        assert value is not None or items[topic].state == "not recorded"
    assert all((item.state == "holds") <= (item.asks == "nothing") for item in items.values())
    assert all((item.asks == "refusal") <= (item.state == "does not hold") for item in items.values())
