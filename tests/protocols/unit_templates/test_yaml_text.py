"""What is exported, imported, is the same content; what YAML could turn into something else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.files import load_file, load_text
from protocols.library_services import FOLDER
from protocols.unit_templates.yaml_text import yaml_text

LIBRARY = sorted(FOLDER.glob("*.yaml"))

WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30)

TRAPS = st.sampled_from(["1:10", "010", "14:05", "1_000", "yes", "on", "0.1", "0.50", "1e-05", "~", "null", "true", ""])


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_a_library_file_written_and_read_is_the_same_content(path):
    held = load_file(path)
    written = yaml_text(held)
    assert load_text(written, file="x.yaml") == held
    assert yaml_text(load_text(written, file="x.yaml")) == written


@given(
    st.recursive(
        WORDS | TRAPS | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS.filter(str.strip), inner, max_size=4),
        max_leaves=12,
    )
)
def test_any_content_written_and_read_is_the_same(held):
    assert load_text(yaml_text({"notes": held}), file="x.yaml") == {"notes": held}


def test_figures_stand_plain_and_what_another_reader_could_misread_in_quotes():
    written = yaml_text({"a": "0.50", "b": "250", "c": "1:10", "d": "010", "e": "yes", "f": "2026-11-21"})
    assert written.splitlines() == ["a: 0.50", "b: 250", "c: '1:10'", "d: '010'", "e: 'yes'", "f: '2026-11-21'"]
