"""The code on paper that opens this version's page and shows its state (safety.md H7)."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_svg(address: str) -> SafeString:
    """The address as an SVG of one black path; it holds no text of anybody's, hence safe as markup."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(omitsize=True, border=2, svgclass=None, lineclass=None))  # noqa: S308 - our own drawing
