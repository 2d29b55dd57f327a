"""Finding patients by what somebody typed, and people who may be registered already."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from desens.access.models import User
from desens.access.roles import Permission
from patients.models import Patient, SearchKey
from patients.names import number_key
from patients.rules.likeness import names_alike
from patients.searching import Need, Reading, birth_key, code_readings, name_keys, readings
from patients.selectors import PAGE_ROWS, PatientPage, PatientRow, row_values

#: Behind every character: a range up to `p + LAST` holds what begins with p.
LAST = "\U0010ffff"


def find_page(*, text: str, viewer: User, on: date, after: str = "") -> PatientPage:
    """Patients whom the text may mean, a page at a time; `after` is what the page before gave as `next_after`.

    Who may not see identity finds codes only. Of several readings the first that finds anybody counts.
    """
    meant = readings(text) if viewer.has(Permission.SEE_IDENTITY) else code_readings(text)
    for reading in meant:
        keys = list(_behind(_found(reading), after)[: PAGE_ROWS + 1])
        if keys:
            rows = tuple(PatientRow(**row_values(key.patient, viewer=viewer, on=on)) for key in keys[:PAGE_ROWS])
            more = len(keys) > PAGE_ROWS
            return PatientPage(patients=rows, next_after=str(keys[PAGE_ROWS - 1].pk) if more else "")
    return PatientPage(patients=(), next_after="")


def likely_duplicates(
    *, names: Iterable[str], born: date, entry_key: UUID, viewer: User, on: date
) -> tuple[PatientRow, ...]:
    """Who was born on that day and is called alike; not the registration itself, sent again. One query."""
    mine, called = name_keys(*names), dict[Patient, set[str]]()
    same_day = SearchKey.objects.filter(patient__search_keys__key=birth_key(born)).exclude(patient__entry_key=entry_key)
    for row in same_day.select_related("patient").order_by("name_key", "patient", "key"):
        called.setdefault(row.patient, set()).add(row.key)
    alike = [patient for patient, keys in called.items() if names_alike(mine, keys)]
    return tuple(PatientRow(**row_values(patient, viewer=viewer, on=on)) for patient in alike)


def record_named(text: str) -> Patient | None:
    """The record of exactly this hospital number or code."""
    code = "".join(text.split()).lower()
    return Patient.objects.filter(Q(hospital_number_key=number_key(text)) | Q(code=code)).first()


def _found(reading: Reading) -> QuerySet[SearchKey]:
    """One key a patient who meets every need, in the order of the keys that meet the most telling need."""
    leading, *others = sorted(reading, key=lambda need: -min(map(len, need)))
    found = SearchKey.objects.filter(_begins(leading)).select_related("patient")
    for need in others:
        found = found.filter(Exists(SearchKey.objects.filter(_begins(need), patient=OuterRef("patient"))))
    earlier = SearchKey.objects.filter(_begins(leading), patient=OuterRef("patient"), key__lt=OuterRef("key"))
    return found.exclude(Exists(earlier)).order_by("key", "name_key", "patient")


def _begins(need: Need) -> Q:
    condition = Q()
    for prefix in need:
        condition |= Q(key__gte=prefix, key__lt=prefix + LAST)
    return condition


def _behind(found: QuerySet[SearchKey], after: str) -> QuerySet[SearchKey]:
    """The rows behind the one marked, or all where the mark is none of ours."""
    marked = after.isascii() and after.isdigit() and len(after) < 18
    last = SearchKey.objects.filter(pk=int(after)).first() if marked else None
    if last is None:
        return found
    same = Q(key=last.key)
    later = Q(name_key__gt=last.name_key) | Q(name_key=last.name_key, patient__gt=last.patient_id)
    return found.filter(Q(key__gt=last.key) | same & later, key__gte=last.key)
