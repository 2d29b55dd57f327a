"""Figures inside the sentences of the history."""

from datetime import timedelta

from django.utils.translation import gettext as _

from desens.numbers.quantity import NO_BREAK_SPACE, Quantity


def number(count: int) -> str:
    """A count as it is written."""
    return Quantity.of(count, "").number


def counted(count: int, noun: str) -> str:
    """A count with its noun, which comes translated and in the right number."""
    return f"{number(count)}{NO_BREAK_SPACE}{noun}"


def share(part: int, whole: int) -> str:
    """A count with what it is counted of."""
    return _("%(part)s of %(whole)s") % {"part": number(part), "whole": number(whole)}


def duration(length: timedelta) -> str:
    """Whole hours and minutes."""
    hours, minutes = divmod(length // timedelta(minutes=1), 60)
    return NO_BREAK_SPACE.join(
        str(amount) for amount in (Quantity.of(hours, "h"), Quantity.of(minutes, "min")) if amount.value
    ) or str(Quantity.of(0, "min"))
