"""HTML template to PDF, by WeasyPrint: the only module that loads it."""

from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from threading import Lock
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override
from weasyprint import HTML, Page
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from desens.printing.complaints import complaints
from desens.printing.fetcher import SCHEME, TableFetcher
from desens.printing.refusal import CannotPrint
from desens.printing.text import check_text

MOST_SHEETS = 20
#: The id of what a document repeats at the head of each page.
EVERY_PAGE = "every-page"
_one_at_a_time = Lock()  # Pango does not promise to be safe in threads (traps.md 5)


def render_pdf(
    *,
    template: str,
    context: Mapping[str, Any],
    identifier: str,
    language: str = "en",
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The document as PDF; the same input gives the same bytes on the same installation.

    `identifier` becomes the file's own; `pictures` are checked PNG files by the address of each.
    Where nothing faithful can be printed, CannotPrint says why.
    """
    with override(language):
        html = render_to_string(template, {**context, "language": language})
        return pdf_of(html, identifier=identifier, pictures=pictures)


def pdf_of(html: str, *, identifier: str, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of a page's markup, with nothing loaded but our style sheets, our fonts and those pictures."""
    check_text(html)
    fetcher = TableFetcher(pictures)
    pdf = b""
    with _one_at_a_time, complaints() as unprinted, suppress(FatalURLFetchingError):
        pdf = _pdf(html, identifier, fetcher)
    if fetcher.refused:
        address = {"address": fetcher.refused[0][:200]}
        raise CannotPrint(_("The document asks for %(address)s, which it may not load.") % address)
    if unprinted:
        raise CannotPrint(_("A part of the document would be missing: %(error)s") % {"error": unprinted[0][:200]})
    return pdf


def _pdf(html: str, identifier: str, fetcher: TableFetcher) -> bytes:
    source = HTML(string=html, base_url=SCHEME, url_fetcher=fetcher)
    document = source.render(font_config=_fonts(), presentational_hints=False)
    _check_sheets(document.pages, headed=EVERY_PAGE in html)
    return document.write_pdf(pdf_identifier=identifier.encode())


def _check_sheets(sheets: list[Page], *, headed: bool) -> None:
    """WeasyPrint drops a head that leaves no room for a row, and lets what it cannot break run off the paper."""
    if len(sheets) > MOST_SHEETS:
        counts = {"count": len(sheets), "most": MOST_SHEETS}
        raise CannotPrint(_("The document would take %(count)s sheets; at most %(most)s are printed.") % counts)
    if headed and not all(EVERY_PAGE in sheet.anchors for sheet in sheets):
        raise CannotPrint(_("The texts at the head of the page leave no room for the rest; shorten them."))
    if any(box[-1] > sheet.height for sheet in sheets for box in sheet.anchors.values()):
        raise CannotPrint(_("A part of the document would run off the paper; shorten its texts."))


@cache
def _fonts() -> FontConfiguration:
    """Loaded once a process: the faces are the same for every document."""
    return FontConfiguration()
