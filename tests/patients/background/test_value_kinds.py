"""The table of kinds: units, bounds, what is impossible."""

from decimal import Decimal

import pytest

from patients.background_choices import ValueKind
from patients.rules.dated_values import KINDS, in_first_unit, in_other_unit, is_possible, is_usual


def test_every_kind_has_units_and_bounds():
    assert set(KINDS) == set(ValueKind.values)
    for kind in KINDS.values():
        assert kind.possible.least <= kind.usual.least < kind.usual.greatest <= kind.possible.greatest


def test_other_kinds_have_one_unit():
    assert in_other_unit(kind="platelets", value=Decimal(150), unit=KINDS["platelets"].units[0]) is None
    with pytest.raises(ValueError, match="platelets is not measured in mg/dL"):
        in_first_unit(kind="platelets", value=Decimal(150), unit="mg/dL")


@pytest.mark.parametrize(
    ("kind", "value", "unit", "possible", "usual"),
    [
        ("creatinine", "0.09", "mg/dL", False, False),
        ("creatinine", "0.1", "mg/dL", True, False),
        ("creatinine", "0.39", "mg/dL", True, False),
        ("creatinine", "0.4", "mg/dL", True, True),
        ("creatinine", "3", "mg/dL", True, True),
        ("creatinine", "3.01", "mg/dL", True, False),
        ("creatinine", "30", "mg/dL", True, False),
        ("creatinine", "30.01", "mg/dL", False, False),
        ("creatinine", "80", "mg/dL", False, False),
        ("creatinine", "0.9", "mcmol/L", False, False),
        ("creatinine", "8.83", "mcmol/L", False, False),
        ("creatinine", "8.84", "mcmol/L", True, False),
        ("creatinine", "35.36", "mcmol/L", True, True),
        ("creatinine", "265.2", "mcmol/L", True, True),
        ("creatinine", "265.3", "mcmol/L", True, False),
        ("creatinine", "2652", "mcmol/L", True, False),
        ("creatinine", "2652.1", "mcmol/L", False, False),
        ("fev1_percent", "72", "percent", True, True),
        ("fev1_percent", "2.1", "percent", False, False),
        ("fev1", "72", "L", False, False),
        ("platelets", "150000", KINDS["platelets"].units[0], False, False),
    ],
)
def test_a_wrong_unit_or_a_slip_is_impossible_or_asked_for(kind, value, unit, possible, usual):
    assert is_possible(kind=kind, value=Decimal(value), unit=unit) is possible
    assert (possible and is_usual(kind=kind, value=Decimal(value), unit=unit)) is usual
