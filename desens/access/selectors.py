"""What the pages about people read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from desens.access.models import Invitation, User
from desens.access.roles import ROLE_NAMES
from desens.access.second_factor import FACTORS

State = Literal["active", "locked", "invited", "link_expired"]


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """One person as the list shows them; `link_until` only while a link is open."""

    username: str
    full_name: str
    telephone: str
    roles: tuple[str, ...]
    state: State
    link_until: datetime | None
    second_factor: bool
    version: int


def people(*, at: datetime) -> list[PersonRow]:
    """Everybody by name; the locked at the end."""
    return _rows(User.objects.order_by("-is_active", "full_name", "pk"), at=at)


def person_row(user: User, *, at: datetime) -> PersonRow:
    """One person, read anew."""
    return _rows(User.objects.filter(pk=user.pk), at=at)[0]


def _rows(users: QuerySet[User], *, at: datetime) -> list[PersonRow]:
    links = Invitation.objects.filter(user=OuterRef("pk")).order_by("-pk")
    factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
    found = users.prefetch_related("granted").annotate(
        link_expires=Subquery(links.values("expires_at")[:1]), has_factor=Exists(factors)
    )
    return [_row(user, at=at) for user in found]


def _row(user: User, *, at: datetime) -> PersonRow:
    held = {granted.role for granted in user.granted.all()}
    expires: datetime | None = user.link_expires  # type: ignore[attr-defined]  # annotated in _rows
    state = _state(user, expires, at)
    return PersonRow(
        username=user.username,
        full_name=user.full_name,
        telephone=user.telephone,
        roles=tuple(str(name) for role, name in ROLE_NAMES.items() if role in held),
        state=state,
        link_until=expires if state == "invited" else None,
        second_factor=user.has_factor,  # type: ignore[attr-defined]  # annotated in _rows
        version=user.version,
    )


def _state(user: User, expires: datetime | None, at: datetime) -> State:
    if not user.is_active:
        return "locked"
    if user.has_usable_password():
        return "active"
    return "invited" if expires and at < expires else "link_expired"
