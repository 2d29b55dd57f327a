"""The three kinds of library files: infused or generic, fixed, unfinished."""

from fractions import Fraction

import pytest

from protocols.engine import (
    Choices,
    ContentError,
    FixedProtocol,
    Premedication,
    ProtocolTemplate,
    UnfinishedProtocol,
    apply_template,
    entry_schedules,
    generic_template,
    read_entry,
    read_template,
)
from tests.protocols.engine.templates.test_templates import choices, template_data

HEAD = {"title": "A protocol", "revision": "1", "citation": "A source", "mark": "seen"}
ORAL = {
    "drug": "example", "route": "oral", "target_dose": "3", "unit": "mg", "interval_minutes": "15",
    "doses": [{"dose": "1"}, {"dose": "2"}],
}  # fmt: skip
UNFINISHED = {"drug": "example", "route": "oral", "missing": "The doses\n  are not at hand."}


def generic_data(**changes):
    """A generic protocol as loaded from its file."""
    data = template_data(generic="12", any_drug="yes") | changes
    return {key: value for key, value in data.items() if key not in ("solutions", "steps") or key in changes}


def test_a_fixed_protocol_holds_one_specification_or_several():
    one = read_entry(HEAD | {"specification": ORAL}, slug="x")
    assert isinstance(one, FixedProtocol)
    assert [schedule.total_dose for schedule in entry_schedules(one)] == [3]
    two = read_entry(HEAD | {"specification": [ORAL, ORAL | {"drug": "other"}], "medicine": "both"}, slug="x")
    assert (one.medicine, two.medicine) == ("", "both")
    assert [specification.drug for specification in two.specifications] == ["example", "other"]


def test_an_unfinished_protocol_says_what_is_missing():
    entry = read_entry(HEAD | {"incomplete": UNFINISHED, "assumed": ["It is\n  oral."]}, slug="x")
    assert isinstance(entry, UnfinishedProtocol)
    assert (entry.drug_names, entry.route, entry.missing) == (("example",), "oral", "The doses are not at hand.")
    assert entry.assumed == ("It is oral.",)
    assert entry_schedules(entry) == ()


def test_a_generic_protocol_is_built_for_what_is_chosen():
    entry = read_template(generic_data(), slug="x")
    assert (entry.generic_steps, entry.any_drug, len(entry.steps)) == (12, True, 12)
    chosen = choices(first_rate_ml_h=Fraction(5, 2), last_bag="truncated")
    assert apply_template(entry, chosen) == generic_template(steps=12, choices=chosen)


def test_fixed_bags_keep_their_volumes():
    entry = read_template(template_data(fixed_bags="yes"), slug="x")
    assert [bag.volume_ml for bag in apply_template(entry, choices()).solutions] == [250, 100]


def test_a_dose_for_each_square_metre_is_known_as_one():
    drugs = [{"name": "example", "target_dose": "375", "unit": "mg", "per": "m2"}]
    entry = read_entry(template_data(drugs=drugs), slug="x")
    assert isinstance(entry, ProtocolTemplate)
    assert entry.drugs[0].per == "m2"


def test_only_an_infused_protocol_is_a_template():
    with pytest.raises(ContentError, match="steps: expected bags and steps"):
        read_template(HEAD | {"specification": ORAL}, slug="x")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (["x"], "(content)"),
        (HEAD | {"specification": []}, "specification"),
        (HEAD | {"specification": ORAL, "steps": []}, "steps"),
        (HEAD | {"specification": ORAL | {"route": "nasal"}}, "route"),
        (HEAD | {"incomplete": {"drug": "x", "route": "oral"}}, "incomplete, missing"),
        (HEAD | {"incomplete": UNFINISHED | {"route": "nasal"}}, "incomplete, route"),
        (generic_data(generic="10"), "generic"),
        (generic_data(steps=[]), "steps"),
        (generic_data(solutions=[]), "solutions"),
        ({key: value for key, value in template_data().items() if key != "steps"}, "steps"),
        (template_data(drugs=[{"name": "x", "target_dose": "1", "unit": "mg", "per": "cm2"}]), "drugs entry 1, per"),
        (template_data(assumed="x"), "assumed"),
        (template_data(any_drug="perhaps"), "any_drug"),
    ],
)
def test_what_is_wrong_with_an_entry_is_named(data, key):
    with pytest.raises(ContentError) as caught:
        read_entry(data, slug="x")
    assert caught.value.key == key


def test_every_key_of_the_head_is_kept():
    given = [
        {"drug": "famotidine", "dose": "20", "unit": "mg", "route": "IV", "minutes_before": "20"},
        {"drug": "montelukast"},
    ]
    stated = {"checked_by": "A pharmacist", "fluids": "saline", "premedication": given, "notes": "One\n  note."}
    for data in (template_data(), HEAD | {"specification": ORAL}, HEAD | {"incomplete": UNFINISHED}):
        entry = read_entry(data | stated, slug="the-slug")
        assert (entry.slug, entry.checked_by, entry.fluids, entry.notes) == (
            "the-slug",
            "A pharmacist",
            "saline",
            "One note.",
        )
        assert entry.premedication == (
            Premedication(drug="famotidine", dose=Fraction(20), unit="mg", route="IV", minutes_before=20),
            Premedication(drug="montelukast", dose=None, unit="", route="", minutes_before=None),
        )


@pytest.mark.parametrize("route", ["intravenous", "oral", "subcutaneous"])
def test_an_unfinished_protocol_of_every_route(route):
    assert read_entry(HEAD | {"incomplete": UNFINISHED | {"route": route}}, slug="x").route == route


@pytest.mark.parametrize("per", ["m2", "kg"])
def test_what_an_infused_protocol_declares_and_for_whom(per):
    drugs = [{"name": "example", "target_dose": "100", "unit": "mg", "per": per}]
    entry = read_entry(template_data(drugs=drugs, declared=["slow", "falling"]), slug="x")
    assert (entry.declared, entry.any_drug, entry.drugs[0].per) == ({"slow", "falling"}, False, per)
    assert read_entry(template_data(), slug="x").drugs[0].per == ""


def test_a_generic_protocol_as_it_stands_is_for_its_first_drug():
    entry = read_entry(generic_data(), slug="x")
    usual = Choices(
        drug="example",
        target_dose=Fraction(100),
        unit="mg",
        final_rate_ml_h=entry.final_rate_ml_h,
        bag_volume_ml=entry.bag_volume_ml,
    )
    built = generic_template(steps=12, choices=usual)
    assert (entry.solutions, entry.steps) == (built.solutions, built.steps)
