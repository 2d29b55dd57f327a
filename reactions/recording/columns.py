"""The signs by organ system, as the page shows them."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reactions.rules.signs import SIGNS_BY_SYSTEM, SYSTEMS


@dataclass(frozen=True, kw_only=True)
class SignBox:
    """One sign, ticked or not."""

    code: str
    name: str
    ticked: bool


@dataclass(frozen=True, kw_only=True)
class SignColumn:
    """One organ system."""

    code: str
    name: str
    boxes: tuple[SignBox, ...]

    @property
    def ticked(self) -> tuple[SignBox, ...]:
        """The signs that were seen."""
        return tuple(box for box in self.boxes if box.ticked)


def columns_of(ticked: Collection[str]) -> tuple[SignColumn, ...]:
    """Every organ system with its signs, those of these codes ticked."""
    return tuple(
        SignColumn(
            code=system,
            name=_(SYSTEMS[system]),
            boxes=tuple(SignBox(code=code, name=_(name), ticked=code in ticked) for code, name in signs.items()),
        )
        for system, signs in SIGNS_BY_SYSTEM.items()
    )
