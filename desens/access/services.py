"""Adding people and changing what is known of them; each with its audit event in the same transaction."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password

from desens.access.models import User, UserRole
from desens.access.roles import Role
from desens.audit.recording import recording
from desens.records.versioned import change


def add_user(
    *,
    username: str,
    full_name: str,
    password: str,
    roles: Collection[Role],
    by: User | str,
    at: datetime,
    telephone: str = "",
) -> User:
    """A new person with roles. Raises ValidationError for a taken user name, a weak password, an empty name."""
    user = User(username=username.strip().lower(), full_name=full_name, telephone=telephone)
    validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    with recording(by=by, at=at) as record:
        record.event("user_added", subject="user", subject_code=user.username, after=store_person(user, roles))
    return user


def store_person(user: User, roles: Collection[Role]) -> dict[str, Any]:
    """Inserts a checked person with the roles and tells what the audit notes. Called inside a recording."""
    held = sorted(set(roles))
    user.save(force_insert=True)
    UserRole.objects.bulk_create(UserRole(user=user, role=role) for role in held)
    return {"full_name": user.full_name, "telephone": user.telephone, "roles": [role.value for role in held]}


def change_profile(
    *, user: User, expected_version: int, full_name: str, telephone: str, by: User, at: datetime
) -> None:
    """New name and telephone. Raises StaleSave if the person was changed since `expected_version`."""
    before = {"full_name": user.full_name, "telephone": user.telephone}
    after = {"full_name": full_name, "telephone": telephone}
    with recording(by=by, at=at) as record:
        change(user, expected_version=expected_version, **after)
        record.event("profile_changed", subject="user", subject_code=user.username, before=before, after=after)


def change_password(*, user: User, password: str, by: User | str, at: datetime) -> None:
    """A new password, already validated. Raises StaleSave if the person was changed meanwhile."""
    with recording(by=by, at=at) as record:
        change(user, expected_version=user.version, password=make_password(password))
        record.event("password_changed", subject="user", subject_code=user.username)
