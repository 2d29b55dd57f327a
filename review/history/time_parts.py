"""Where an axis of time is broken, and how wide what is left of it becomes. Pure; no float."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

#: Hundredths of a percent before the first and after the last day, so that no sign is cut; a break; a short stretch.
MARGIN, WHOLE, BREAK, SHORT = 300, 10_000, 500, 1_700
#: A time is cut out where it is longer than this and takes more than a third of what is left; at most so many.
LONG, MOST_BREAKS = timedelta(days=365), 2


def parts_of(days: Sequence[date]) -> list[Sequence[date]]:
    """The days in order, parted where the time between two is cut out."""
    left = days[-1] - days[0]
    cuts: list[int] = []
    for place in sorted(range(1, len(days)), key=lambda each: days[each - 1] - days[each]):
        gap = days[place] - days[place - 1]
        if gap <= LONG or 3 * gap <= left or gap == left or len(cuts) == MOST_BREAKS:
            break
        cuts.append(place)
        left -= gap
    return [days[begin:end] for begin, end in pairwise([0, *sorted(cuts), len(days)])]


def widths_of(lengths: Sequence[int]) -> tuple[list[int], int, int]:
    """How wide each stretch is, and the scale: so much room for so many days. A short one is as wide as its mark."""
    room, length = WHOLE - 2 * MARGIN - BREAK * (len(lengths) - 1), sum(lengths)
    short: set[int] = set()
    while len(lengths) > 1:
        more = {at for at, days in enumerate(lengths) if at not in short and room * days < SHORT * length}
        if not more:
            break
        short |= more
        room -= SHORT * len(more)
        length -= sum(lengths[at] for at in more)
    widths = [SHORT if at in short else room * days // length for at, days in enumerate(lengths)]
    return widths, room, length
