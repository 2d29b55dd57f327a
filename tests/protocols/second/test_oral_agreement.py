"""Days and single doses of the engine against the second way: the same figures and findings, or both refuse."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume
from hypothesis import given as for_any

from protocols.engine import NothingToCompute, compute_any, read_any
from protocols.engine.days.contract import days_to_contract
from protocols.engine.intervals.contract import intervals_to_contract
from tests.protocols.second import single_doses, whole_days
from tests.protocols.second.comparison import differences, same_figure


def found_in(published: dict) -> set[tuple[str, str, str | None]]:
    return {(finding["level"], finding["code"], finding["where"]) for finding in published["findings"]}


@for_any(whole_days.days())
def test_days_agree(mapping: dict) -> None:
    published, calendar = days_to_contract(compute_any(read_any(mapping))), whole_days.filled_in(mapping)
    assert len(published["days"]) == len(calendar)
    for theirs, ours in zip(published["days"], calendar, strict=True):
        assert theirs["day"] == ours["day"]
        assert [taken["time"] for taken in theirs["doses"]] == [taken["time"] for taken in ours["doses"]]
        for taken, wanted in zip(theirs["doses"], ours["doses"], strict=True):
            assert same_figure(taken["dose"], wanted["dose"])
        assert same_figure(theirs["total"], ours["total"])
        assert same_figure(theirs["fold_increase"], ours["fold_increase"])
    found = found_in(published)
    assert {one for one in found if one[1] != "must-be-compounded"} == whole_days.judged(mapping, calendar)


@for_any(whole_days.days())
def test_units_agree(mapping: dict) -> None:
    assume("strengths" in mapping)
    published = days_to_contract(compute_any(read_any(mapping)))
    strengths = sorted((Fraction(Decimal(strength)) for strength in mapping["strengths"]), reverse=True)
    taken = {(one["dose"], one["units"]) for day in published["days"] for one in day["doses"]}
    for dose, units in taken:
        if Fraction(dose) > 1000:
            continue
        count = whole_days.fewest(Fraction(dose), strengths)
        pills = whole_days.pills(units)
        assert pills == (None if count is None else (count, Fraction(dose)))
    wanting = {one["dose"] for day in published["days"] for one in day["doses"] if one["units"] is None}
    said = [one for one in published["findings"] if one["code"] == "must-be-compounded"]
    assert len(said) == len(wanting)


@for_any(single_doses.intervals())
def test_single_doses_agree(mapping: dict) -> None:
    ours = single_doses.given(mapping)
    if ours is None:
        with pytest.raises(NothingToCompute, match="bag-exhausted"):
            compute_any(read_any(mapping))
        return
    published = intervals_to_contract(compute_any(read_any(mapping)))
    minutes = [step.pop("minute") for step in ours["steps"]]
    assert [step["minute"] for step in published["steps"]] == minutes
    assert list(differences(published, ours)) == []
    assert found_in(published) == single_doses.judged(mapping, ours)
