"""Whatever is typed or imported is read, or refused in words: nothing else is ever raised."""

from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.fields import ContentError
from desens.numbers.files import FileError
from protocols.engine import NothingToCompute, canonical, deviations, entry_schedules, read_entry
from protocols.unit_templates.difference import changes
from protocols.unit_templates.reading import read_content
from protocols.unit_templates.yaml_text import yaml_text
from tests.protocols.unit_templates.written import TEXT, content

PIECES = st.sampled_from(
    [
        *("0", "-1", "1e9", "1e-12", "999999999999", "null", "~", "true", "[]", "{}", "[[1]]", "{a: 1}", "1:10", "''"),
        *(
            "rest",
            "to_target",
            "remainder",
            "full",
            "specification: ",
            "incomplete: ",
            "printed: ",
            "errata: ",
            "\t",
            "\n",
        ),
        *(
            "generic: 12",
            "\ud7ff",
            "\u202e",
            "\x85",
            "&a",
            "*a",
            "!!x",
            "? ",
            "- ",
            "|",
            ">-",
            "#",
            '"',
            "route: oral\n",
        ),
    ]
)


def refused(text: str, name: str) -> bool:
    try:
        read = read_content(text, file=name)
        entry = read_entry(read.content | {"revision": "1"}, slug="unit-x")
        entry_schedules(entry)
        deviations(entry)
    except (FileError, ContentError, NothingToCompute):
        return True
    assert canonical(read.content)
    assert read_content(yaml_text(read.content), file="x.yaml").content == read.content
    assert changes(content(), read.content) is not None
    return False


@given(st.integers(0, len(TEXT)), st.integers(0, 40), PIECES, st.sampled_from(["x.yaml", "x.json"]))
def test_a_text_with_anything_put_into_it(place, length, piece, name):
    refused(TEXT[:place] + piece + TEXT[place + length :], name)


@given(st.text(max_size=200), st.sampled_from(["x.yaml", "x.json"]))
def test_any_text(text, name):
    refused(text, name)


def test_the_text_itself_is_read():
    assert not refused(TEXT, "x.yaml")
