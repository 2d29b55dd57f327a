"""The rules' reasons and results as a person reads them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from reactions.rules.reasons import Reason
from reactions.skin_test_choices import SkinTestResult
from reactions.wording import words


def told_all(reasons: Iterable[Reason]) -> str:
    """Reasons in one line."""
    return "; ".join(words(reasons))


def result_word(result: str | None) -> str:
    """A result in a word; where nothing can be told, that."""
    return str(SkinTestResult(result).label) if result else _("cannot be told")
