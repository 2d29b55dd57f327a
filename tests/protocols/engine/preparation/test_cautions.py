"""What is to be seen in a plan, at the edge and just beyond."""

import pytest

from protocols.engine.preparation import Workshop
from tests.protocols.engine.preparation.findings import found, sentence
from tests.protocols.engine.preparation.samples import SYRINGES, bags


@pytest.mark.parametrize(("strength", "codes"), [("25", []), ("25.001", ["preparation-error"])])
def test_a_bag_less_exact_than_is_sought_is_a_caution(strength, codes):
    """2 mL, read to 0.1 mL: 5 % exactly."""
    planned, findings = found(("1", 50, 50), strength=strength, stock=(50,), syringes=[SYRINGES[1]])
    assert [code for _level, code, _where in findings] == [*codes, "preparation-vials"]
    assert not codes or "1.05 mg/mL instead of 1 mg/mL: the syringes' graduations leave 5.004" in sentence(
        planned.findings[0]
    )


def test_a_range_that_the_graduations_may_leave_is_a_caution():
    limits = {"concentration_least": "0.99", "concentration_greatest": "1.01"}
    planned, findings = found(("1", 250, 250), strength="10", stock=(250,), syringes=SYRINGES[4:], limits=limits)
    assert findings == [("caution", "preparation-range", "solution 1"), ("caution", "preparation-vials", None)]
    assert "leave the label's range (0.99 mg/mL – 1.01 mg/mL), within which 1 mg/mL lies" in sentence(
        planned.findings[0]
    )


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ({"concentration_least": "0.98"}, False),
        ({"concentration_least": "0.980001"}, True),
        ({"concentration_least": "1"}, True),
        ({"concentration_greatest": "1.02"}, False),
        ({"concentration_greatest": "1.019999"}, True),
        ({"concentration_greatest": "1"}, True),
    ],
)
def test_at_the_ends_of_the_range_nothing_is_found(limits, told):
    """25 mL, read to 0.5 mL: 2 % to either side."""
    found_codes = {
        code
        for _level, code, _where in found(
            ("1", 250, 250), strength="10", stock=(250,), syringes=SYRINGES[4:], limits=limits
        )[1]
    }
    assert ("preparation-range" in found_codes) is told


@pytest.mark.parametrize("limits", [{"concentration_least": "1.001"}, {"concentration_greatest": "0.999"}])
def test_a_concentration_out_of_range_as_scheduled_is_no_finding_of_the_preparation(limits):
    assert not [
        code
        for _level, code, _where in found(("1", 250, 250), strength="10", stock=(250,), limits=limits)[1]
        if code == "preparation-range"
    ]


def test_what_is_not_stated_is_told():
    planned, findings = found(("1", 250, 250), overfill=None)
    assert findings == [("caution", "preparation-overfill", None), ("caution", "preparation-vials", None)]
    assert sentence(planned.findings[0]).startswith("The overfill of the bags of 250 mL is not stated")
    assert sentence(planned.findings[1]) == "The vial sizes of example 1 are not stated: vials are not counted."
    assert found(("1", 250, 250), limits={"vials": (100,)})[1] == []


@pytest.mark.parametrize(("syringes", "stock"), [((), bags(50)), (SYRINGES, ())])
def test_nothing_to_prepare_with_is_refused(syringes, stock):
    with pytest.raises(ValueError, match="at least one syringe and one bag"):
        Workshop(syringes=syringes, bags=stock)
