"""The picture of a figure, and the place on a page that fetches it. A picture's address names no patient.

Every role that opens a page with a figure reads the library, hence the permission. The address is signed: what it draws
is what a page of ours computed.
"""

from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.roles import Permission
from protocols.figure.content import Content, content_from
from protocols.figure.drawing import SIZES, draw
from protocols.figure.shown import picture


@requires(Permission.VIEW_LIBRARY)
@require_GET
def figure_svg(request: HttpRequest, figure_token: str, figure_size: str) -> HttpResponse:
    """The picture as SVG, in one of its sizes; drawn once for the same content and language."""
    if figure_size not in SIZES:
        raise Http404
    drawn = draw(_content(figure_token), figure_size, get_language() or "")
    return HttpResponse(drawn, content_type="image/svg+xml")


@requires(Permission.VIEW_LIBRARY)
@require_GET
def figure_picture(request: HttpRequest, figure_token: str) -> HttpResponse:
    """The picture's element, for the editor, which asks for it when nobody types any more."""
    shown = picture(figure_token, _content(figure_token))
    return render(request, "protocols/_picture.html", {"picture": shown})


def _content(token: str) -> Content:
    try:
        return content_from(token)
    except BadSignature:
        raise Http404 from None
