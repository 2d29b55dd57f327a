"""The whole demonstration, in the order in which it happened: patients, desensitizations, samples, decisions."""

from datetime import datetime

from desens.access.models import User
from procedures.demonstration.courses import load_courses
from protocols.demonstration import load_patients
from reactions.assessing.demonstration import load_assessments
from reactions.samples.demonstration import load_samples

ALLERGIST = "allergist"


def load_cases(*, at: datetime) -> int:
    """Libraries, one log-in a role, and every published case; how many patients were added."""
    patients = load_patients(at=at)
    allergist = User.objects.get(username=ALLERGIST)
    for patient in patients:
        load_courses(patient, by=allergist, at=at)
    load_samples(by=allergist, at=at)
    load_assessments(by=allergist, at=at)
    return len(patients)
