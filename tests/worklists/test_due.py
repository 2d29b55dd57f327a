"""Which tests are due: at each edge, over all records of a person, while the unit treats them."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from patients.keeping_services import join_records, mark_in_error
from patients.services import record_state
from tests.clinic import registered
from tests.reactions.assessing.records import assessment_row
from tests.reactions.recording.records import STARTED, error_row, reaction_row
from tests.reactions.samples.records import acute, kept, new
from tests.reactions.skin_tests.rows import opinion_row, round_row, session_row, skin_test_row
from worklists import due
from worklists.asked import Asked

pytestmark = pytest.mark.django_db


def asked(viewer, at: datetime) -> Asked:
    return Asked(viewer=viewer, at=at, on=timezone.localdate(at))


@pytest.fixture
def patient(allergist):
    return registered(allergist)


@pytest.fixture
def second_record(allergist, patient):
    """Another record of the same person."""
    joined = registered(allergist, hospital_number="654321")
    common = {"entry_key": uuid4(), "by": allergist, "at": timezone.now()}
    join_records(leading=patient, joined=joined, reason="registered twice", **common)
    return joined


def possible(viewer, days: int, seconds: int = 0) -> list:
    """Reactions that wait for skin tests so long after the one of `reaction_row`."""
    at = STARTED + timedelta(days=days, seconds=seconds)
    return list(due.skin_tests_possible(asked(viewer, at)))


def test_skin_tests_are_possible_from_four_weeks_to_a_year(allergist, patient):
    reaction = reaction_row(patient, allergist)
    assert [len(possible(allergist, 28, seconds)) for seconds in (-1, 0)] == [0, 1]
    assert [len(possible(allergist, 365, seconds)) for seconds in (-1, 0)] == [1, 0]
    assert possible(allergist, 100) == [reaction]


def test_a_breakthrough_asks_for_no_skin_tests(allergist, patient):
    reaction_row(patient, allergist, occasion="desensitization")
    assert possible(allergist, 100) == []


def test_of_a_month_the_last_day_counts_and_a_year_alone_is_on_no_list(allergist, patient):
    first = datetime(2026, 11, 1, tzinfo=UTC)
    month = reaction_row(patient, allergist, started_at=first, started_precision="month")
    reaction_row(patient, allergist, started_at=datetime(2026, 1, 1, tzinfo=UTC), started_precision="year")
    assert possible(allergist, 57) == []
    assert possible(allergist, 58) == [month]


def test_what_is_tested_decided_corrected_or_a_mistake_waits_no_more(allergist, patient):
    tested = registered(allergist, hospital_number="1")
    reaction_row(tested, allergist)
    session_row(tested, allergist, tested_on=STARTED.date())
    assessment_row(reaction_row(patient, allergist), allergist)
    error_row(reaction_row(patient, allergist), allergist)
    case = reaction_row(patient, allergist)
    corrected = reaction_row(patient, allergist, case_key=case.case_key, entry_key=uuid4(), number=2)
    assert possible(allergist, 30) == [corrected]


def test_a_test_before_the_reaction_does_not_answer_it(allergist, patient):
    session_row(patient, allergist, tested_on=STARTED.date() - timedelta(days=1))
    reaction_row(patient, allergist)
    assert len(possible(allergist, 30)) == 1


def test_a_test_in_either_record_of_the_person_counts(allergist, patient, second_record):
    reaction_row(patient, allergist)
    reaction_row(second_record, allergist)
    assert len(possible(allergist, 30)) == 2
    session_row(second_record, allergist, tested_on=STARTED.date() + timedelta(days=20))
    assert possible(allergist, 30) == []


@pytest.mark.parametrize(("state", "count"), [("deceased", 0), ("discharged", 0), ("in_care", 1)])
def test_who_is_not_in_care_is_on_no_list(allergist, patient, state, count):
    reaction_row(patient, allergist)
    for said in ("discharged", state):
        common = {"entry_key": uuid4(), "by": allergist, "at": timezone.now()}
        record_state(patient=patient, state=said, since=date(2026, 11, 3), note="", **common)
    assert len(possible(allergist, 30)) == count


def unread(viewer, on: date) -> list:
    return list(due.skin_tests_unread(Asked(viewer=viewer, at=timezone.now(), on=on)))


def test_a_session_waits_from_its_day_until_it_is_read(allergist, patient):
    day = date(2026, 11, 20)
    session = session_row(patient, allergist, tested_on=day)
    assert [unread(allergist, day - timedelta(days=before)) for before in (1, 0)] == [[], [session]]
    round_row(session, allergist)
    assert unread(allergist, day) == []


def test_a_session_known_by_its_result_alone_waits_for_no_reading(allergist, patient):
    session = session_row(patient, allergist, tested_on=date(2026, 11, 20))
    opinion_row(None, allergist, test=skin_test_row(session))
    assert unread(allergist, date(2026, 11, 20)) == []


def waiting(viewer, at: datetime) -> list:
    return list(due.baselines_missing(asked(viewer, at)))


def test_a_baseline_is_missing_after_a_day(allergist, patient):
    first, last = kept(patient, allergist, *(acute(reaction_row(patient, allergist), minutes=m) for m in (30, 60)))
    day = last.taken_at + timedelta(hours=24)
    assert [waiting(allergist, day - timedelta(seconds=late)) for late in (1, 0)] == [[], [last]]
    assert first not in waiting(allergist, day + timedelta(days=9))


def test_a_baseline_in_either_record_ends_it_until_it_is_a_mistake(allergist, patient, second_record):
    (sample,) = kept(patient, allergist, acute(reaction_row(patient, allergist)))
    later = sample.taken_at + timedelta(days=30)
    (baseline,) = kept(second_record, allergist, new("3.2"))
    assert waiting(allergist, later) == []
    mark_in_error(entry=baseline, reason="another patient", entry_key=uuid4(), by=allergist, at=timezone.now())
    assert waiting(allergist, later) == [sample]
