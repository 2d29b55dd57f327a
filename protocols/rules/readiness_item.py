"""One thing that must hold before a version is released: whether it does, and what its not holding asks for."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Literal

State = Literal["holds", "does not hold", "not recorded"]
#: What releases all the same: nothing is asked, a reason that is signed with the release, or nothing does.
Asks = Literal["nothing", "reason", "refusal"]


@dataclass(frozen=True, kw_only=True)
class Item:
    """`topic` names it within a release (readiness_messages.TOPICS); `code` is its sentence, filled by `values`."""

    topic: str
    state: State
    asks: Asks
    code: str
    values: tuple[tuple[str, str], ...] = ()


def holds(topic: str, code: str, **values: str) -> Item:
    """It holds."""
    return Item(topic=topic, state="holds", asks="nothing", code=code, values=tuple(values.items()))


def fails(topic: str, code: str, **values: str) -> Item:
    """It does not hold: released only with a reason."""
    return Item(topic=topic, state="does not hold", asks="reason", code=code, values=tuple(values.items()))


def bars(topic: str, code: str, **values: str) -> Item:
    """It does not hold, and no reason releases."""
    return Item(topic=topic, state="does not hold", asks="refusal", code=code, values=tuple(values.items()))


def unknown(topic: str, code: str, **values: str) -> Item:
    """It cannot be judged: to be recorded, or released with a reason."""
    return Item(topic=topic, state="not recorded", asks="reason", code=code, values=tuple(values.items()))


def noted(topic: str, code: str, **values: str) -> Item:
    """It cannot be judged, and asks for nothing here."""
    return Item(topic=topic, state="not recorded", asks="nothing", code=code, values=tuple(values.items()))


def refusing(items: Iterable[Item]) -> tuple[str, ...]:
    """The topics that no reason releases."""
    return tuple(item.topic for item in items if item.asks == "refusal")


def wanting_reason(items: Iterable[Item], given: Container[str]) -> tuple[str, ...]:
    """The topics that ask for a reason and are not among those given."""
    return tuple(item.topic for item in items if item.asks == "reason" and item.topic not in given)
