"""The one way settings read the environment.

Two modes. Demonstration (nothing set): every value has a default that is safe on loopback only.
Production (`DESENS_MODE=production`): a value without which the installation would be unsafe
or wrong has no default, and its absence stops the start with advice.
"""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

MODES = ("demonstration", "production")


def mode() -> str:
    """`demonstration` or `production`; anything else is refused."""
    chosen = os.environ.get("DESENS_MODE", "demonstration")
    if chosen not in MODES:
        raise ImproperlyConfigured(f"DESENS_MODE is {chosen!r}; expected one of {', '.join(MODES)}.")
    return chosen


def env(name: str, *, demonstration: str, advice: str, production: str | None = None) -> str:
    """The text of an environment variable, or the default of the mode, or an error with advice."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if mode() == "demonstration":
        return demonstration
    if production is None:
        raise ImproperlyConfigured(f"{name} is not set. {advice} See .env.example.")
    return production


def kept_secret(path: Path) -> str:
    """The demonstration's own secret, made at the first start and kept beside its database.

    Whoever may not read or write there gets a passing one: the public commands need none (contracts.md 0).
    """
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(secrets.token_urlsafe(60), encoding="utf-8")
            path.chmod(0o600)
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return secrets.token_urlsafe(60)
