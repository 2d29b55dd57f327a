"""Bag labels at random, printed and read back: each on its place, no figure differs, none leaves its label."""

from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.write import setting_text
from protocols.documents.label_sheets import SHEETS as ON
from protocols.engine import Schedule
from tests.number_linter import lint
from tests.printing.faults import faults
from tests.printing.pdf import pages
from tests.protocols.documents.label_places import labels
from tests.protocols.documents.papers import labels_of
from tests.protocols.documents.random_bags import bag_schedules
from tests.protocols.documents.randomly import SHEETS, packed


def rates(schedule: Schedule, bag: int) -> str:
    of = sorted({step.rate_ml_h for step in schedule.steps if step.solution == bag})
    return "to".join(setting_text(rate).replace("\u202f", "") for rate in of[:: max(1, len(of) - 1)]) + "mL/h"


def expected(schedule: Schedule, number: int) -> list[str]:
    """What the label says, in its parts that no line may break."""
    bag = schedule.solutions[number - 1]
    return [
        "GARCÍAMORENO,Antonio", "1962-04-03", "male", "No123456", "ATEZOLIZUMAB",
        f"SOLUTION{number}of{len(schedule.solutions)}", packed(bag.concentration, f"{schedule.unit}/mL"),
        f"amount{packed(bag.amount, schedule.unit)}", ",", f"in{packed(bag.volume_ml, 'mL')}",
        "intravenous,", rates(schedule, number), "prepared2026-11-2408:30", "useby2026-11-2420:30",
        "for2026-11-24", "·", "v37f3a·91c2",
    ]  # fmt: skip


@given(bag_schedules(), st.data())
@SHEETS
def test_random_labels_read_back_as_they_were_computed(schedule, data):
    key = data.draw(st.sampled_from(sorted(ON)))
    first = data.draw(st.integers(1, ON[key].labels))
    bags = tuple(data.draw(st.lists(st.sampled_from(range(1, len(schedule.solutions) + 1)), min_size=1, unique=True)))
    pdf = labels_of(schedule, key, first, bags)
    found = labels(pdf, key)
    slots = [divmod(first - 1 + n, ON[key].labels) for n in range(len(bags))]
    assert [(one.page, one.place) for one in found] == [(page + 1, place + 1) for page, place in slots]
    for one, number in zip(found, sorted(bags), strict=True):
        parts = expected(schedule, number)
        assert "".join(one.lines) == "".join(parts)
        assert [part for part in parts if not any(part in line for line in one.lines)] == []
    assert faults(pdf, margins_mm=(2, 3, 2)) == []
    assert lint("\n".join(pages(pdf)), printed=True) == []
