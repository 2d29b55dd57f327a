"""Every page a person can open, with who opens it. An app adds a function that makes its rows and lists its pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse

from desens.access.models import User
from desens.access.roles import Role
from tests.cast import person


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One page: how the test names it, where it is, who opens it (None: nobody is logged in)."""

    name: str
    address: str
    user: User | None


def pages_before_log_in() -> Iterable[Visit]:
    """What anybody may open."""
    yield Visit(name="log in", address=reverse("account_login"), user=None)
    yield Visit(name="sign up, closed", address=reverse("account_signup"), user=None)


def pages_of_everybody() -> Iterable[Visit]:
    """Home for each role, and a person's own account."""
    for role in Role:
        user = person(f"somebody.{role}", role)
        yield Visit(name=f"home of {role}", address=reverse("home"), user=user)
    yield Visit(name="my account", address=reverse("profile"), user=user)
    yield Visit(name="change password", address=reverse("account_change_password"), user=user)
    yield Visit(name="log out", address=reverse("account_logout"), user=user)


LISTS: list[Callable[[], Iterable[Visit]]] = [pages_before_log_in, pages_of_everybody]
