"""How many queries the oral editor takes: the same for any number of rows."""

import pytest
from django.urls import reverse

from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


def phases(count):
    days = {f"phase-{n}-{part}": str(n) for n in range(1, count + 1) for part in ("first", "last")}
    doses = {f"phase-{n}-dose": "600" for n in range(1, count + 1)} | {f"phase-{n}-times": "2" for n in range(1, 4)}
    return (
        days
        | doses
        | {"plan-from": "alectinib-case 1 mg"}
        | {"head-1-target": "1200", "head-1-strengths": "150", "head-1-interval": ""}
    )


def test_the_number_of_queries(patient, allergist, as_user):
    client = as_user(allergist)
    address = reverse("oral_new", args=[patient.code])
    client.get(address)
    sent = {"drug": "alectinib", "template": "alectinib-case", "entry_key": "6f1f4a5e-7a8e-4b57-8a41-0a3a3c3f8a11"}
    one, three = (queries_of(lambda rows=rows: client.post(address, sent | phases(rows))) for rows in (1, 3))
    assert (queries_of(lambda: client.get(address)), one, three) == (29, 48, 48)
