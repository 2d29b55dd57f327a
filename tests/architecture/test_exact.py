"""Numbers stay exact and are written in one place (design.md 5.1, safety.md H2 and H3)."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.tree import project_files, python_files, templates, text_of, tree_of

CLINICAL = ("numbers", "engine", "rules", "documents", "patients", "drugs", "reactions", "protocols")
OTHER_FORMATTERS = r"\|(?:floatformat|intcomma|intword|localize|stringformat|add:)|\{% (?:widthratio|localize)"
COMPUTING = r"parseFloat|parseInt|Number\(|toFixed|toPrecision|toLocaleString|Intl\.|Math\.|valueAsNumber"


def floats(tree: ast.Module) -> list[str]:
    """Float literals, float() and float fields; how similar two words must be (`cutoff`) is no figure."""
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "cutoff"}
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float) and node not in words)
        or (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.Attribute) and node.attr in {"FloatField", "fsum", "isclose"})
    ]


def files_of(*parts: str) -> list[Path]:
    return [path for path in python_files(product=True) if set(path.parts) & set(parts)]


@pytest.mark.parametrize("path", files_of(*CLINICAL), ids=str)
def test_no_clinical_file_knows_a_float(path: Path) -> None:
    assert floats(tree_of(path)) == []


@pytest.mark.parametrize("path", files_of("numbers", "engine", "rules", "documents"), ids=str)
def test_the_pure_parts_round_by_their_one_rule_only(path: Path) -> None:
    names = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Name)]
    assert [node.lineno for node in names if node.id == "round"] == []


def test_a_float_would_be_found() -> None:
    assert len(floats(ast.parse("a = 0.5\nb = float(a)\nc = models.FloatField()"))) == 3
    assert floats(ast.parse("a = Fraction(1, 2)\nb = Decimal('0.5')\nc = similar(a, cutoff=0.5)")) == []


@pytest.mark.parametrize("path", templates(), ids=str)
def test_no_template_formats_numbers(path: Path) -> None:
    assert re.findall(OTHER_FORMATTERS, text_of(path)) == []


def test_no_script_computes() -> None:
    scripts = [path for path in project_files() if path.suffix in {".js", ".mjs"}]
    computing = [f"{path}: {found}" for path in scripts for found in re.findall(COMPUTING, text_of(path))]
    assert computing == [], "\n".join(computing)
