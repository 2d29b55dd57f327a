"""`{% load samples %}`: what samples leave open, for the patient's page."""

from django import template

from patients.person import PersonRecords
from reactions.models import Sample
from reactions.samples.missing import acute_without_baseline

register = template.Library()


@register.simple_tag
def missing_baseline(person: PersonRecords) -> Sample | None:
    """The acute tryptase that waits for a baseline; None where nothing is missing. One query."""
    return acute_without_baseline(person.ids)
