"""The base of all kinds."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True)
class Kind(ABC, Generic[Value]):
    """Base of the kinds."""

    @abstractmethod
    def holds(self, value: Value) -> bool:
        """Whether the value is within the bounds, both included."""

    def stored(self, value: Value) -> Any:
        """The value as JSON values; figures as exact text."""
        return str(value)

    @abstractmethod
    def read(self, stored: Any) -> Value:
        """The inverse of `stored`."""
