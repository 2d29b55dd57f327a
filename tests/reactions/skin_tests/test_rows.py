"""What the database itself refuses of skin tests, one case each."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from desens.access.roles import Role
from reactions.models import SkinTestRoundInError
from tests.access.samples import sample_patient
from tests.cast import person
from tests.reactions.skin_tests import rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return person("allergist", Role.ALLERGIST)


@pytest.fixture
def session(by):
    return rows.session_row(sample_patient("S-1"), by)


WRONG_TESTS = {
    "skintest_drug": {"drug": ""},
    "skintest_above_zero": {"concentration": Decimal(0)},
    "skintest_stock_unit": {"stock": None},
    "skintest_within_stock": {"concentration": Decimal("60.1")},
    "skintest_kind": {"kind": "patch"},
    "skintest_unit": {"unit": "mg", "stock_unit": "mg/mL"},
}


@pytest.mark.parametrize("constraint", WRONG_TESTS)
def test_a_wrong_test_is_refused(session, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        rows.skin_test_row(session, **WRONG_TESTS[constraint])


def test_a_stock_in_another_unit_is_not_compared(session):
    assert rows.skin_test_row(session, concentration=Decimal(100), unit="mcg/mL").told == (
        "atezolizumab · prick · 100\u00a0mcg/mL"
    )


@pytest.mark.parametrize(
    ("named", "changes"),
    [
        ("number", {"kind": "intradermal"}),  # the same place on the sheet
        ("strength|unit", {"number": 2}),  # the same strength again
    ],
)
def test_a_place_and_a_strength_are_taken_once(session, named, changes):
    rows.skin_test_row(session)
    with pytest.raises(IntegrityError, match=named), transaction.atomic():
        rows.skin_test_row(session, **changes)


WRONG_ROUNDS = {
    "skintestround_read_after": {"read_after": "36"},
    "skintestround_histamine_pair": {"histamine_across": Decimal(7)},
    "skintestround_negative_longest": {"negative_longest": Decimal("200.1")},
    "skintestround_growth_mm": {"growth_mm": Decimal("2.9")},
}


@pytest.mark.parametrize("constraint", WRONG_ROUNDS)
def test_a_wrong_round_is_refused(session, by, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        rows.round_row(session, by, **WRONG_ROUNDS[constraint])


WRONG_READINGS = {
    "skintestreading_read": {"wheal_longest": None, "wheal_across": None},
    "skintestreading_wheal_pair": {"wheal_across": Decimal(5)},
    "skintestreading_initial_pair": {"initial_longest": Decimal(3), "initial_across": Decimal(5)},
    "skintestreading_control_longest": {"control_longest": Decimal(201)},
    "skintestreading_erythema_mm": {"erythema_mm": Decimal(201)},
}


@pytest.mark.parametrize("constraint", WRONG_READINGS)
def test_a_wrong_reading_is_refused(session, by, constraint):
    test, read = rows.skin_test_row(session), rows.round_row(session, by)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        rows.reading_row(read, test, **WRONG_READINGS[constraint])


def test_a_test_is_read_once_in_a_round(session, by):
    test, read = rows.skin_test_row(session), rows.round_row(session, by)
    rows.reading_row(read, test)
    with pytest.raises(IntegrityError, match=r"once|round"), transaction.atomic():
        rows.reading_row(read, test)


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("skintestopinion_reason", {"reason": ""}),
        ("skintestopinion_result", {"result": "maybe"}),
        ("skintestopinion_computed", {"computed": "maybe"}),
    ],
)
def test_a_wrong_opinion_is_refused(session, by, constraint, changes):
    reading = rows.reading_row(rows.round_row(session, by), rows.skin_test_row(session))
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        rows.opinion_row(reading, by, **changes)


def test_a_session_has_a_known_negative_control(by):
    patient = sample_patient("S-2")
    with pytest.raises(IntegrityError, match="negative_control"), transaction.atomic():
        rows.session_row(patient, by, negative_control="water")


def test_a_mark_of_a_mistake_has_a_reason(session, by):
    read = rows.round_row(session, by)
    mark = SkinTestRoundInError(
        entry=read, reason="", entry_key=read.entry_key, marked_by=by, marked_at=read.recorded_at
    )
    with pytest.raises(IntegrityError, match="reason"), transaction.atomic():
        mark.save()


def test_rows_say_themselves_in_a_line(session, by):
    read = rows.round_row(session, by)
    assert session.told == "skin tests · 2026-11-20"
    assert read.told == "skin tests · 2026-11-20 · 15 to 20 min"
    reading = rows.reading_row(read, rows.skin_test_row(session))
    assert rows.opinion_row(reading, by).told == "atezolizumab · prick · 60\u00a0mg/mL · positive · typical flare"
