"""What a published protocol becomes: a chosen diluent is that of all its bags, without a choice its own stands."""

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


def test_a_published_protocol_is_infused():
    assert apply_template(read_template(template_data(), slug="two-bags"), choices()).route == "intravenous"
    stated = {key: value for key, value in template_data(generic="8").items() if key not in ("solutions", "steps")}
    assert apply_template(read_template(stated, slug="generic"), choices()).route == "intravenous"


def test_a_step_that_prints_rate_time_and_volume_keeps_its_time():
    """At half the rate half the volume runs in the same minutes."""
    first = {"solution": "1", "rate_ml_h": "20", "minutes": "15", "volume_ml": "5"}
    steps = [first, *template_data()["steps"][2:]]
    made = apply_template(read_template(template_data(steps=steps), slug="two-bags"), choices(rates="all"))
    assert (made.steps[0].rate_ml_h, made.steps[0].minutes, made.steps[0].volume_ml) == (10, 15, None)
