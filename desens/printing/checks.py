"""System checks: what printing needs, looked at when the server starts rather than at the bedside."""

import ctypes
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from desens.printing.fonts import FACES

#: Below this the lock on what a document may load is bypassed (CVE-2026-55073).
LEAST_WEASYPRINT = (70, 0)
SUBSET_LIBRARY = "libharfbuzz-subset.so.0"


def register_all() -> None:
    """Make the four checks part of `manage.py check`."""
    for check in (check_weasyprint, check_subset_library, check_fonts, check_public_address):
        register(check)


def check_weasyprint(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """At least 70.0, read from the installed package without loading it."""
    try:
        found = version("weasyprint")
    except PackageNotFoundError:
        found = "0"
    if tuple(int(part) for part in found.split(".")[:2]) >= LEAST_WEASYPRINT:
        return []
    return [Error(f"WeasyPrint is {found}.", hint="Install 70.0 or later: make setup.", id="printing.E001")]


def check_subset_library(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Without it WeasyPrint is silently slower and writes the time into the fonts (traps.md 39)."""
    try:
        ctypes.CDLL(SUBSET_LIBRARY)
    except OSError:
        hint = "Install it: apt-get install libharfbuzz-subset0."
        return [Error(f"{SUBSET_LIBRARY} cannot be loaded.", hint=hint, id="printing.E002")]
    return []


def check_fonts(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Each font file we print with is there."""
    return [
        Error(f"{face.path} is missing.", hint=f"Install it: apt-get install {face.package}.", id="printing.E003")
        for face in FACES
        if not face.path.is_file()
    ]


def check_public_address(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """QR codes carry the public address (traps.md 40); only the demonstration may print loopback."""
    if settings.DEMONSTRATION or settings.PUBLIC_ADDRESS.startswith("https://"):
        return []
    hint = "Set PUBLIC_ADDRESS to the address people open, such as https://desens.hospital.example."
    return [Error("Printed QR codes would lead nowhere.", hint=hint, id="printing.E004")]
