"""The department's list, its counts, its export and one history: many procedures against few, in one database."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection
from django.db.models import Max
from django.test import override_settings

from benchmarks.desensitizations import EACH, fill
from benchmarks.lists import rows_by_key
from benchmarks.timing import Figure, compare, seconds, wall_seconds
from desens.access.models import User, UserRole
from desens.access.roles import Role
from drugs.models import Drug
from patients.person import records_of
from procedures.models import Procedure
from review.department.export.job import new_job
from review.department.export.making import next_part
from review.department.paging import page_of
from review.department.shown import shown
from review.department.tally import FIRST_KEYS, Tally, counted_on
from review.department.wanted import Wanted
from review.history.courses import history

FILTERS = {
    "filtered by drug, period and omalizumab": Wanted(
        drug="oxaliplatin", since=date(2020, 1, 1), adjuvant="omalizumab"
    ),
    "filtered by phenotype and grade": Wanted(phenotype="type I", grade="3"),
    "of a rare drug that stopped": Wanted(drug="alectinib", outcome="stopped"),
    "of what has no outcome": Wanted(outcome="not recorded"),
}


def figures(*, few: int, many: int, turns: int) -> list[Figure]:
    """The scratch database, with its patients, gets procedures twice; the same is read each time."""
    viewer = User.objects.create(username="benchmark.department", full_name="Benchmark")
    UserRole.objects.create(user=viewer, role=Role.REVIEWER)
    assert Drug.objects.exists(), "the library is loaded by the work lists"
    taken = []
    with TemporaryDirectory() as place, override_settings(VAR=Path(place)):
        for count in (few, many):
            fill(count, by=viewer)
            taken.append([timed(what, read, turns=turns) for what, read in reads(viewer).items()])
    return [
        replace(
            after,
            what=f"{after.what}, {EACH * many} procedures of {many} patients",
            against=f"with {EACH * few} of {few}",
            ratio=after.ratio / before.ratio,
        )
        for before, after in zip(*taken, strict=True)
    ]


def timed(what: str, read: Callable[[], object], *, turns: int) -> Figure:
    """One read against the rows of a page by their keys."""
    clock = seconds if connection.vendor == "sqlite" else wall_seconds
    return compare(what=what, ours=read, against="rows", bare=rows_by_key, turns=turns, clock=clock)


def reads(viewer: User) -> Mapping[str, Callable[[], object]]:
    """What the pages read, and a part of the export from the middle."""
    middle = (Procedure.objects.aggregate(last=Max("pk"))["last"] or 0) // 2
    patient = Procedure.objects.filter(error=None).select_related("patient").order_by("pk")[0].patient

    def page(wanted: Wanted, **how: str) -> Callable[[], object]:
        return lambda: [shown(row, viewer=viewer) for row in page_of(wanted, **how).rows]

    def counted() -> object:
        return counted_on(Wanted(), Tally(last=max(0, middle - FIRST_KEYS)), keys=FIRST_KEYS)

    def exported() -> object:
        job = replace(new_job(query="", kind="csv", by=viewer), last=max(0, middle - 2_000))
        return next_part(job, Wanted())

    return {
        "the department's first page": page(Wanted()),
        "the department's first page by drug": page(Wanted(), order="drug"),
        **{f"the department's list {name}": page(wanted) for name, wanted in FILTERS.items()},
        "the page's count of 2000 procedures": counted,
        "a part of 2000 procedures of the export": exported,
        "the history of one patient": lambda: history(records_of(patient), code=patient.code, viewer=viewer),
    }
