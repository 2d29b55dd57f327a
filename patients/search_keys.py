"""Keeps the table of search keys true to the patients: called by every service that changes who somebody is."""

from collections.abc import Iterable

from patients.models import Patient, SearchKey
from patients.searching import birth_key, code_key, name_keys, number_search_key


def keys_of(patient: Patient) -> frozenset[str]:
    """Everything one record is found by."""
    names = name_keys(patient.family_name, patient.given_name)
    number = number_search_key(patient.hospital_number)
    return (names | {number, birth_key(patient.birth_date), code_key(patient.code)}) - {""}


def rows_for(leading: Patient, joined: Iterable[Patient] = ()) -> list[SearchKey]:
    """The rows, not stored, under which `leading` is found: its own keys and those of the records joined to it."""
    keys = keys_of(leading).union(*(keys_of(record) for record in joined))
    return [SearchKey(patient=leading, key=key, name_key=leading.name_key) for key in sorted(keys)]


def renew(leading: Patient, joined: Iterable[Patient] = ()) -> None:
    """Replace what the person is found by; a joined record is found through the leading one only."""
    records = [leading, *joined]
    SearchKey.objects.filter(patient__in=records).delete()
    SearchKey.objects.bulk_create(rows_for(leading, records[1:]))
