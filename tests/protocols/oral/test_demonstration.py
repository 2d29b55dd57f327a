"""`load_demo` gives the published alectinib case its oral protocol."""

import pytest
from django.utils import timezone

from procedures.demonstration.cases import load_cases
from protocols.models import Version
from protocols.version_document import read_document

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_alectinib_case_has_its_oral_protocol_as_a_draft():
    load_cases(at=timezone.now())
    version = Version.objects.get(protocol__patient__hospital_number="DEMO-03")
    document = read_document(version.document)
    assert [(day.day, day.total) for day in document.schedule.days if day.day in (1, 3, 8, 16, 24)] == [
        (1, 300),
        (3, 600),
        (8, 900),
        (16, 1050),
        (24, 1200),
    ]
    assert document.schedule.open_ended
    assert not document.edited
