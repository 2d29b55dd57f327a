"""The sentence of every reason, as a translatable template; a page translates it and fills in the values."""

from collections.abc import Mapping
from types import MappingProxyType

from reactions.rules.assess_messages import ASSESSMENT
from reactions.rules.grade_messages import GRADE_MESSAGES
from reactions.rules.reasons import Reason
from reactions.rules.sample_messages import SAMPLES
from reactions.rules.signs import SIGNS
from reactions.rules.treatments import TREATMENTS

MESSAGES: Mapping[str, str] = MappingProxyType({**SIGNS, **TREATMENTS, **GRADE_MESSAGES, **ASSESSMENT, **SAMPLES})


def in_words(reason: Reason) -> str:
    """The reason as one English phrase."""
    return MESSAGES[reason.code] % dict(reason.values) if reason.values else MESSAGES[reason.code]
