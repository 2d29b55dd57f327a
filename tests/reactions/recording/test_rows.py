"""The database refuses what has no meaning, and nothing recorded is ever changed."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError

from desens.records.models import AppendOnlyError
from reactions.choices import Excipient
from reactions.models import Reaction
from tests.clinic import registered
from tests.reactions.recording import records

pytestmark = pytest.mark.django_db(transaction=True)

REFUSED = [
    {"culprit": ""},
    {"culprit": "-"},
    {"excipient": "gluten"},
    {"occasion": "dinner"},
    {"started_precision": "epoch"},
    {"exposure_number": 0},
    {"cycle_number": 0},
    {"infusion_number": 0},
    {"step": 0},
    {"step": 13, "protocol_steps": 12},
    {"protocol_steps": 0},
    {"onset_unit": ""},
    {"onset": None},
    {"onset_precision": ""},
    {"onset": Decimal(-1)},
    {"onset_unit": "weeks"},
    {"planned_dose": Decimal(1)},
    {"dose_unit": "mg"},
    {"dose_reached": Decimal(2), "planned_dose": Decimal(1), "dose_unit": "mg"},
    {"dose_reached": Decimal(1), "dose_unit": "oz"},
    {"rate_reached": Decimal(1)},
    {"rate_reached": Decimal(1), "rate_reached_unit": "mg"},
    {"body_surface_percent": Decimal("100.1")},
    {"sbp_mmhg": 301},
    {"baseline_sbp_mmhg": 29},
    {"spo2_percent": 101},
    {"heart_rate": 401},
    {"baseline_heart_rate": 19},
    {"temperature_c": Decimal("45.1")},
    {"duration": Decimal(1)},
    {"administration": "eaten"},
    {"care": "fine"},
    {"number": 0},
]


@pytest.mark.parametrize("changes", REFUSED, ids=str)
def test_a_reaction_without_meaning_is_refused(nurse, changes):
    with pytest.raises(IntegrityError):
        records.reaction_row(registered(nurse), nurse, **changes)
    assert not Reaction.objects.exists()


def test_the_bounds_themselves_are_kept(nurse):
    kept = {"sbp_mmhg": 0, "spo2_percent": 100, "onset": Decimal(0), "body_surface_percent": Decimal(100)}
    row = records.reaction_row(registered(nurse), nurse, **kept, step=12, protocol_steps=12)
    row.refresh_from_db()
    assert {name: getattr(row, name) for name in kept} == kept


def test_a_number_of_a_case_is_given_once(nurse):
    first = records.reaction_row(registered(nurse), nurse)
    with pytest.raises(IntegrityError):
        records.reaction_row(first.patient, nurse, case_key=first.case_key)
    assert records.reaction_row(first.patient, nurse, case_key=first.case_key, number=2).case_key == first.case_key


@pytest.mark.parametrize("code", ["", "shivering"])
def test_a_sign_nobody_knows_is_refused(nurse, code):
    with pytest.raises(IntegrityError):
        records.sign_row(records.reaction_row(registered(nurse), nurse), code)


def test_a_sign_stands_once(nurse):
    reaction = records.reaction_row(registered(nurse), nurse)
    records.sign_row(reaction)
    with pytest.raises(IntegrityError):
        records.sign_row(reaction)


@pytest.mark.parametrize(
    "changes",
    [
        {"code": ""},
        {"dose": Decimal(-1)},
        {"dose_unit": ""},
        {"dose": None},
        {"dose_unit": "puffs"},
        {"given_at": datetime(2026, 11, 2, tzinfo=UTC), "minutes_after_onset": 3},
        {"number": 0},
    ],
    ids=str,
)
def test_a_treatment_without_meaning_is_refused(nurse, changes):
    with pytest.raises(IntegrityError):
        records.treatment_row(records.reaction_row(registered(nurse), nurse), **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"scale": "apgar"},
        {"decided": 2},
        {"proposed": None},
        {"decided": None},
        {"proposed": 6, "decided": 6},
    ],
    ids=str,
)
def test_a_decision_against_the_proposal_needs_its_reason(nurse, changes):
    with pytest.raises(IntegrityError):
        records.decision_row(records.reaction_row(registered(nurse), nurse), nurse, **changes)


@pytest.mark.parametrize(
    ("changes", "confirms"),
    [({}, True), ({"proposed": None, "decided": None}, True), ({"decided": 2, "reason": "reading of a cuff"}, False)],
)
def test_a_decision_knows_whether_it_confirms(nurse, changes, confirms):
    assert records.decision_row(records.reaction_row(registered(nurse), nurse), nurse, **changes).confirms == confirms


def test_nothing_recorded_is_changed(nurse):
    reaction = records.reaction_row(registered(nurse), nurse)
    parts = [
        records.sign_row(reaction),
        records.treatment_row(reaction),
        records.decision_row(reaction, nurse),
        records.error_row(reaction, nurse),
    ]
    for row in (reaction, *parts):
        with pytest.raises(AppendOnlyError):
            row.save()


@pytest.mark.parametrize(
    ("changes", "minutes", "after"),
    [
        ({}, 20, timedelta(minutes=20)),
        ({"onset": Decimal("1.5"), "onset_unit": "hours"}, 90, timedelta(minutes=90)),
        ({"onset": Decimal(2), "onset_unit": "days"}, 2880, None),
        ({"started_precision": "day"}, 20, None),
        ({"onset": None, "onset_unit": "", "onset_precision": ""}, None, None),
    ],
)
def test_the_onset_is_counted_from_the_start(nurse, changes, minutes, after):
    row = records.reaction_row(registered(nurse), nurse, **changes)
    assert row.onset_minutes == minutes
    assert row.onset_at == (row.started_at + after if after else None)


@pytest.mark.parametrize(
    ("precision", "shown"),
    [("minute", "2026-11-02 10:30"), ("day", "2026-11-02"), ("month", "2026-11"), ("year", "2026")],
)
def test_the_start_shows_what_is_known(nurse, precision, shown):
    assert records.reaction_row(registered(nurse), nurse, started_precision=precision).started_text == shown


def test_an_excipient_is_named_with_the_drug_or_alone(nurse):
    patient = registered(nurse)
    both = records.reaction_row(patient, nurse, culprit="paclitaxel", excipient=Excipient.CASTOR_OIL)
    alone = records.reaction_row(patient, nurse, culprit="polysorbate", excipient=Excipient.POLYSORBATE)
    assert both.told == "polyoxyl castor oil in paclitaxel · 2026-11-02 10:30"
    assert alone.culprit_text == "polysorbate"
