"""What an administrator does with people: invite, set roles, lock, unlock, reset; never without an administrator left.

`token` in a result is that of a one-time link (links.py), to be shown once.
"""

from collections.abc import Collection
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, make_password
from django.contrib.auth.password_validation import validate_password
from django.db.models import QuerySet

from desens.access.links import make_link, use_link
from desens.access.models import Invitation, User, UserRole
from desens.access.open_sessions import end_sessions
from desens.access.roles import Role
from desens.access.services import store_person
from desens.audit.recording import recording
from desens.records.versioned import change


class LastAdministratorError(Exception):
    """It would leave nobody who can manage people."""


def invite(
    *, username: str, full_name: str, roles: Collection[Role], by: User | str, at: datetime, telephone: str = ""
) -> tuple[User, str]:
    """A new person and a token. Raises ValidationError for a taken user name or an empty name."""
    user = User(username=username.strip().lower(), full_name=full_name, telephone=telephone)
    user.set_unusable_password()
    user.full_clean()
    with recording(by=by, at=at) as record:
        record.event("user_invited", subject="user", subject_code=user.username, after=store_person(user, roles))
        token = make_link(user, at=at)
    return user, token


def set_roles(*, person: User, expected_version: int, roles: Collection[Role], by: User | str, at: datetime) -> None:
    """The roles held from the next request on. Raises StaleSave, LastAdministratorError."""
    after = sorted(set(roles))
    with recording(by=by, at=at) as record:
        if Role.ADMINISTRATOR not in after:
            _refuse_the_last(person)
        change(person, expected_version=expected_version)
        before = sorted(person.granted.values_list("role", flat=True))
        person.granted.exclude(role__in=after).delete()
        UserRole.objects.bulk_create(UserRole(user=person, role=role) for role in after if role not in before)
        held, holds = {"roles": before}, {"roles": [role.value for role in after]}
        record.event("roles_set", subject="user", subject_code=person.username, before=held, after=holds)


def lock(*, person: User, expected_version: int, by: User | str, at: datetime) -> None:
    """The person is out at the next request. Raises StaleSave, LastAdministratorError."""
    with recording(by=by, at=at) as record:
        _refuse_the_last(person)
        change(person, expected_version=expected_version, is_active=False)
        end_sessions(list(person.open_sessions.all()))
        record.event("user_locked", subject="user", subject_code=person.username)


def unlock(*, person: User, expected_version: int, by: User | str, at: datetime) -> None:
    """The person may log in again, with the password there was. Raises StaleSave."""
    with recording(by=by, at=at) as record:
        change(person, expected_version=expected_version, is_active=True)
        record.event("user_unlocked", subject="user", subject_code=person.username)


def reset(*, person: User, expected_version: int, reason: str, by: User | str, at: datetime) -> str:
    """Password and second factor are void, sessions ended; a token. Raises StaleSave, LastAdministratorError."""
    with recording(by=by, at=at) as record:
        _refuse_the_last(person)
        change(person, expected_version=expected_version, password=make_password(None))
        end_sessions(list(person.open_sessions.all()))
        factors = Authenticator.objects.filter(user=person)
        after = {"reason": reason, "second_factors_cleared": sorted(factors.values_list("type", flat=True))}
        factors.delete()
        token = make_link(person, at=at)
        record.event("user_reset", subject="user", subject_code=person.username, after=after)
    return token


def accept(*, link: Invitation, password: str, at: datetime) -> None:
    """The person behind the link sets the password. Raises ValidationError, LinkUsedError, StaleSave."""
    person = link.user
    validate_password(password, person)
    with recording(by=person, at=at) as record:
        use_link(link, at=at)
        change(person, expected_version=person.version, password=make_password(password))
        end_sessions(list(person.open_sessions.all()))
        record.event("link_used", subject="user", subject_code=person.username)


def able_administrators() -> QuerySet[User]:
    """Administrators who can log in: not locked, with a password."""
    able = User.objects.filter(is_active=True).exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return able.filter(granted__role=Role.ADMINISTRATOR)


def _refuse_the_last(leaving: User) -> None:
    """Two who demote each other meet at these rows; the second sees what the first did."""
    holders = UserRole.objects.filter(role=Role.ADMINISTRATOR).values("user")
    list(User.objects.select_for_update().filter(pk__in=holders).order_by("pk"))
    able = list(able_administrators().values_list("pk", flat=True))
    if able == [leaving.pk]:
        raise LastAdministratorError(leaving.username)
