"""Habits that a reviewer would have to remember: silenced rules, skipped tests, mocks, large files."""

import ast
import io
import re
import tokenize

from tests.architecture.tree import ROOT, project_files, python_files, text_of, tree_of

MOST_BYTES = 1_000_000
REASONED = re.compile(r"#\s*(noqa: [A-Z]+[0-9]+(, [A-Z]+[0-9]+)*\s+[-#]\s*\w.*|type: ignore\[[\w, -]+\]\s+#\s*\w.*)")
EVERY_FILE = python_files(product=True) + python_files(product=False)


def comments(source: str) -> list[tuple[int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


def is_unreasoned(comment: str) -> bool:
    return bool(re.search(r"noqa|type:\s*ignore", comment)) and REASONED.search(comment) is None


def test_every_silenced_rule_carries_its_reason() -> None:
    wanting = [
        f"{path}:{line} {comment}"
        for path in EVERY_FILE
        for line, comment in comments(text_of(path))
        if is_unreasoned(comment)
    ]
    assert wanting == [], "\n".join(wanting)


def test_a_bare_silence_would_be_found() -> None:
    bare = ("# noqa", "# noqa: F401", "# type: ignore", "# type: ignore[arg-type]")
    assert all(map(is_unreasoned, bare))
    reasoned = ("# noqa: F401 - the settings of Django", "# type: ignore[misc]  # the stubs forget it")
    assert not any(map(is_unreasoned, reasoned))


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    skipping = [
        f"{path}:{node.lineno} {node.attr}"
        for path in python_files(product=False)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        and node.attr in {"skip", "skipif", "xfail", "importorskip", "skipIf", "skipTest", "SkipTest"}
    ]
    assert skipping == [], "\n".join(skipping)


def test_no_test_mocks() -> None:
    mocking = [str(path) for path in python_files(product=False) if {"mock", "mocker"} & _names(tree_of(path))]
    assert mocking == [], "\n".join(mocking)


def test_no_file_is_larger_than_a_megabyte() -> None:
    sizes = {str(path): (ROOT / path).stat().st_size for path in project_files()}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def _names(tree: ast.Module) -> set[str]:
    """Imported names, modules, and arguments of functions."""
    nodes = list(ast.walk(tree))
    imported = {part for node in nodes if isinstance(node, ast.alias) for part in node.name.split(".")}
    modules = {part for node in nodes if isinstance(node, ast.ImportFrom) for part in (node.module or "").split(".")}
    return imported | modules | {node.arg for node in nodes if isinstance(node, ast.arg)}
