"""Which revision holds: the unit's before the shipped one, the latest before the earlier, nothing retired."""

from dataclasses import dataclass
from itertools import permutations

import pytest

from drugs.standing import by_slot, standing


@dataclass(frozen=True)
class Row:
    pk: int
    origin: str
    revision: int
    what: str = "filter"


L1, L2, U1, U2 = Row(1, "library", 1), Row(2, "library", 2), Row(3, "unit", 1), Row(4, "unit", 2)


@pytest.mark.parametrize(
    ("rows", "out", "holds"),
    [
        ([], set(), None),
        ([L1], set(), L1),
        ([L1, L2], set(), L2),
        ([L1, L2], {1}, L2),
        ([L1, L2], {2}, None),  # the earlier one was replaced and does not come back
        ([L1, L2, U1], set(), U1),
        ([L1, L2, U1, U2], set(), U2),
        ([L1, L2, U1, U2], {4}, L2),  # without the unit's, the shipped one holds
        ([L1, L2, U1, U2], {2, 4}, None),
        ([U1], {3}, None),
        ([U1, U2], {3}, U2),
    ],
)
def test_what_holds(rows, out, holds):
    assert {standing(order, retired=out) for order in permutations(rows)} == {holds}


def test_slots_keep_the_order_of_first_mention():
    other = Row(5, "library", 1, "set")
    assert by_slot([L1, other, U1], "what") == {("filter",): [L1, U1], ("set",): [other]}
