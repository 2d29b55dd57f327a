"""The pages of patients and protocols, with the longest names and every kind of content."""

from collections.abc import Iterable

from django.urls import reverse

from desens.access.roles import Role
from tests.browser.visits import Visit
from tests.cast import person
from tests.clinic import drafted, labelled, libraries, registered, weighed


def pages_of_patients() -> Iterable[Visit]:
    """Empty list, register, list, a bare patient, a full one with the longest names."""
    nurse = person("nurse.pages", Role.NURSE)
    yield Visit(name="no patients yet", address=reverse("patient_list"), user=nurse)
    yield Visit(name="register", address=reverse("patient_register"), user=nurse)
    bare = registered(nurse)
    full = registered(nurse, hospital_number="L1", family_name="Long" * 50, given_name="Wörd " * 40)
    weighed(full, nurse)
    for number, status in enumerate(("confirmed", "suspected", "refuted")):
        labelled(full, nurse, f"substance {number} " + "x" * 150, status)
    yield Visit(name="patients", address=reverse("patient_list"), user=nurse)
    for patient in (bare, full):
        for name in ("patient", "measurement_record", "allergy_record", "protocol_list"):
            yield Visit(name=name, address=reverse(name, args=[patient.code]), user=nurse)


def pages_of_protocols() -> Iterable[Visit]:
    """Library, editor, list, version; an allergist prescribes, a reviewer only reads."""
    allergist, reviewer = person("dr.pages", Role.ALLERGIST), person("reviewer.pages", Role.REVIEWER)
    yield Visit(name="empty library", address=reverse("template_list"), user=allergist)
    libraries()
    patient = registered(allergist)
    version = drafted(patient, allergist, primed_with="diluent", dead_volume_ml="20")
    one = [patient.code, version.protocol.code]
    yield Visit(name="library", address=reverse("template_list"), user=allergist)
    for slug in ("atezolizumab-bevacizumab-16-step", "atezolizumab-bevacizumab-12-step"):
        yield Visit(name=slug, address=reverse("template", args=[slug]), user=allergist)
    yield Visit(name="editor", address=reverse("protocol_new", args=one[:1]), user=allergist)
    yield Visit(name="next version", address=reverse("version_new", args=one), user=allergist)
    for who in (allergist, reviewer):
        yield Visit(name="protocols", address=reverse("protocol_list", args=one[:1]), user=who)
        yield Visit(name="version with blockers", address=reverse("version", args=[*one, 1]), user=who)
