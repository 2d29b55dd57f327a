"""The other recorded reactions to the same culprit, as the letter names them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reactions.recording.facts import onset_text
from reactions.recording.shown import ShownReaction


def other_reactions(cases: tuple[ShownReaction, ...], case: ShownReaction) -> tuple[str, ...]:
    """The other recorded reactions to the same culprit, a line each."""
    return tuple(_line(other) for other in cases if other.newest.case_key != case.newest.case_key)


def _line(case: ShownReaction) -> str:
    return " · ".join(_parts(case))


def _parts(case: ShownReaction) -> Iterator[str]:
    yield case.newest.told
    onset = onset_text(case.newest)
    yield _("onset %(onset)s after the start") % {"onset": onset} if onset else _("onset not recorded")
    yield case.signs_text or _("signs not recorded")
    if case.brown:
        yield f"{case.brown.get_scale_display()}: {case.brown_text}"
    else:
        yield _("no Brown grade decided")
