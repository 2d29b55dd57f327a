"""The person who logs in, the roles held, the links, sessions and forms of that person."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from desens.access.roles import GRANTS, Permission, Role
from desens.records.models import AppendOnly, Versioned

user_name_rule = RegexValidator(
    r"\A[a-z][a-z0-9._-]{1,59}\Z",
    _("Expected 2 to 60 characters: small letters, digits, point, hyphen or underscore, a letter first."),
)


class UserManager(BaseUserManager["User"]):
    """Finds people by user name whatever the letter case typed; people are added by services.add_user."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The person of that user name; raises User.DoesNotExist."""
        return self.get(username=(username or "").lower())


class User(AbstractBaseUser, Versioned):
    """A person. Locked (`is_active` false) rather than deleted; the audit trail knows when each logged in."""

    last_login = None

    username = models.CharField(_("user name"), max_length=60, unique=True, validators=[user_name_rule])
    full_name = models.CharField(_("full name"), max_length=200)
    telephone = models.CharField(_("telephone"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    is_active = models.BooleanField(_("may log in"), default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        """Stored user names are lower case, so that two people never differ by case alone."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(username=Lower("username")), name="user_username_lower"),
            models.CheckConstraint(condition=~models.Q(username=""), name="user_username_given"),
            models.CheckConstraint(condition=~models.Q(full_name=""), name="user_full_name_given"),
        ]

    def __str__(self) -> str:
        """The full name, as signatures show it."""
        return self.full_name

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles held; read once for this instance, which lives as long as a request."""
        return frozenset(Role(role) for role in self.granted.values_list("role", flat=True))

    def has(self, permission: Permission) -> bool:
        """Whether any role held grants the permission."""
        return any(permission in GRANTS[role] for role in self.roles)


class UserRole(models.Model):
    """One role granted to one person."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="granted")
    role = models.CharField(_("role"), max_length=20, choices=[(role.value, role.value) for role in Role])

    class Meta:
        """A role is granted once, and only a role that the table of grants knows."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "role"], name="user_role_once"),
            models.CheckConstraint(condition=models.Q(role__in=[role.value for role in Role]), name="user_role_known"),
        ]

    def __str__(self) -> str:
        """Who is what."""
        return f"{self.user.username}: {self.role}"


class Invitation(AppendOnly):
    """A one-time link by which a person sets the password. Only its hash is stored; the newest of a person counts."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        """A link ends after it begins."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(expires_at__gt=models.F("made_at")), name="invitation_ends"),
        ]

    def __str__(self) -> str:
        """Whose it is and until when."""
        return f"{self.user.username} until {self.expires_at:%Y-%m-%d %H:%M}"


class InvitationUse(AppendOnly):
    """That a link was used; the database takes one a link, so that of two at once one is refused."""

    invitation = models.OneToOneField(Invitation, on_delete=models.PROTECT, related_name="use")
    used_at = models.DateTimeField()

    def __str__(self) -> str:
        """Whose link was used when."""
        return f"{self.invitation.user.username} at {self.used_at:%Y-%m-%d %H:%M}"


class OpenSession(models.Model):
    """A session somebody is logged in with, as that person sees and ends it. Gone when the session is."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="open_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    address = models.GenericIPAddressField(null=True)
    device = models.CharField(max_length=200, blank=True)
    began_at = models.DateTimeField()
    active_at = models.DateTimeField()

    def __str__(self) -> str:
        """Who, from where."""
        return f"{self.user.username} from {self.address}"


class KeptForm(models.Model):
    """What a person sent when the session had ended: encrypted, for that person alone, for some minutes."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="kept_forms")
    page = models.CharField(max_length=500)
    action = models.CharField(max_length=500)
    fields = models.TextField()
    kept_at = models.DateTimeField()

    class Meta:
        """One a form and person: the last one sent."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "action"], name="kept_form_once"),
        ]

    def __str__(self) -> str:
        """Whose, of which page; never what was typed."""
        return f"{self.user.username} on {self.page}"
