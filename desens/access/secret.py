"""Encryption of the little that must not be read in the database: seeds of second factors, forms kept for minutes."""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


class UnreadableError(Exception):
    """Encrypted under a SECRET_KEY that is no longer known, or changed since."""


def sealed(text: str, *, purpose: str) -> str:
    """The text encrypted and signed; a key of its own for each purpose."""
    return _keys(purpose).encrypt(text.encode()).decode("ascii")


def opened(sealed_text: str, *, purpose: str) -> str:
    """The text of `sealed`. Raises UnreadableError."""
    try:
        return _keys(purpose).decrypt(sealed_text.encode()).decode()
    except InvalidToken:
        raise UnreadableError(purpose) from None


def _keys(purpose: str) -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(secret, purpose)) for secret in secrets])


def _derived(secret: str | bytes, purpose: str) -> bytes:
    return base64.urlsafe_b64encode(salted_hmac(f"desens.{purpose}", "", secret, algorithm="sha256").digest())
