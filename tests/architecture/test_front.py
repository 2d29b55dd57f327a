"""What the content security policy asks of templates, styles and scripts; no transforms on text (style.md)."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.architecture.tree import project_files, templates, text_of

INERT = {"application/json", "text/template"}
#: Names of XML, which no browser fetches.
NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/1999/xhtml")


class Inline(HTMLParser):
    """Collects what the policy would refuse: styles, scripts and handlers inside the page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") not in INERT):
            self.found.append(f"line {self.getpos()[0]}: <{tag}>")
        self.found += [f"line {self.getpos()[0]}: {name}" for name in given if name == "style" or name.startswith("on")]
        self.found += [f"line {self.getpos()[0]}: hx-on" for name in given if name.startswith("hx-on")]


def inline(template: str) -> list[str]:
    """What stands inline in a template, its own tags taken out first."""
    parser = Inline()
    parser.feed(re.sub(r"\{\{.*?\}\}", "x", re.sub(r"\{%.*?%\}|\{#.*?#\}", "", template)))
    parser.close()
    return parser.found


def assets(*suffixes: str) -> list[Path]:
    return [path for path in project_files() if path.suffix in suffixes and "static" in path.parts]


def foreign_addresses(source: str) -> list[str]:
    for namespace in NAMESPACES:
        source = source.replace(namespace, "")
    return re.findall(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}|@import\s+[^;]+", source)


@pytest.mark.parametrize("path", templates(), ids=str)
def test_nothing_stands_inline(path: Path) -> None:
    assert inline(text_of(path)) == []


@pytest.mark.parametrize(
    "template",
    [
        "<style>p{}</style>",
        "<script>x()</script>",
        '<p style="x">',
        "<a {% if a %}onclick='x'{% endif %}>",
        '<p hx-on:x="y">',
    ],
)
def test_what_stands_inline_would_be_found(template: str) -> None:
    assert len(inline(template)) == 1


@pytest.mark.parametrize(
    "template",
    ['<script src="x.js" defer></script>', '<p class="{{ a }}">', '<script type="application/json"></script>'],
)
def test_what_the_policy_allows_is_left_alone(template: str) -> None:
    assert inline(template) == []


@pytest.mark.parametrize("path", assets(".css"), ids=str)
def test_no_style_transforms_text(path: Path) -> None:
    source = text_of(path)
    assert re.findall(r"text-transform\s*:\s*(?!none)[\w-]+|font-variant(?:-caps)?\s*:[^;]*caps", source) == []


@pytest.mark.parametrize("path", assets(".css", ".js"), ids=str)
def test_nothing_is_loaded_from_another_host(path: Path) -> None:
    assert foreign_addresses(text_of(path)) == []


@pytest.mark.parametrize("path", templates(), ids=str)
def test_no_template_loads_from_another_host(path: Path) -> None:
    loads = r"<(?:script|link|img|iframe|source)\b[^>]*?(?:src|href)\s*=\s*[\"'](?:https?:)?//[^\"']*"
    assert re.findall(loads, text_of(path)) == []


def test_a_foreign_address_would_be_found() -> None:
    assert foreign_addresses("a { background: url(//cdn.example.com/x.png) }") == ["//cdn.example.com"]
    assert foreign_addresses('@import "other.css";') == ['@import "other.css"']
    assert foreign_addresses("url('data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\">')") == []
