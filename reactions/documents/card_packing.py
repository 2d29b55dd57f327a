"""Which entries stand on which card: as many as fit, at the largest size at which each fits alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.printing.refusal import CannotPrint
from reactions.documents.card_entries import CardEntry
from reactions.documents.measuring import lines_of

#: A side is 85.6 x 54 mm with margins of 3 mm; heights are counted in thousandths of a millimetre.
WIDTH_MM = 79
SIDE_ROOM = 47_000
#: The line height of 1.2 for a tenth of a point: 1.2 x 0.3528 mm / 10, rounded up.
LINE = 43
GAP = 900


@dataclass(frozen=True, kw_only=True)
class Size:
    """Type sizes in tenths of a point, as in static/print/allergy_card.css."""

    name: str
    front_pt_10: int
    back_pt_10: int


SIZES = (
    Size(name="", front_pt_10=90, back_pt_10=75),
    Size(name="small", front_pt_10=70, back_pt_10=60),
    Size(name="smallest", front_pt_10=55, back_pt_10=50),
)


@dataclass(frozen=True, kw_only=True)
class Packed:
    """The entries of each card, and the class of their size."""

    cards: tuple[tuple[CardEntry, ...], ...]
    size: str


def packed(entries: Sequence[CardEntry], *, front_room: int) -> Packed:
    """The cards, in the order of the entries; CannotPrint names an entry that no card takes.

    `front_room` is what the head and foot of the front leave, in thousandths of a millimetre.
    """
    for size in SIZES:
        if all(_fits([entry], size, front_room) for entry in entries):
            return Packed(cards=tuple(_cards(entries, size, front_room)), size=size.name)
    tight = next(entry for entry in entries if not _fits([entry], SIZES[-1], front_room))
    raise CannotPrint(_("What is recorded of %(drug)s does not fit a card; shorten it.") % {"drug": tight.substance})


def _cards(entries: Sequence[CardEntry], size: Size, front_room: int) -> list[tuple[CardEntry, ...]]:
    cards: list[tuple[CardEntry, ...]] = []
    for entry in entries:
        if cards and _fits([*cards[-1], entry], size, front_room):
            cards[-1] = (*cards[-1], entry)
        else:
            cards.append((entry,))
    return cards


def _fits(entries: Sequence[CardEntry], size: Size, front_room: int) -> bool:
    front = sum(height([entry.heading], size.front_pt_10) for entry in entries if entry.is_allergy)
    back = sum(height([entry.heading, *entry.lines], size.back_pt_10) + GAP for entry in entries)
    return front <= front_room and back <= SIDE_ROOM


def height(texts: Sequence[str], size_pt_10: int) -> int:
    """The height of texts below each other, in thousandths of a millimetre."""
    return sum(lines_of(text, width_mm=WIDTH_MM, size_pt_10=size_pt_10) for text in texts) * size_pt_10 * LINE
