"""Before and after are kept exactly, or not at all."""

import json
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID
from zoneinfo import ZoneInfo

from desens.audit.values import values_text


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
