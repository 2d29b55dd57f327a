"""What was measured, in words: the controls of a round, one test at 15 to 20 min, and days later."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from desens.numbers.quantity import NO_BREAK_SPACE, Quantity
from desens.numbers.sentences import figures_kept
from reactions.models import SkinTestReading, SkinTestRound
from reactions.skin_test_choices import ReadAfter


def measured_text(reading: SkinTestReading) -> str:
    """The diameters of one reading; what was not recorded is left out."""
    parts = {
        _("bleb"): (reading.initial_longest, reading.initial_across),
        _("wheal"): (reading.wheal_longest, reading.wheal_across),
        _("own control"): (reading.control_longest, reading.control_across),
        _("erythema"): (reading.erythema_mm, None),
    }
    return ", ".join(f"{name} {_across(*pair)}" for name, pair in parts.items() if pair[0] is not None)


def when_text(after: ReadAfter) -> str:
    """When the skin is read, the figure on the line of its unit."""
    return figures_kept(str(after.label))


def later_text(after: ReadAfter, reading: SkinTestReading) -> str:
    """What was seen of a test days later."""
    seen = _("infiltrated erythema or papule") if reading.infiltrated else _("nothing")
    size = "" if reading.erythema_mm is None else f", {_across(reading.erythema_mm, None)}"
    return f"{when_text(after)}: {seen}{size}"


def round_text(row: SkinTestRound) -> str:
    """When a round was read, and its controls; not the note beside them."""
    return " · ".join((when_text(ReadAfter(row.read_after)), *_controls(row)))


def _controls(row: SkinTestRound) -> Iterator[str]:
    if row.read_after == ReadAfter.MINUTES:
        histamine, negative = _("histamine"), _("negative control")
        for name, longest, across in (
            (histamine, row.histamine_longest, row.histamine_across),
            (negative, row.negative_longest, row.negative_across),
        ):
            yield f"{name} {_('not recorded') if longest is None else _across(longest, across)}"


def _across(longest: Decimal | None, across: Decimal | None) -> str:
    figures = [Quantity.of(figure, "mm") for figure in (longest, across) if figure is not None]
    if len(figures) == 1:
        return str(figures[0])
    return f"{figures[0].number}{NO_BREAK_SPACE}x{NO_BREAK_SPACE}{figures[1]}"
