"""The logins of demonstration mode: one person a role, one password for all, shown on the log-in page there only."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from desens.access.models import User
from desens.access.roles import Role
from desens.access.services import add_user

PASSWORD = "sixteen-steps-demo"  # noqa: S105 - shown to everyone, refused outside demonstration mode


@dataclass(frozen=True, kw_only=True)
class DemonstrationLogin:
    """A made-up person whose user name is the role."""

    role: Role
    full_name: str
    telephone: str = ""

    @property
    def username(self) -> str:
        """The role's own word."""
        return self.role.value


LOGINS = (
    DemonstrationLogin(role=Role.ALLERGIST, full_name="Dr. Elena Marín", telephone="+34 900 000 101"),
    DemonstrationLogin(role=Role.NURSE, full_name="Tomás Iriarte"),
    DemonstrationLogin(role=Role.PHARMACIST, full_name="Nuria Vidal"),
    DemonstrationLogin(role=Role.REVIEWER, full_name="Dr. Paul Okafor"),
    DemonstrationLogin(role=Role.ADMINISTRATOR, full_name="Irene Sola"),
)


def add_demonstration_people(*, by: User | str, at: datetime) -> dict[Role, User]:
    """The people of LOGINS by role; those already there are left as they are. Refuses outside demonstration mode."""
    if not settings.DEMONSTRATION:
        raise ImproperlyConfigured("Demonstration logins exist in demonstration mode only.")
    there = {user.username: user for user in User.objects.filter(username__in=[login.username for login in LOGINS])}
    return {login.role: there.get(login.username) or _add(login, by=by, at=at) for login in LOGINS}


def _add(login: DemonstrationLogin, *, by: User | str, at: datetime) -> User:
    return add_user(
        username=login.username,
        full_name=login.full_name,
        telephone=login.telephone,
        password=PASSWORD,
        roles=[login.role],
        by=by,
        at=at,
    )
