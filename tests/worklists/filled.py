"""Something on every list."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from desens.access.models import User
from protocols.models import Template
from tests.clinic import drafted, libraries, registered, weighed
from tests.procedures.records import procedure_of
from tests.protocols.making.rows import bags_row
from tests.reactions.recording.records import reaction_row
from tests.reactions.samples.records import acute, kept
from tests.reactions.skin_tests.rows import session_row
from tests.worklists.histories import Fate, history


def filled(allergist: User, pharmacist: User) -> None:
    """A patient with the longest name has something on every list, two releases among it, and bags made of a third."""
    libraries()
    long = {"family_name": "García-Hernández de la Torre y Montemayor", "given_name": "María del Carmen Concepción"}
    patient = registered(allergist, hospital_number="00012345678901234567", **long)
    weighed(patient, allergist)
    draft = drafted(patient, allergist)
    today = timezone.localdate()
    for reached in (1, 2, 3, 3):
        fate = Fate(reached=reached, planned_on=today + timedelta(days=reached - 3))
        history(draft, [fate], prescriber=allergist, verifier=pharmacist)
    fate = Fate(reached=3, planned_on=today)
    bags_row(history(draft, [fate], prescriber=allergist, verifier=pharmacist)[0], pharmacist)
    yesterday = today - timedelta(days=1)
    history(draft, [Fate(reached=3, planned_on=yesterday)], prescriber=allergist, verifier=pharmacist)
    procedure_of(patient, allergist)
    changed = drafted(patient, allergist, template="generic-16-step")
    history(changed, [Fate(reached=1)], prescriber=allergist, verifier=pharmacist)
    newer_revision(changed.template)
    reaction = reaction_row(patient, allergist, started_at=timezone.now() - timedelta(days=40))
    sample = acute(reaction)
    kept(patient, allergist, replace(sample, taken_at=timezone.now() - timedelta(days=39)))
    other = registered(allergist, hospital_number="2")
    session_row(other, allergist, tested_on=today)


def newer_revision(template: Template) -> None:
    """The template as it would be loaded after a change."""
    newer = {"revision": template.revision + 1, "title": template.title, "content": template.content}
    Template.objects.create(slug=template.slug, loaded_at=timezone.now(), **newer)
