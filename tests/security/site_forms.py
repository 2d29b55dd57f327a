"""The forms of the site, read off its pages: their fields, and values that each would take."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

from django.test import Client

TEXT = ("text", "textarea", "search", "email", "password", "tel")

#: What a field of this name takes where the page offers no value.
VALID = {
    "family_name": "Sample",
    "given_name": "Someone",
    "birth_date": "1962-04-03",
    "hospital_number": "S-77",
    "weight": "71",
    "height": "178",
    "target_dose": "1200",
    "dead_volume_ml": "0",
    "substance": "penicillin",
    "reason": "typed twice",
    "full_name": "Some Body",
}


@dataclass
class SiteForm:
    """One form: where it is sent and what it sends as the page stands; which fields take text, how much, or figures."""

    address: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    most: dict[str, int] = field(default_factory=dict)
    figures: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.forms: list[SiteForm] = []
        self.form: SiteForm | None = None
        self.open_name: str | None = None

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = urljoin(self.address, given.get("action") or self.address)
            self.form = SiteForm(address=action, method=given.get("method", "get").lower())
            self.forms.append(self.form)
        elif self.form is not None and tag in ("input", "textarea", "select", "button"):
            self._field(tag, given)
        elif self.form is not None and tag == "option" and self.open_name and not self.form.values[self.open_name]:
            self.form.values[self.open_name] = given.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.open_name = None

    def _field(self, tag, given):
        name, kind = given.get("name"), given.get("type", "text") if tag == "input" else tag
        if not name or (kind in ("checkbox", "radio") and "checked" not in given and name in self.form.values):
            return
        if kind in TEXT:
            self.form.texts.append(name)
            self.form.figures += [name] if given.get("inputmode") in ("decimal", "numeric") else []
            self.form.most |= {name: int(given["maxlength"])} if "maxlength" in given else {}
        self.form.values[name] = given.get("value") or VALID.get(name, "")
        self.open_name = name if tag == "select" else None


def forms_on(client: Client, address: str) -> list[SiteForm]:
    """The forms of one page, the log-out in its head left out; none where there is no page."""
    response = client.get(address)
    if response.status_code != 200 or not response.headers["Content-Type"].startswith("text/html"):
        return []
    reader = _Reader(address)
    reader.feed(response.content.decode())
    return [form for form in reader.forms if "log-out" not in form.address]
