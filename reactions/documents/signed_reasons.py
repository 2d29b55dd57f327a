"""Reasons read back from a signed text, in the reader's language."""

from collections.abc import Iterable, Mapping
from typing import Any

from reactions.rules.messages import MESSAGES
from reactions.rules.reasons import Reason
from reactions.wording import words


def reason_words(stored: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Each stored reason as a sentence; a code that this version no longer words stands as it was signed."""
    return tuple(_worded(each) for each in stored)


def _worded(stored: Mapping[str, Any]) -> str:
    code = str(stored["code"])
    if code not in MESSAGES:
        return code
    (sentence,) = words([Reason(code=code, values=tuple((name, value) for name, value in stored["values"]))])
    return sentence
