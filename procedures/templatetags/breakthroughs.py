"""`{% load breakthroughs %}`: where in which desensitization a reaction came, for the pages of reactions."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django import template

from procedures.breakthroughs.selectors import ties_about
from procedures.models import Breakthrough
from reactions.models import Reaction
from reactions.recording.shown import ShownReaction

register = template.Library()
Ties = Mapping[UUID, Breakthrough]


@register.simple_tag
def breakthrough_of(reaction: Reaction) -> Breakthrough | None:
    """The place of one reaction; None where it is tied to no procedure. One query."""
    return ties_about([reaction.case_key]).get(reaction.case_key)


@register.simple_tag
def breakthroughs_among(reactions: Iterable[ShownReaction]) -> Ties:
    """The places of the reactions of a list. One query."""
    return ties_about(shown.newest.case_key for shown in reactions)


@register.simple_tag
def breakthrough_in(ties: Ties, reaction: Reaction) -> Breakthrough | None:
    """The place of one of them; None where it is tied to none."""
    return ties.get(reaction.case_key)
