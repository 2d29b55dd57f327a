"""Markup to PDF, by WeasyPrint: the only module that loads it. Knows no Django, since it runs in the worker."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache

from weasyprint import HTML, Page
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from desens.printing.complaints import complaints
from desens.printing.fetcher import SCHEME, TableFetcher

MOST_SHEETS = 20
#: The id of what a document repeats at the head of each page.
EVERY_PAGE = "every-page"
END = "-end"


@dataclass(frozen=True, kw_only=True)
class Refused:
    """Nothing was drawn: a reason of isolated.REASONS and what its words need."""

    reason: str
    values: Mapping[str, str | int] = field(default_factory=dict)


def drawn(html: str, identifier: str, pictures: Mapping[str, bytes]) -> bytes | Refused:
    """The PDF of a page's markup, with nothing loaded but our style sheets, our fonts and those pictures."""
    fetcher = TableFetcher(pictures)
    outcome: bytes | Refused = b""
    with complaints() as unprinted, suppress(FatalURLFetchingError):
        outcome = _outcome(html, identifier, fetcher)
    if fetcher.refused:
        return Refused(reason="address", values={"address": fetcher.refused[0][:200]})
    if unprinted:
        return Refused(reason="missing", values={"error": unprinted[0][:200]})
    return outcome


def _outcome(html: str, identifier: str, fetcher: TableFetcher) -> bytes | Refused:
    source = HTML(string=html, base_url=SCHEME, url_fetcher=fetcher)
    document = source.render(font_config=_fonts(), presentational_hints=False)
    refused = _wrong_sheets(document.pages, headed=EVERY_PAGE in html)
    return refused or document.write_pdf(pdf_identifier=identifier.encode())


def _wrong_sheets(sheets: list[Page], *, headed: bool) -> Refused | None:
    """WeasyPrint drops a head that leaves no room for a row, and lets what it cannot break run off the paper."""
    if len(sheets) > MOST_SHEETS:
        return Refused(reason="sheets", values={"count": len(sheets), "most": MOST_SHEETS})
    if headed and not all(EVERY_PAGE in sheet.anchors for sheet in sheets):
        return Refused(reason="head")
    if any(box[-1] > sheet.height for sheet in sheets for box in sheet.anchors.values()):
        return Refused(reason="paper")
    if any(_overflows(sheet) for sheet in sheets):
        return Refused(reason="part")
    return None


def _overflows(sheet: Page) -> bool:
    """Whether the end of a part of fixed height, marked `NAME-end`, lies below the part `NAME` or on another sheet."""
    ends = ((sheet.anchors.get(name.removesuffix(END)), box) for name, box in sheet.anchors.items() if END in name)
    return any(part is None or box[-1] > part[-1] for part, box in ends)


@cache
def _fonts() -> FontConfiguration:
    """Loaded once a process: the faces are the same for every document."""
    return FontConfiguration()
