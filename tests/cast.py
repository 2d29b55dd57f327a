"""The cast, learned once: one person a role, a reviewer who may see identity, and an outsider without any role."""

import pytest
from django.test import Client
from django.utils import timezone

from desens.access.models import User
from desens.access.roles import Role
from desens.access.services import add_user

PASSWORD = "a-quiet-afternoon-17"


def person(username: str, *roles: Role) -> User:
    """A new person with these roles and PASSWORD."""
    return add_user(
        username=username,
        full_name=f"{username.replace('.', ' ').title()} Example",
        password=PASSWORD,
        roles=roles,
        by="test",
        at=timezone.now(),
    )


def client_of(user: User | None) -> Client:
    """A client logged in as the person; of nobody for None."""
    client = Client()
    if user is not None:
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def allergist(db) -> User:
    return person("dr.allergist", Role.ALLERGIST)


@pytest.fixture
def nurse(db) -> User:
    return person("nurse.one", Role.NURSE)


@pytest.fixture
def pharmacist(db) -> User:
    return person("pharmacist.one", Role.PHARMACIST)


@pytest.fixture
def reviewer(db) -> User:
    return person("reviewer.one", Role.REVIEWER)


@pytest.fixture
def identified_reviewer(db) -> User:
    """A reviewer to whom the identity of patients is granted."""
    return person("reviewer.two", Role.REVIEWER, Role.IDENTITY)


@pytest.fixture
def administrator(db) -> User:
    return person("administrator.one", Role.ADMINISTRATOR)


@pytest.fixture
def outsider(db) -> User:
    """Somebody who can log in and holds no role."""
    return person("outsider")


@pytest.fixture
def as_user():
    """`as_user(nurse).get(...)`: a client logged in as that person."""
    return client_of
