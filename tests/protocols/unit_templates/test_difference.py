"""What changed between two revisions, in words."""

from protocols.unit_templates.difference import changes
from tests.protocols.unit_templates.written import content


def told(before, after):
    return [
        (change.where, change.before.replace("\u00a0", " "), change.after.replace("\u00a0", " "))
        for change in changes(before, after)
    ]


def test_the_number_of_the_revision_is_no_change():
    assert told(content(), content(revision="2")) == []


def test_a_figure_that_changed_stands_with_its_unit():
    steps = content()["steps"]
    steps[1] = steps[1] | {"rate_ml_h": "20"}
    assert told(content(), content(steps=steps)) == [("step 2, rate", "25 mL/h", "20 mL/h")]
    drugs = [{"name": "rituximab", "target_dose": "1000", "unit": "mg"}]
    assert told(content(), content(drugs=drugs)) == [("drug 1, target dose", "500 mg", "1\u202f000 mg")]


def test_a_step_that_was_put_in_shifts_no_other():
    steps = content()["steps"]
    steps.insert(1, {"solution": "1", "rate_ml_h": "15", "minutes": "15"})
    assert told(content(), content(steps=steps)) == [("step 2", "", "bag 1, rate 15 mL/h, time 15 min")]
    assert told(content(steps=steps), content()) == [("step 2", "bag 1, rate 15 mL/h, time 15 min", "")]


def test_what_was_stated_otherwise_shows_both():
    bags = content()["solutions"]
    bags[0] = {"number": "1", "concentration": "0.2"}
    assert told(content(), content(solutions=bags)) == [
        ("bag 1, dilution 1 to", "10", ""),
        ("bag 1, concentration", "", "0.2 mg/mL"),
    ]


def test_a_figure_that_the_page_would_round_is_shown_as_it_stands():
    assert told(content(bag_volume_ml="250.0001"), content(bag_volume_ml="250.0002")) == [
        ("volume of each bag", "250.0001 mL", "250.0002 mL")
    ]


def test_words_flags_and_keys_that_came_or_went():
    before = content(fixed_bags=True, assumed=["one", "two"])
    after = content(title="Other", notes="new", fixed_bags=False, assumed=["one", "three"])
    assert told(before, after) == [
        ("title", "Rituximab in three steps", "Other"),
        ("fixed bags", "yes", "no"),
        ("assumed 2", "two", "three"),
        ("notes", "", "new"),
    ]


def test_a_specification_has_its_own_unit():
    def days(dose):
        phases = [{"days": ["1", None], "dose": dose, "times_per_day": "1"}]
        return {"specification": {"drug": "x", "unit": "mcg", "target_dose": "600", "phases": phases}}

    assert told(days("500"), days("600")) == [("specification, phase 1, dose", "500 mcg", "600 mcg")]
    assert told({"declared": ["slow", "falling"]}, {}) == [("declared", "slow; falling", "")]
    assert told({"target_dose": "abc", "unit": "mg"}, {"target_dose": "1", "unit": "mg"}) == [
        ("target dose", "abc", "1 mg")
    ]
