"""What the department says of each procedure, against a second reckoning over random departments."""

from datetime import date
from itertools import count

import pytest
from django.db.models import Max
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procedures.models import Procedure
from review.department.counts import counts_of
from review.department.facts import procedures
from review.department.tally import Tally, counted_on, tally_from, token_of
from review.department.wanted import ASKED, Wanted, answering
from tests.clinic import libraries
from tests.review.department.naive import DRUG, facts_of
from tests.review.department.scene import Case, Decided, Dose, Tie, decided, dosed, stored, three_patients

pytestmark = pytest.mark.django_db

DAYS = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 2)]
OUTCOMES = ["tolerated", "completed with reaction", "stopped"]
STATES = ["stands", "corrected", "tie in error", "reaction in error"]
who = {"patient": st.integers(0, 2), "drug": st.sampled_from([*DRUG])}
TIES = st.builds(
    Tie,
    grades=st.lists(st.sampled_from([None, 1, 2, 3]), max_size=2).map(tuple),
    state=st.sampled_from(STATES),
)
CASES = st.builds(
    Case,
    **who,
    days=st.lists(st.sampled_from(DAYS), min_size=1, max_size=2).map(tuple),
    outcomes=st.lists(st.sampled_from(OUTCOMES), max_size=2).map(tuple),
    ties=st.lists(TIES, max_size=2).map(tuple),
    in_error=st.booleans(),
)
DECISIONS = st.builds(Decided, **who, phenotype=st.sampled_from(["type I", "mixed"]))
DOSES = st.builds(
    Dose,
    **who,
    adjuvant=st.sampled_from(["omalizumab", "other"]),
    on=st.sampled_from(DAYS),
    stopped_on=st.sampled_from([None, *DAYS]),
    in_error=st.booleans(),
)
DEPARTMENTS = {
    "cases": st.lists(CASES, min_size=1, max_size=4),
    "decisions": st.lists(DECISIONS, max_size=2),
    "doses": st.lists(DOSES, max_size=3),
}
EACH = settings(
    max_examples=min(settings.default.max_examples, 100), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NAMES = ("day", "outcome", "reacted", "grade", "phenotype", "omalizumab", "other_adjuvant")


@pytest.fixture
def patients(allergist):
    libraries()
    return three_patients(allergist)


def built(cases, decisions, doses, patients, by):
    """Everything as rows; gives the facts by the procedure's key, reckoned naively, errors left out."""
    for number, each in zip(count(1), decisions, strict=False):
        decided(each, patients, by, number)
    for each in doses:
        dosed(each, patients, by)
    rows = {stored(case, patients, by).pk: case for case in cases}
    return {pk: (case, facts_of(case, decisions, doses)) for pk, case in rows.items() if not case.in_error}


@given(**DEPARTMENTS)
@EACH
def test_facts_filters_and_counts_agree_with_a_second_reckoning(patients, allergist, cases, decisions, doses):
    """Rows are never deleted: each example has its own patients and looks behind the procedures before it."""
    before = Procedure.objects.aggregate(last=Max("pk"))["last"] or 0
    expected = built(cases, decisions, doses, three_patients(allergist), allergist)
    rows = procedures().filter(procedure__gt=before).values_list("procedure", *NAMES)
    assert {pk: tuple(facts) for pk, *facts in rows} == {pk: facts for pk, (_case, facts) in expected.items()}
    for name, choices in ASKED.items():
        for word, _label, _condition in choices:
            found = answered(before, **{name: word})
            assert found == {pk for pk, (_case, facts) in expected.items() if fits(name, word, facts)}, (name, word)
    of_drug = {pk for pk, (case, _facts) in expected.items() if DRUG[case.drug] == "oxaliplatin"}
    assert answered(before, drug="ELOXATIN") == of_drug
    said = {
        each.name: each.text
        for each in counts_of(counted_on(Wanted(), Tally(last=max(before, min(expected, default=1) - 1)), keys=1_000))
    }
    assert said["tolerated"] == told(expected, lambda facts: facts[1] == "tolerated", lambda facts: facts[1])
    assert said["with omalizumab"] == told(expected, lambda facts: facts[5], lambda facts: True)
    assert said["with a breakthrough reaction"] == told(expected, reacted, is_known)
    assert said["grade 3 at worst"] == told(
        expected, lambda facts: facts[3] == 3, lambda facts: reacted(facts) and facts[3] is not None
    )


def answered(before, **wanted) -> set[int]:
    """The procedures of this example that the filter finds."""
    return set(answering(Wanted(**wanted)).filter(procedure__gt=before).values_list("procedure", flat=True))


def reacted(facts) -> bool:
    """A reaction is recorded, or the outcome says that there was one."""
    return facts[2]


def is_known(facts) -> bool:
    """Whether there was a reaction is known; a stop without one says neither yes nor no."""
    return reacted(facts) or facts[1] == "tolerated"


def fits(name, word, facts) -> bool:
    """Whether a choice of the filter means a procedure of these facts."""
    _day, outcome, reacted, grade, phenotype, omalizumab, other = facts
    return {
        "outcome": outcome == ("" if word == "not recorded" else word),
        "phenotype": phenotype == ("" if word == "not recorded" else word),
        "grade": {
            "any": reacted,
            "none": not reacted and outcome == "tolerated",
            "not recorded": not reacted and outcome != "tolerated",
            "not graded": reacted and grade is None,
        }.get(word, reacted and str(grade) == word),
        "adjuvant": {"omalizumab": omalizumab, "other": other}.get(word, not omalizumab and not other),
    }[name]


def told(expected, part, whole) -> str:
    """ "1 of 2 (50 %)", reckoned anew."""
    of_all = [facts for _case, facts in expected.values() if whole(facts)]
    some = [facts for facts in of_all if part(facts)]
    percent = f" ({int(100 * len(some) / len(of_all) + 0.5)}\u00a0%)" if of_all else ""
    return f"{len(some)} of {len(of_all)}{percent}"


def test_a_stop_in_either_of_two_joined_records_ends_the_dose(patients, allergist):
    """The dose in one, the stop in the other: with the stop counted, the day is not under omalizumab."""
    for first, second in ((0, 1), (1, 0)):
        dosed(Dose(patient=first, on=DAYS[0]), patients, allergist)
        row = stored(Case(patient=first, days=(DAYS[1],)), patients, allergist)
        assert procedures().get(procedure=row).omalizumab
        dosed(Dose(patient=second, on=DAYS[0], stopped_on=DAYS[1], in_error=True), patients, allergist)
        assert not procedures().get(procedure=row).omalizumab
        patients = three_patients(allergist)


def test_counting_in_pieces_is_counting_at_once(patients, allergist):
    for number in range(5):
        stored(Case(outcomes=("stopped",) * (number % 2), days=(DAYS[number % 3],)), patients, allergist)
    at_once, piece = counted_on(Wanted(), Tally(), keys=10_000), Tally()
    while not piece.done:
        piece = counted_on(Wanted(), tally_from(token_of(piece)), keys=2)
    assert piece == at_once
    assert at_once.count("outcome", "stopped") == 2
    assert tally_from("forged") == Tally()


@pytest.mark.parametrize(
    ("since", "until", "found"), [(DAYS[1], None, 2), (None, DAYS[1], 2), (DAYS[1], DAYS[1], 1), (None, None, 3)]
)
def test_a_period_includes_both_its_days(patients, allergist, since, until, found):
    for day in DAYS:
        stored(Case(days=(day,)), patients, allergist)
    assert answering(Wanted(since=since, until=until)).count() == found
