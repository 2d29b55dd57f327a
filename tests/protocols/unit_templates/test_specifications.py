"""A specification of contracts.md 1 becomes a template, and a template one."""

import pytest
from hypothesis import strategies as st

from desens.numbers.fields import ContentError
from desens.numbers.files import load_file, load_text
from protocols.engine import Specification, compute, read_entry, read_specification, read_template
from protocols.engine.applying import apply_template, published_choices
from protocols.library_services import FOLDER
from protocols.unit_templates.example import EXAMPLE
from protocols.unit_templates.reading import read_content
from protocols.unit_templates.writing import infused_content, specification_content
from protocols.unit_templates.yaml_text import yaml_text
from tests.protocols.unit_templates.written import content

LIBRARY = sorted(FOLDER.glob("*.yaml"))

WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30)

TRAPS = st.sampled_from(["1:10", "010", "14:05", "1_000", "yes", "on", "0.1", "0.50", "1e-05", "~", "null", "true", ""])


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_a_specification_made_of_a_template_and_back_gives_the_same_schedule(path):
    entry = read_entry(load_file(path), slug="x")
    if not hasattr(entry, "drugs"):
        return
    specification = apply_template(entry, published_choices(entry, entry.drugs[0]))
    assert read_specification(specification_content(specification)) == specification
    template = read_template(
        {"title": "x", "revision": "1", "citation": "x", "mark": "seen"} | infused_content(specification), slug="x"
    )
    again = apply_template(template, published_choices(template, template.drugs[0]))
    assert compute(again) == compute(specification)


def test_a_specification_becomes_a_template_and_says_what_is_left_out():
    text = yaml_text(
        specification_content(_specification()) | {"line": {"dead_volume_ml": "20", "primed_with": "solution"}}
    )
    read = read_content(text, file="mine.yaml")
    assert read.left_out == ("line",)
    assert read.content == infused_content(_specification())
    assert "line" not in read.content


def test_an_oral_specification_is_kept_as_it_is():
    head = "drug: alectinib\nroute: oral\ntarget_dose: 600\nunit: mg\n"
    text = f"{head}phases: [{{days: [1, null], dose: 600, times_per_day: 1}}]\n"
    read = read_content(text, file="mine.yaml")
    assert read.content == {"specification": load_text(text, file="mine.yaml")}


@pytest.mark.parametrize(
    ("steps", "key"),
    [
        ([{"solution": "1", "minutes": "7", "volume_ml": "rest"}], "steps entry 1, rate_ml_h"),
        ([{"solution": "1", "minutes": "7", "volume_ml": "250"}], "steps entry 1, rate_ml_h"),
    ],
    ids=["unknown", "without end"],
)
def test_a_last_rate_that_cannot_be_written_is_refused_by_its_key(steps, key):
    bags = [{"number": "1", "volume_ml": "250", "amount": "full"}]
    given_ = {"drug": "x", "route": "intravenous", "target_dose": "5", "unit": "mg", "solutions": bags, "steps": steps}
    with pytest.raises(ContentError) as refused:
        read_content(yaml_text(given_), file="mine.yaml")
    assert refused.value.key == key


def test_what_is_no_mapping_is_refused():
    with pytest.raises(ContentError):
        read_content("- 1\n- 2\n", file="mine.yaml")


def test_what_a_new_template_begins_with_has_no_findings():
    entry = read_template(load_text(EXAMPLE, file="x.yaml") | {"revision": "1"}, slug="x")
    assert compute(apply_template(entry, published_choices(entry, entry.drugs[0]))).findings == ()


def _specification() -> Specification:
    entry = read_template(content(), slug="x")
    return apply_template(entry, published_choices(entry, entry.drugs[0]))
