"""The project's files and what their syntax trees say: what the tests of the architecture read."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One thing with its size; `name` says where it is."""

    name: str
    size: int

    def __str__(self) -> str:
        return f"{self.name}: {self.size}"


@cache
def project_files() -> tuple[Path, ...]:
    """Every file of the repository that git tracks or would track, relative to its root."""
    listing = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    answer = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", *listing], cwd=ROOT, capture_output=True, check=True, text=True
    )
    names = sorted(set(answer.stdout.split("\0")) - {""})
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def python_files(*, product: bool) -> tuple[Path, ...]:
    """The product's Python files, or those of the tests; migrations left out."""
    return tuple(
        path
        for path in project_files()
        if path.suffix == ".py" and (path.parts[0] != "tests") is product and "migrations" not in path.parts
    )


def templates() -> tuple[Path, ...]:
    return tuple(path for path in project_files() if "templates" in path.parts and path.suffix in {".html", ".txt"})


def text_of(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path), filename=str(path))


def lengths(paths: tuple[Path, ...]) -> list[Measured]:
    """The lines of each file that says anything."""
    counted = [Measured(name=str(path), size=len(text_of(path).splitlines())) for path in paths]
    return [measured for measured in counted if measured.size]


def functions() -> list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function and method of the product, with its place."""
    return [
        (f"{path}:{node.lineno} {node.name}", node)
        for path in python_files(product=True)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def function_lengths() -> list[Measured]:
    return [Measured(name=name, size=(node.end_lineno or 0) - node.lineno + 1) for name, node in functions()]


def positional(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many arguments can be given by place; self and cls do not count."""
    names = [argument.arg for argument in node.args.posonlyargs + node.args.args]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def argument_counts() -> list[Measured]:
    return [Measured(name=name, size=positional(node) + len(node.args.kwonlyargs)) for name, node in functions()]
