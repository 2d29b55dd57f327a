"""The editor as a browser without JavaScript sees it: the fields of its form, sent back as they stand."""

from html.parser import HTMLParser

HTMX = {"HX-Request": "true"}


class Fields(HTMLParser):
    """The fields of every form on a page by their names, as a browser would send them, and the texts of ids."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.styles: dict[str, str] = {}
        self._select = ""
        self._ids: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "span" and given.get("id"):
            self._ids.append((tag, given["id"]))
            self.texts[given["id"]], self.styles[given["id"]] = "", given.get("class") or ""
        elif tag == "span":
            self._ids.append((tag, ""))
        if tag == "select":
            self._select = given["name"]
            self.values[self._select] = ""
        elif tag == "option" and "selected" in given:
            self.values[self._select] = given.get("value") or ""
        elif tag == "input" and given.get("name") and (given.get("type") != "checkbox" or "checked" in given):
            self.values[given["name"]] = given.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "span" and self._ids:
            self._ids.pop()

    def handle_data(self, data):
        for _tag, name in self._ids:
            if name:
                self.texts[name] += data


def fields_of(html: str) -> Fields:
    """What stands in a page or a part of one."""
    found = Fields()
    found.feed(html)
    return found


class Editor:
    """The editor at an address: `send` posts all of its fields with some changed, and keeps what comes back."""

    def __init__(self, client, address: str, html: str | None = None) -> None:
        self.client, self.address = client, address
        self.read(html if html is not None else client.get(address).content.decode())

    def read(self, html: str) -> None:
        self.html, page = html, fields_of(html)
        self.values, self.texts, self.styles = page.values, page.texts, page.styles

    def send(self, action: str = "preview", **changes: str):
        names = {name.replace("__", "-"): text for name, text in changes.items()}
        address = self.address.partition("?")[0]
        response = self.client.post(address, self.values | names | {"action": action})
        if response.status_code == 200:
            self.read(response.content.decode())
        return response

    def typed(self, **changes: str) -> Fields:
        """What htmx gets for the same fields with some changed."""
        names = {name.replace("__", "-"): text for name, text in changes.items()}
        address = self.address.partition("?")[0]
        response = self.client.post(address, self.values | names, headers=HTMX)
        assert response.status_code == 200
        self.answer = response.content.decode()
        return fields_of(self.answer)
