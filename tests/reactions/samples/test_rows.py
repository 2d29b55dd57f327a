"""What the database keeps of a sample whatever the program does, and how a row says what it holds."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from desens.records.models import AppendOnlyError
from reactions.models import Sample
from reactions.rules.level import Level
from tests.clinic import registered
from tests.reactions.recording.records import reaction_row
from tests.reactions.samples.records import ONSET, at, kept, new

pytestmark = pytest.mark.django_db


def row(patient, by, **changes):
    values = {
        "kind": "tryptase",
        "printed": "3.2",
        "value": Decimal("3.2"),
        "unit": "ng/mL",
        "timing": "baseline",
        "taken_at": ONSET,
        "taken_precision": "minute",
        "patient": patient,
        "entry_key": uuid4(),
        "recorded_by": by,
        "recorded_at": timezone.now(),
    } | changes
    sample = Sample(**values)
    with transaction.atomic():
        sample.save()
    return sample


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("sample_kind", {"kind": "lactate"}),
        ("sample_beyond", {"beyond": "~"}),
        ("sample_finding", {"finding": "perhaps", "value": None, "unit": ""}),
        ("sample_timing|sample_of_reaction", {"timing": "later"}),
        ("sample_taken_precision", {"taken_precision": "hour"}),
        ("sample_value", {"value": Decimal(-1)}),
        ("sample_value", {"value": Decimal(1_000_001)}),
        ("sample_limit", {"limit": Decimal(-1)}),
        ("sample_one_result", {"value": None}),
        ("sample_one_result", {"finding": "negative"}),
        ("sample_one_result", {"unit": ""}),
        ("sample_printed", {"printed": ""}),
        ("sample_tested", {"kind": "specific_ige", "unit": "kU/L"}),
        ("sample_tested", {"tested": "latex"}),
        ("sample_of_reaction", {"timing": "acute"}),
        ("sample_unit_of_tryptase", {"unit": "pg/mL"}),
        ("sample_unit_of_il6", {"kind": "il6"}),
        ("sample_unit_of_total_ige", {"kind": "total_ige"}),
        ("sample_unit_of_specific_ige", {"kind": "specific_ige", "tested": "latex"}),
    ],
)
def test_what_must_always_hold(allergist, constraint, changes):
    patient = registered(allergist)
    with pytest.raises(IntegrityError, match=constraint):
        row(patient, allergist, **changes)


def test_a_baseline_has_no_reaction(allergist):
    patient = registered(allergist)
    with pytest.raises(IntegrityError, match="sample_of_reaction"):
        row(patient, allergist, reaction=reaction_row(patient, allergist))


def test_a_sample_is_never_changed(allergist):
    (sample,) = kept(registered(allergist), allergist, new())
    with pytest.raises(AppendOnlyError):
        sample.save()
    with pytest.raises(AppendOnlyError):
        sample.delete()


@pytest.mark.parametrize(
    ("changes", "name", "result", "level"),
    [
        ({"limit": Decimal("11.4")}, "tryptase", "3.2\u00a0ng/mL", Level(value=Decimal("3.2"))),
        (
            {"printed": "<1.0", "value": Decimal(1), "beyond": "<"},
            "tryptase",
            "below 1\u00a0ng/mL",
            Level(value=Decimal(1), beyond="<"),
        ),
        (
            {"kind": "il6", "printed": ">200", "value": Decimal(200), "beyond": ">", "unit": "pg/mL"},
            "interleukin-6",
            "above 200\u00a0pg/mL",
            Level(value=Decimal(200), beyond=">"),
        ),
        (
            {"kind": "specific_ige", "tested": "latex k82", "finding": "negative", "value": None, "unit": ""},
            "specific IgE: latex k82",
            "negative",
            None,
        ),
        ({"kind": "total_ige", "unit": "IU/mL"}, "total IgE", "3.2\u00a0units/mL", Level(value=Decimal("3.2"))),
        ({"kind": "other", "tested": "histamine", "unit": "nmol/L"}, "histamine", "3.2\u00a0nmol/L", None),
    ],
)
def test_a_row_says_what_it_holds(allergist, changes, name, result, level):
    sample = row(registered(allergist), allergist, **changes)
    assert (sample.name, sample.result) == (name, result)
    if level is not None:
        assert sample.level == level
    assert sample.told.startswith(f"{name} · {result} · 2026-11-02 10:50")


def test_when_is_said_as_exactly_as_it_is_known(allergist):
    patient = registered(allergist)
    day = row(patient, allergist, taken_at=at("2026-11-02T00:00"), taken_precision="day")
    assert (day.taken_text, day.minute) == ("2026-11-02", None)
    assert row(patient, allergist, taken_at=at("2026-01-01T00:00"), taken_precision="year").taken_text == "2026"
    twice = row(patient, allergist, taken_at=at("2026-10-25T02:30"))
    assert twice.taken_text == "2026-10-25 02:30 (UTC+02:00)"
    assert row(patient, allergist, limit=None).limit_quantity is None
    assert str(row(patient, allergist, limit=Decimal("11.4")).limit_quantity) == "11.4\u00a0ng/mL"
