"""What is asked for, as the addresses of other pages carry it on."""

from desens.access.requests import PersonRequest


def query_of(request: PersonRequest) -> str:
    """The filter and the order, for the addresses of other pages about the same."""
    query = request.GET.copy()
    for name in ("after", "so_far"):
        query.pop(name, None)
    return query.urlencode()
