"""What is typed into the samples' form, and the pages it leads to."""

from uuid import uuid4

from django.urls import reverse


def page_of(client, patient, name="samples", **query):
    return client.get(reverse(name, args=[patient.code]), query).content.decode()


def typed(**changes):
    """Two rows: an acute tryptase and its baseline; the reaction's key is to be given."""
    blank = {"measured": "tryptase ng/mL", "printed": "", "of": "baseline", "taken_on": "", "taken_clock": ""}
    first = blank | {"printed": "44.7", "taken_on": "2026-11-02", "taken_clock": "11:50"}
    second = blank | {"printed": "3,2", "taken_on": "2026-11-12", "limit": "11.4"}
    rows = [first, second, blank, blank]
    data = {f"row{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}
    return data | {"entry_key": str(uuid4())} | {name.replace("__", "-"): value for name, value in changes.items()}


def sent(client, patient, **changes):
    return client.post(reverse("sample_record", args=[patient.code]), typed(**changes))
