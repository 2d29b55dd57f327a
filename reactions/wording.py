"""Reasons of the rules in the reader's language, fit for a page: a bare < or > is easily misread, so it is a word."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from reactions.rules.messages import MESSAGES
from reactions.rules.reasons import Reason


def words(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Each reason as one sentence without a capital and a stop, its figures on the line of their unit."""
    return tuple(figures_kept(_sentence(reason)) for reason in reasons)


def _sentence(reason: Reason) -> str:
    sentence = _(MESSAGES[reason.code])
    return sentence % {name: _worded(value) for name, value in reason.values} if reason.values else sentence


def _worded(value: str) -> str:
    if value.startswith("<"):
        return _("below %(figure)s") % {"figure": value[1:]}
    return _("above %(figure)s") % {"figure": value[1:]} if value.startswith(">") else value
