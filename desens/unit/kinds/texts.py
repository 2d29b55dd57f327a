"""Texts: a line, a telephone number, several lines."""

from dataclasses import dataclass
from typing import Any

from desens.unit.kinds.kind import Kind


@dataclass(frozen=True, kw_only=True)
class Text(Kind[str]):
    """One line of at most `limit` characters; "" is "not recorded" unless `required`."""

    limit: int = 200
    required: bool = False

    def holds(self, value: str) -> bool:
        return len(value) <= self.limit and "\n" not in value and not (self.required and not value)

    def read(self, stored: Any) -> str:
        return str(stored)


@dataclass(frozen=True, kw_only=True)
class Telephone(Text):
    """A number as the hospital writes it, extension included: 2 to 40 characters with a digit, or ""."""

    limit: int = 40

    def holds(self, value: str) -> bool:
        return super().holds(value) and (not value or any(map(str.isdecimal, value)))


@dataclass(frozen=True, kw_only=True)
class Texts(Kind[tuple[str, ...]]):
    """From one to `most` lines of at most 200 characters, in their order."""

    most: int
    limit: int = 200

    def holds(self, value: tuple[str, ...]) -> bool:
        return 1 <= len(value) <= self.most and all(0 < len(line) <= self.limit for line in value)

    def stored(self, value: tuple[str, ...]) -> list[str]:
        return [str(line) for line in value]

    def read(self, stored: Any) -> tuple[str, ...]:
        return tuple(stored)
