"""Whether figures fit their column: set smaller where they are long, refused where they would be cut."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.printing.refusal import CannotPrint


@dataclass(frozen=True, kw_only=True)
class Room:
    """How many characters a column takes at its full size, and at its small one."""

    full: int
    small: int


RATE = Room(full=6, small=11)
VOLUME = Room(full=8, small=12)
MINUTES = Room(full=7, small=11)
DOSE = Room(full=8, small=14)
BAG = Room(full=15, small=26)
#: What is taken at one or two times of the day, at more, and at a time of its own.
TAKEN = Room(full=15, small=26)
TAKEN_OFTEN = Room(full=10, small=17)
GIVEN = Room(full=19, small=30)
#: What a prepared bag holds, its volumes, and the vials and bags that are opened.
HELD = Room(full=18, small=26)
HELD_VOLUME = Room(full=12, small=18)
OPENED = Room(full=19, small=28)


def sized(*texts: str, long: int, longest: int) -> str:
    """The class of texts that are set smaller, never cut: "", "long" or "longest" by their characters in all."""
    characters = sum(map(len, texts))
    if characters <= long:
        return ""
    return "long" if characters <= longest else "longest"


def fitted(figures: Iterable[str], room: Room) -> str:
    """The class of the column, "" or "small"; CannotPrint names a figure that no size fits."""
    longest = max(figures, key=len, default="")
    if len(longest) > room.small:
        raise CannotPrint(
            _("The figure %(figure)s does not fit its column; state the amounts in another unit.") % {"figure": longest}
        )
    return "small" if len(longest) > room.full else ""
