"""Pictures for print."""

from dataclasses import dataclass
from typing import Any

from desens.unit.kinds.kind import Kind


@dataclass(frozen=True, kw_only=True)
class Picture(Kind[str]):
    """A PNG of at most `most_bytes`, kept apart under its SHA-256, which is the value; "" is none."""

    most_bytes: int = 200_000
    most_pixels: int = 2_000

    def holds(self, value: str) -> bool:
        return value == "" or (len(value) == 64 and set(value) <= set("0123456789abcdef"))

    def read(self, stored: Any) -> str:
        return str(stored)
