"""Before and after are kept exactly, or not at all."""

import json
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from desens.audit.values import values_text
from desens.numbers.write import read_exact


def test_what_each_value_is_kept_as():
    values = {
        "weight": Decimal("70.50"),
        "rate": Fraction(1, 3),
        "dose": Fraction(5, 2),
        "at": datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Madrid")),
        "on": date(2026, 11, 20),
        "key": UUID(int=1),
        "list": (1, True, None, "\u00b5g"),
        "inner": {"b": 1, "a": 2},
    }
    assert json.loads(values_text(values)) == {
        "weight": "70.5",
        "rate": "1/3",
        "dose": "2.5",
        "at": "2026-10-25T00:30:00+00:00",
        "on": "2026-11-20",
        "key": "00000000-0000-0000-0000-000000000001",
        "list": [1, True, None, "\u00b5g"],
        "inner": {"a": 2, "b": 1},
    }


def test_one_text_for_equal_values():
    assert values_text({"b": 1, "a": "x y"}) == values_text({"a": "x y", "b": 1}) == '{"a":"x y","b":1}'


def test_nothing_and_empty_differ():
    assert (values_text(None), values_text({})) == ("", "{}")


@pytest.mark.parametrize(
    "value",
    [
        0.5,
        [0.5],
        {"a": {"b": (0.5,)}},
        float("nan"),
        datetime(2026, 1, 1),
        {1: "x"},
        object(),
        {1, 2},
        b"x",
        gettext_lazy("x"),
    ],
)
def test_what_cannot_be_kept_exactly_is_refused(value):
    with pytest.raises(TypeError):
        values_text({"value": value})


@given(st.fractions())
def test_every_figure_comes_back(value):
    assert read_exact(json.loads(values_text({"value": value}))["value"]) == value
