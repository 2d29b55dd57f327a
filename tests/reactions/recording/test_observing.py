"""What the rules are given of a recorded reaction."""

from decimal import Decimal
from fractions import Fraction

import pytest

from reactions.observing import observed_of
from reactions.rules.observed import Observed
from tests.clinic import registered
from tests.reactions.recording import records

pytestmark = pytest.mark.django_db

NOTHING = {"exposure_number": None, "onset": None, "onset_unit": "", "onset_precision": ""}


def test_all_that_was_recorded_arrives(nurse):
    vitals = {"baseline_sbp_mmhg": 130, "heart_rate": 120, "baseline_heart_rate": 80, "temperature_c": Decimal("36.6")}
    of_body = {"body_surface_percent": Decimal("12.5"), "administration": "stopped", "care": "intensive_care"}
    reaction = records.reaction_row(registered(nurse), nurse, **vitals, **of_body)
    records.sign_row(reaction, "dyspnea")
    records.treatment_row(reaction)
    assert observed_of(reaction) == Observed(
        signs=frozenset({"dyspnea"}),
        age_years=64,
        exposure_number=7,
        onset_minutes=Fraction(20),
        sbp_mmhg=Fraction(70),
        baseline_sbp_mmhg=Fraction(130),
        spo2_percent=Fraction(70),
        heart_rate=Fraction(120),
        baseline_heart_rate=Fraction(80),
        temperature_c=Fraction(366, 10),
        body_surface_percent=Fraction(25, 2),
        treatment=frozenset({"epinephrine-im"}),
        interrupted=True,
        hospitalized=True,
        intensive_care=True,
        died=False,
    )


def test_what_was_not_recorded_is_not_negative(nurse):
    reaction = records.reaction_row(registered(nurse), nurse, sbp_mmhg=None, spo2_percent=None, **NOTHING)
    assert observed_of(reaction) == Observed(age_years=64)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"administration": "continued"}, {"interrupted": False}),
        ({"administration": "resumed"}, {"interrupted": True}),
        ({"administration": "completed"}, {"interrupted": None}),
        ({"care": "not_admitted"}, {"hospitalized": False, "intensive_care": False, "died": False}),
        ({"care": "admitted"}, {"hospitalized": True, "intensive_care": False, "died": False}),
        ({"care": "died"}, {"hospitalized": None, "intensive_care": None, "died": True}),
        ({"untreated": True}, {"treatment": frozenset()}),
        ({"untreated": False}, {"treatment": None}),
        ({"onset": Decimal(2), "onset_unit": "days"}, {"onset_minutes": Fraction(2880)}),
    ],
    ids=str,
)
def test_each_outcome_means_what_it_says(nurse, changes, expected):
    observed = observed_of(records.reaction_row(registered(nurse), nurse, **changes))
    assert {name: getattr(observed, name) for name in expected} == expected
