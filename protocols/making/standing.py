"""Whether bags of a version are made, as its page says it."""

from django.utils.translation import gettext as _

from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.making.guards import require_released
from protocols.papers.subject import Subject


def why_not(subject: Subject) -> str:
    """Why nobody makes bags of it, "" where they are made; the state was found when the subject was read."""
    if subject.state == "valid":
        return ""
    try:
        require_released(subject.shown.standing)
    except ArrowRefusedError as refusal:
        return refusal.sentence
    if subject.state == "passed":
        return ArrowRefusedError("passed").sentence
    return _("This version must not be given any more: its own page says why.")
