"""The patient of the oral tests."""

import pytest

from patients.models import Patient
from protocols.models import Version
from tests.clinic import libraries, registered
from tests.protocols.oral.scene import drafted


@pytest.fixture
def patient(allergist) -> Patient:
    """Registered; the libraries are loaded."""
    libraries()
    return registered(allergist)


@pytest.fixture
def version(patient, allergist, as_user) -> Version:
    """A draft of the published alectinib regimen."""
    return drafted(as_user(allergist), patient)
