"""One value for each argument a route may take. A route with an argument missing here fails the matrix."""

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from patients.models import Patient
from patients.services import NewPatient, register_patient


def sample_patient(hospital_number: str) -> Patient:
    """A registered patient with that hospital number."""
    new = NewPatient(
        family_name="Sample",
        given_name="Someone",
        birth_date=date(1962, 4, 3),
        sex="F",
        hospital_number=hospital_number,
    )
    return register_patient(new=new, entry_key=uuid4(), by=User.objects.all()[0], at=timezone.now())


def sample_arguments() -> Mapping[str, object]:
    """Stores what the routes need to exist, and gives the values that lead there, by argument name."""
    return {"code": sample_patient("S-1").code}
