"""One-time links: made, looked up, used. The link itself is shown once and stored nowhere."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from desens.access.models import Invitation, InvitationUse, User

LASTS = timedelta(hours=72)


class LinkUsedError(Exception):
    """Somebody used the link a moment earlier."""


def make_link(user: User, *, at: datetime) -> str:
    """A new token for the person, good for 72 hours; links made before open nothing any more."""
    token = secrets.token_urlsafe(32)
    Invitation(user=user, token_hash=_hash(token), made_at=at, expires_at=at + LASTS).save()
    return token


def link_address(token: str) -> str:
    """The address to hand over."""
    return f"{settings.PUBLIC_ADDRESS}{reverse('invitation', args=[token])}"


def find_link(token: str, *, at: datetime) -> Invitation | None:
    """The link if it still opens: the person's newest, not used, not expired, the person not locked."""
    found = Invitation.objects.select_related("user").filter(token_hash=_hash(token), use=None).first()
    if found is None or at >= found.expires_at or not found.user.is_active:
        return None
    newer = Invitation.objects.filter(user_id=found.user_id, pk__gt=found.pk)
    return None if newer.exists() else found


def use_link(link: Invitation, *, at: datetime) -> None:
    """Marks it used. Raises LinkUsedError for the second of two at once. Called inside a recording."""
    try:
        with transaction.atomic():
            InvitationUse(invitation=link, used_at=at).save()
    except IntegrityError:
        raise LinkUsedError(link.user.username) from None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
