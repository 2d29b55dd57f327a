"""The courses of the table: all desensitizations of one patient to one culprit drug."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from drugs.all_names import keys_of_name
from patients.models import Patient
from patients.person import records_of
from procedures.models import Procedure


@dataclass(frozen=True, kw_only=True)
class Course:
    """One person, whose records are `ids`, and culprit, whose names are `keys`; procedures from the first."""

    patient: Patient
    ids: tuple[int, ...]
    culprit: str
    keys: frozenset[str]
    procedures: tuple[Procedure, ...]


def courses(keys: frozenset[str] | None) -> Iterator[Course]:
    """Every course of a drug that goes by one of the keys, of every drug for None; in the order of registration."""
    rows = Procedure.objects.filter(error__isnull=True).select_related("patient")
    grouped: dict[tuple[int, frozenset[str]], list[Procedure]] = {}
    people: dict[int, tuple[Patient, tuple[int, ...]]] = {}
    names: dict[str, frozenset[str]] = {}
    for row in rows.order_by("patient_id", "id"):
        named = names.setdefault(row.culprit_key, keys_of_name(row.culprit))
        if keys is None or named & keys:
            if row.patient_id not in people:
                person = records_of(row.patient)
                people[row.patient_id] = person.leading, person.ids
            grouped.setdefault((people[row.patient_id][0].pk, named), []).append(row)
    for (_leading, named), procedures in grouped.items():
        patient, ids = people[procedures[0].patient_id]
        yield Course(
            patient=patient, ids=ids, culprit=procedures[0].culprit, keys=named, procedures=_by_day(procedures)
        )


def _by_day(procedures: Iterable[Procedure]) -> tuple[Procedure, ...]:
    return tuple(sorted(procedures, key=lambda row: (day_of(row), row.pk)))


def day_of(procedure: Procedure) -> date:
    """Its day, the first of the month or year where no more is known."""
    day: date = procedure.particulars_rows.order_by("-number")[0].day
    return day
