"""Puts what was typed back into the form of a page: pure text work, so that it serves every form, and no view runs it.

Only start tags and the text of textareas are rewritten; a form is found by where it posts, else by its names.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

Fields = Mapping[str, Sequence[str]]
Attributes = dict[str, str | None]
UNTYPED = frozenset({"password", "file", "submit", "button", "image", "reset"})
TICKED = frozenset({"checkbox", "radio"})


@dataclass(kw_only=True)
class Control:
    """One tag within a form: where it stands, what it says; for a textarea also where its text ends."""

    tag: str
    name: str
    attributes: Attributes
    begin: int
    end: int
    text_end: int = 0


@dataclass(kw_only=True)
class FoundForm:
    """A form that posts, and what it holds."""

    action: str
    end: int
    controls: list[Control] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        """The names of its controls."""
        return {control.name for control in self.controls if control.name}


class Page(HTMLParser):
    """The posting forms of a page, and where its main part begins."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.lines = [0]
        for line in html.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.forms: list[FoundForm] = []
        self.main = 0
        self._form: FoundForm | None = None
        self._select = ""
        self.feed(html)
        self.close()

    def _here(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes main, forms and their controls."""
        begin, attributes = self._here(), dict(attrs)
        end = begin + len(self.get_starttag_text() or "")
        if tag == "main":
            self.main = end
        elif tag == "form" and (attributes.get("method") or "").lower() == "post":
            self._form = FoundForm(action=attributes.get("action") or "", end=end)
            self.forms.append(self._form)
        elif tag == "select":
            self._select = attributes.get("name") or ""
        if self._form is not None:
            name = self._select if tag == "option" else attributes.get("name") or ""
            control = Control(tag=tag, name=name, attributes=attributes, begin=begin, end=end)
            self._form.controls.append(control)

    def handle_endtag(self, tag: str) -> None:
        """Ends forms, selects and the text of textareas."""
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea" and self._form is not None:
            self._form.controls[-1].text_end = self._here()


def refill(html: str, *, page: str, action: str, fields: Fields, notice: Callable[[Sequence[str]], str]) -> str:
    """The page with the form that posts to `action` filled; `notice` of what found no place stands before the form."""
    found = Page(html)
    form = _form_of(found.forms, page=page, action=action, fields=fields)
    controls = form.controls if form else []
    edits = _edits(controls, {name: list(values) for name, values in fields.items()})
    placed = {control.name for control in controls}
    left = [value for name, values in fields.items() if name not in placed for value in values if value]
    edits.append((form.end if form else found.main,) * 2 + (notice(left),))
    for begin, end, text in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        html = html[:begin] + text + html[end:]
    return html


def _form_of(forms: list[FoundForm], *, page: str, action: str, fields: Fields) -> FoundForm | None:
    shared = {id(form): len(form.names & fields.keys()) for form in forms}
    candidates = [form for form in forms if shared[id(form)]]
    here = [form for form in candidates if (form.action.partition("?")[0] or page) == action]
    return max(here or candidates, key=lambda form: shared[id(form)], default=None)


def _edits(controls: list[Control], typed: dict[str, list[str]]) -> list[tuple[int, int, str]]:
    edits = []
    for control in controls:
        attributes = dict(control.attributes)
        if control.tag == "textarea" and typed.get(control.name):
            edits.append((control.end, control.text_end, "\n" + escape(typed[control.name].pop(0))))
        elif control.tag in ("input", "option") and control.name:
            attributes = _filled(control, typed)
        if "hx-trigger" in attributes:
            attributes["hx-trigger"] = f"{attributes['hx-trigger']}, load"
        if attributes != control.attributes:
            edits.append((control.begin, control.end, _tag(control, attributes)))
    return edits


def _filled(control: Control, typed: dict[str, list[str]]) -> Attributes:
    attributes, values = dict(control.attributes), typed.get(control.name)
    kind = "option" if control.tag == "option" else (attributes.get("type") or "text").lower()
    if control.name == "csrfmiddlewaretoken" or kind in UNTYPED:
        return attributes
    if kind in TICKED or kind == "option":
        mark = "selected" if kind == "option" else "checked"
        chosen = (attributes.get("value") if "value" in attributes else "on") in (values or [])
        if values is not None or kind == "checkbox":
            attributes.pop(mark, None)
            attributes |= {mark: None} if chosen else {}
    elif values:
        attributes["value"] = values.pop(0)
    return attributes


def _tag(control: Control, attributes: Attributes) -> str:
    parts = [name if value is None else f'{name}="{escape(value)}"' for name, value in attributes.items()]
    return f"<{' '.join([control.tag, *parts])}>"
