"""What the audit cannot keep exactly is refused; what it keeps comes back."""

import json
from datetime import datetime

import pytest
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from desens.audit.values import values_text
from desens.numbers.write import read_exact


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
