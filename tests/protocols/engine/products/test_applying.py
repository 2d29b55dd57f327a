"""The diluent chosen for a published protocol is that of all its bags; without a choice the template's own stands."""

import pytest

from protocols.engine import apply_template, read_template
from tests.protocols.engine.templates.test_templates import choices, template_data

BAGS = [{"number": "1", "dilution": "10", "diluent": "glucose-5"}, {"number": "2", "amount": "remainder"}]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [(None, ["glucose-5", None]), ("undiluted", ["undiluted", "undiluted"])],
)
def test_a_chosen_diluent_is_that_of_all_bags(chosen, expected):
    template = read_template(template_data(solutions=BAGS), slug="two-bags")
    made = apply_template(template, choices(diluent=chosen))
    assert [bag.diluent for bag in made.solutions] == expected
