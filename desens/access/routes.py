"""Every route of the site as the resolver knows it; the guard and the permission matrix read this list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, kw_only=True)
class Route:
    """One route: its name with namespaces (may be empty), its pattern, its arguments, the view it calls."""

    name: str
    pattern: str
    arguments: tuple[str, ...]
    view: Any

    @property
    def declared(self) -> bool:
        """Whether the view carries `requires`, `signed_in` or `public`."""
        return hasattr(self.view, "permission")


def site_routes() -> list[Route]:
    """Every route of ROOT_URLCONF."""
    return list(_walk(get_resolver().url_patterns, pattern="", namespace="", arguments=()))


def _walk(
    patterns: Sequence[URLPattern | URLResolver], *, pattern: str, namespace: str, arguments: tuple[str, ...]
) -> Iterator[Route]:
    for item in patterns:
        here = pattern + str(item.pattern)
        named = arguments + tuple(item.pattern.regex.groupindex)
        if isinstance(item, URLResolver):
            inner = f"{namespace}{item.namespace}:" if item.namespace else namespace
            yield from _walk(item.url_patterns, pattern=here, namespace=inner, arguments=named)
        else:
            name = f"{namespace}{item.name}" if item.name else ""
            yield Route(name=name, pattern=here, arguments=named, view=item.callback)
