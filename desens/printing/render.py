"""HTML template to PDF: checked here, drawn in a worker."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from desens.printing import isolated
from desens.printing.text import check_text

#: The id of what a document repeats at the head of each page.
EVERY_PAGE = "every-page"


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
    return isolated.pdf_of(html, identifier, pictures or {})
