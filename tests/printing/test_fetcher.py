"""What a document can make the server read: our style sheets and fonts, nothing else (safety.md H13)."""

from base64 import b64encode
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from desens.printing.fetcher import assets
from desens.printing.refusal import CannotPrint
from desens.printing.render import pdf_of
from tests.printing.pdf import pages, reader

SECRET = "kept-4711-secret"


class Site:
    """A host on the loopback that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                self.send_error(404)

            def log_message(self, *arguments: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def site():
    site = Site()
    thread = Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield site
    site.server.shutdown()
    thread.join()
    site.server.server_close()


@pytest.fixture
def kept(tmp_path):
    """A file of the server's that no document may show."""
    file = tmp_path / "kept.svg"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><text id="a" y="20">{SECRET}</text></svg>')
    return file


def data_svg(inner: str) -> str:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{inner}</svg>'
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


REFUSED = {
    "image of a file": '<img src="{file}">',
    "image of the network": '<img src="{http}/a.png">',
    "image as data": '<img src="{data}">',
    "image by a relative path": '<img src="../../../../etc/passwd">',
    "image by a base": '<base href="file:///etc/"><img src="passwd">',
    "object": '<object data="{file}"></object>',
    "embed": '<embed src="{file}">',
    "style import": '<style>@import "{http}/a.css";</style>',
    "style sheet link": '<link rel="stylesheet" href="{http}/a.css">',
    "style sheet of a file": '<link rel="stylesheet" href="{file}">',
    "font": '<style>@font-face {{ font-family: x; src: url("{file}"); }}</style>',
    "background": '<p style="background-image: url({file})">a</p>',
    "content": '<style>p::before {{ content: url("{http}/a.png"); }}</style><p>a</p>',
    "list marker": '<ul style="list-style-image: url({http}/a.png)"><li>a</ul>',
    "border image": '<p style="border: 9px solid; border-image: url({file}) 9">a</p>',
    "image inside SVG": '<svg><image width="9" height="9" href="{file}"/></svg>',
    "attachment of the document": '<link rel="attachment" href="{file}">',
    "attachment of a link": '<a rel="attachment" href="{file}">a</a>',
    "our own scheme": '<img src="print:../settings.py">',
    "colour profile": '<style>@color-profile --x {{ src: url("{file}"); }}</style>',
    "ftp": '<img src="ftp://127.0.0.1/a.png">',
}

UNHEARD = {
    "use inside SVG": '<svg><use href="{file}#a"/></svg>',
    "frame": '<iframe src="{file}"></iframe>',
    "inclusion": '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{file}" parse="text"/>',
    "entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "{file}">]><p>&x;</p>',
    "refresh": '<meta http-equiv="refresh" content="0; url={http}/a">',
    "script": '<script src="{http}/a.js">fetch("{http}/b")</script>',
    "local font": '<style>@font-face {{ font-family: x; src: local("Arial") }} p {{ font: 9pt x }}</style><p>a</p>',
    "presentational hint": '<table background="{http}/a.png"><tr><td>a</td></tr></table>',
}


def attack(markup: str, *, site: Site, kept) -> str:
    inner = data_svg(f'<image width="9" height="9" xlink:href="{kept.as_uri()}"/>')
    return f"<p>sheet</p>{markup.format(file=kept.as_uri(), http=site.address, data=inner)}"


@pytest.mark.parametrize("markup", REFUSED.values(), ids=REFUSED)
def test_a_document_that_asks_for_anything_else_is_not_printed(markup, site, kept):
    with pytest.raises(CannotPrint, match="which it may not load"):
        pdf_of(attack(markup, site=site, kept=kept), identifier="a")
    assert site.asked == []


@pytest.mark.parametrize("markup", UNHEARD.values(), ids=UNHEARD)
def test_what_is_not_even_asked_for_shows_nothing(markup, site, kept):
    pdf = pdf_of(attack(markup, site=site, kept=kept), identifier="a")
    assert SECRET not in "".join(pages(pdf))
    assert reader(pdf).attachments == {}
    assert site.asked == []


def test_a_picture_that_cannot_be_drawn_is_not_left_out_in_silence(site, kept):
    with pytest.raises(CannotPrint, match="A part of the document would be missing"):
        pdf_of(attack('<svg><style>@import "{http}/a.css";</style></svg>', site=site, kept=kept), identifier="a")
    assert site.asked == []


def test_the_table_holds_our_style_sheets_and_fonts_only():
    suffixes = {asset.path.suffix for asset in assets().values()}
    assert suffixes == {".css", ".otf", ".ttf"}
    assert all(asset.path.is_file() for asset in assets().values())
