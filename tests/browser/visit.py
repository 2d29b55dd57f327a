"""One page that the browser opens."""

from dataclasses import dataclass

from desens.access.models import User


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One page: how the test names it, where it is, who opens it (None: nobody is logged in)."""

    name: str
    address: str
    user: User | None
