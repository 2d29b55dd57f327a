"""YAML and JSON whose figures stay text: every trap of traps.md 7 and 8, by name."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from desens.numbers.files import FileError, load_file, load_text

TEXTS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufeff\ufffe\uffff")
)
CONTENT = st.recursive(
    st.one_of(st.none(), st.booleans(), TEXTS),
    lambda parts: st.one_of(st.lists(parts, max_size=3), st.dictionaries(TEXTS, parts, max_size=3)),
    max_leaves=8,
)


def expected_of(text: str, *, file: str = "x.yaml") -> str:
    with pytest.raises(FileError) as refused:
        load_text(text, file=file)
    assert refused.value.file == file
    assert "\n" not in str(refused.value)
    return refused.value.expected


@pytest.mark.parametrize(
    "scalar",
    ["1:10", "010", "14:05", "1_000", "0.50", "0.1", "1e-05", "0x1F", "0o17", ".inf", ".nan", "1.", "on", "off", "yes",
     "no", "y", "n", "2026-11-20", "+5", "=", "<<", "True", "NULL"],
)  # fmt: skip
def test_a_yaml_scalar_stays_as_it_is_written(scalar: str) -> None:
    assert load_text(f"key: {scalar}", file="x.yaml") == {"key": scalar}


@pytest.mark.parametrize(
    ("scalar", "value"), [("true", True), ("false", False), ("null", None), ("~", None), ("", None)]
)
def test_null_true_and_false_are_the_only_implicit_types(scalar: str, value: bool | None) -> None:
    assert load_text(f"key: {scalar}", file="x.yaml") == {"key": value}


@pytest.mark.parametrize("quoted", ["'true'", '"null"', "'1.40'"])
def test_quoted_scalars_are_text(quoted: str) -> None:
    assert load_text(f"key: {quoted}", file="x.yaml") == {"key": quoted[1:-1]}


@pytest.mark.parametrize("text", ["a: 1\na: 2", "{a: 1, 'a': 2}", "x: {b: 1, c: 2, b: 3}"])
def test_yaml_keys_stand_once(text: str) -> None:
    assert "once only" in expected_of(text)


@pytest.mark.parametrize("text", ["~: 1\nnull: 2", "true: 1", "? [a]\n: 1", "? {a: 1}\n: 2"])
def test_yaml_keys_are_text(text: str) -> None:
    assert expected_of(text) == "text as a key"


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x", "&x [*x]"])
def test_yaml_aliases_are_refused(text: str) -> None:
    assert expected_of(text) == "no YAML aliases"


@pytest.mark.parametrize(
    "value",
    [
        "!!float 0.1",
        "!!int 1:10",
        "!!binary aGk=",
        "!!set {x}",
        "!!timestamp 2026-11-20",
        "!!python/name:os.system",
        "!x 1",
    ],
)
def test_yaml_tags_are_refused(value: str) -> None:
    assert expected_of(f"key: {value}") == "no YAML tags"


@pytest.mark.parametrize("file", ["x.yaml", "x.json"])
def test_deep_nesting_is_refused_before_the_stack_ends(file: str) -> None:
    assert expected_of("[" * 5000 + "]" * 5000, file=file) == "at most 20 levels of nesting"


@pytest.mark.parametrize("file", ["x.yaml", "x.json"])
def test_twenty_levels_are_read_and_siblings_are_no_levels(file: str) -> None:
    load_text("[" * 20 + "]" * 20, file=file)
    assert expected_of("[" * 21 + "]" * 21, file=file) == "at most 20 levels of nesting"
    assert load_text('[[], {"a": []}, ' + ", ".join(["[]"] * 40) + "]", file=file)[2:] == [[]] * 40
    deep = "[" * 20 + "]" * 20
    assert expected_of("[" + "[], " * 40 + deep + "]", file=file) == "at most 20 levels of nesting"


def test_brackets_within_json_text_do_not_hide_depth() -> None:
    text = '["' + "]" * 5000 + '", ' + "[" * 5000 + "]" * 5000 + "]"
    assert expected_of(text, file="x.json") == "at most 20 levels of nesting"


@pytest.mark.parametrize("text", ["a: [1", "a: 'x", "--- 1\n--- 2", "a: \x00", "\tb: 1", "a: b: c"])
def test_broken_yaml_is_one_line_of_advice(text: str) -> None:
    assert expected_of(text).startswith("YAML (")


@pytest.mark.parametrize("text", ["", "{", "[1,]", "{'a': 1}", "01", "nul"])
def test_broken_json_is_one_line_of_advice(text: str) -> None:
    assert expected_of(text, file="x.json").startswith("JSON (")


@pytest.mark.parametrize(
    ("text", "file", "key", "expected"),
    [
        ("a: 1\nb: [2", "x.yaml", "line 2", "YAML (expected ',' or ']', but got '<stream end>')"),
        ("a: \x00", "x.yaml", "(content)", "YAML (not readable)"),
        ('{"a": 1,\n"b": }', "x.json", "line 2", "JSON (Expecting value)"),
    ],
)
def test_an_error_names_its_line(text: str, file: str, key: str, expected: str) -> None:
    with pytest.raises(FileError) as refused:
        load_text(text, file=file)
    assert (refused.value.key, refused.value.expected) == (key, expected)
    assert str(refused.value) == f"{file}: {key}: expected {expected}"


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_json_constants_are_refused(constant: str) -> None:
    assert expected_of(f'{{"a": {constant}}}', file="x.json").startswith("a finite number")


def test_json_keys_stand_once() -> None:
    assert expected_of('{"a": 1, "a": 2}', file="x.json") == "each key once only"


def test_json_figures_stay_text() -> None:
    assert load_text("[1.40, 1e400000, -5, true, null]", file="x.json") == ["1.40", "1e400000", "-5", True, None]


@pytest.mark.parametrize(
    ("text", "file"), [('a: "\\ud800"', "x.yaml"), ('["\\ud800"]', "x.json"), ('{"\\udfff": 1}', "x.json")]
)
def test_text_that_cannot_be_written_out_is_refused(text: str, file: str) -> None:
    assert expected_of(text, file=file) == "text without lone surrogates"


@given(CONTENT)
def test_what_is_written_as_json_is_read_back(content: Any) -> None:
    assert load_text(json.dumps(content), file="x.json") == content


@given(st.dictionaries(st.text(alphabet="abc"), st.lists(st.text(alphabet="0123456789.:_-e"), max_size=3), max_size=3))
def test_what_is_written_as_yaml_is_read_back(content: Any) -> None:
    assert load_text(yaml.safe_dump(content), file="x.yaml") == content


@given(st.text(max_size=40), st.sampled_from(["x.yaml", "x.json"]))
def test_any_text_is_content_or_a_file_error(text: str, file: str) -> None:
    with suppress(FileError):
        load_text(text, file=file)


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    for name, text in {"a.yaml": "dose: 1.40", "a.json": '{"dose": 1.40}'}.items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert load_file(path) == {"dose": "1.40"}


def test_a_missing_folder_or_foreign_file_names_itself(tmp_path: Path) -> None:
    latin = tmp_path / "latin.yaml"
    latin.write_bytes(b"name: Garc\xeda")
    large = tmp_path / "large.yaml"
    large.write_text("#" * 1_000_001)
    for path, expected in {
        tmp_path / "none.yaml": "No such file", tmp_path: "a readable file", latin: "UTF-8", large: "at most",
    }.items():  # fmt: skip
        with pytest.raises(FileError, match=expected):
            load_file(path)


def test_a_file_of_a_million_bytes_is_read(tmp_path: Path) -> None:
    largest = tmp_path / "largest.yaml"
    largest.write_text("#" * 1_000_000)
    assert load_file(largest) is None
