"""`{% load assessing %}`: what was decided about the culprits of the reactions on a list."""

from collections.abc import Iterable, Mapping

from django import template

from reactions.assessed import decisions_in_force
from reactions.models import Assessment, Reaction
from reactions.recording.shown import ShownReaction

register = template.Library()
Decided = Mapping[str, Assessment]


@register.simple_tag
def decided_about(reactions: Iterable[ShownReaction]) -> Decided:
    """The decision in force by culprit, over the records in which these reactions stand. One query."""
    return decisions_in_force({shown.newest.patient_id for shown in reactions})


@register.simple_tag
def decision_about(decided: Decided, reaction: Reaction) -> Assessment | None:
    """The decision in force about the reaction's culprit; None where nobody decided yet."""
    return decided.get(reaction.culprit_key)
