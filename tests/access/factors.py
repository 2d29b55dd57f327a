"""A second factor as tests have it: an app that counts by RFC 6238, without the application's own code."""

import base64
import hashlib
import hmac
import struct
import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse

from desens.access.models import User
from tests.cast import PASSWORD

SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_now(seed: str = SEED, *, periods: int = 0) -> str:
    """The six digits the app shows now, or so many periods of 30 s later; never in a period's last second."""
    time.sleep(max(0, time.time() % 30 - 28.5))
    digest = hmac.new(
        base64.b32decode(seed), struct.pack(">Q", int(time.time()) // 30 + periods), hashlib.sha1
    ).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def with_app(user: User) -> Authenticator:
    """The person has an app with SEED."""
    return TOTP.activate(user, SEED).instance


def sure(client: Client) -> Client:
    """The client after the password was typed again."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client
