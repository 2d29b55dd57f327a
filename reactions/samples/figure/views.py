"""The picture of samples. Its address is signed, names no patient, and draws what a page of ours computed."""

from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.roles import Permission
from reactions.samples.figure.content import content_from
from reactions.samples.figure.drawing import SIZES, draw


@requires(Permission.VIEW_REACTIONS)
@require_GET
def sample_svg(request: HttpRequest, sample_token: str, figure_size: str) -> HttpResponse:
    """The picture as SVG, in one of its sizes; drawn once for the same content and language."""
    if figure_size not in SIZES:
        raise Http404
    try:
        content = content_from(sample_token)
    except BadSignature:
        raise Http404 from None
    return HttpResponse(draw(content, figure_size, get_language() or ""), content_type="image/svg+xml")
