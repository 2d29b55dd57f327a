"""Every word that a person sees goes through gettext (design.md 3); every link between documents leads somewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, project_files, templates, text_of

#: The product's name, and units, which are the same in every language.
SAME_EVERYWHERE = {"desens", "mL", "mg", "kg", "min", "h"}
SPOKEN = ("title", "placeholder", "alt", "aria-label")


class Words(HTMLParser):
    """Collects the words that stand in a template as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in SPOKEN:
                self.handle_data(value or "")

    def handle_data(self, data: str) -> None:
        self.found += [word for word in re.findall(r"[^\W\d_]{2,}", data) if word not in SAME_EVERYWHERE]


def untranslated(template: str) -> list[str]:
    """Words outside translate, blocktranslate, comments, variables and scripts, which hold data for programs."""
    bare = re.sub(
        r"\{% (blocktranslate|comment)\b.*?\{% end\1 %\}|<script\b.*?</script>", "", template, flags=re.DOTALL
    )
    parser = Words()
    parser.feed(re.sub(r"\{%.*?%\}|\{#.*?#\}|\{\{.*?\}\}", "", bare))
    parser.close()
    return parser.found


@pytest.mark.parametrize("path", templates(), ids=str)
def test_every_word_can_be_translated(path: Path) -> None:
    assert untranslated(text_of(path)) == []


def test_a_bare_word_would_be_found() -> None:
    assert untranslated('<p title="Dose">{% translate "Rate" %} of {{ drug }}</p>') == ["Dose", "of"]
    assert untranslated("{% blocktranslate %}All of it{% endblocktranslate %} 5 mL/h {# a note #}") == []


@pytest.mark.parametrize("path", [path for path in project_files() if path.suffix == ".md"], ids=str)
def test_every_link_between_documents_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text_of(path))
    assert [link for link in links if not (ROOT / path.parent / link).exists()] == []
