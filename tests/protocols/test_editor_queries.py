"""What opening the editor costs where much is recorded: the same with one row of each kind and with three."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.clinic import drafted, libraries, registered, weighed
from tests.protocols.lifecycle.doses import order_for, order_text
from tests.queries import queries_of
from tests.reactions.assessing.records import assessment_row
from tests.reactions.recording.records import reaction_row

pytestmark = pytest.mark.django_db


def test_the_number_of_queries(allergist, as_user):
    """Measurements, reactions with their assessments, earlier cycles with computed doses."""
    libraries()
    patient, client, counts, decided = registered(allergist), as_user(allergist), [], 0
    for more in (1, 2):
        for number in range(more):
            weighed(patient, allergist, "71", on=date(2026, 11, 2 + number))
            reaction = reaction_row(patient, allergist, case_key=uuid4(), entry_key=uuid4())
            decided += 1
            assessment_row(reaction, allergist, number=decided)
            version = drafted(patient, allergist, dose_order=order_text(order_for(patient)))
        new = reverse("protocol_new", args=[patient.code])
        copied = f"{new}?copy={version.protocol.code}/1"
        again = reverse("version_new", args=[patient.code, version.protocol.code])
        addresses = (new, copied, again)
        for address in addresses:
            assert client.get(address).status_code == 200
        counts.append([queries_of(lambda address=address: client.get(address)) for address in addresses])
    assert counts[0] == counts[1] == [42, 67, 60]
