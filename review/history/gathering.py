"""Everything recorded of a person's desensitizations, read with so many queries whatever its length."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from procedures.breakthroughs.course import Course, course_from
from procedures.models import (
    AdjuvantDose,
    AdjuvantPlan,
    Breakthrough,
    Ending,
    InfusionEvent,
    Particulars,
    Premedication,
    Procedure,
)
from procedures.procedure_rows import ProcedureEntry
from procedures.recording.standing import Standing, standing
from protocols.engine import Schedule
from protocols.version_document import VersionDocument
from review.history.schedules import Size, documents_given, size_of

Row = TypeVar("Row", bound=ProcedureEntry)
STANDING = {"corrected_by__isnull": True, "error__isnull": True}


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """One procedure with the rows of it that stand; of vital signs none is read."""

    row: Procedure
    stands: Standing
    size: Size
    document: VersionDocument | None
    breakthroughs: tuple[Breakthrough, ...]

    @cached_property
    def course(self) -> Course:
        """The recorded times as the engine replays them, for the place of a reaction."""
        document = self.document
        infusion = document.infusion if document and isinstance(document.schedule, Schedule) else None
        return course_from(self.particulars, infusion, self.events)

    @property
    def particulars(self) -> Particulars:
        """When, where and what was given."""
        return self.stands.particulars

    @property
    def ending(self) -> Ending | None:
        """How it ended."""
        return self.stands.ending

    @property
    def premedications(self) -> tuple[Premedication, ...]:
        """What was given before it."""
        return self.stands.premedications

    @property
    def events(self) -> tuple[InfusionEvent, ...]:
        """What happened to the infusion."""
        return self.stands.events


@dataclass(frozen=True, kw_only=True)
class Given:
    """The procedures from the first to the last, those that were mistakes apart, and the adjuvant medicines."""

    procedures: tuple[Recorded, ...]
    mistakes: tuple[Recorded, ...]
    doses: tuple[AdjuvantDose, ...]
    plans: tuple[AdjuvantPlan, ...]


def given(ids: Collection[int]) -> Given:
    """Of the records of a person. Nine queries."""
    rows = Procedure.objects.filter(patient__in=ids).select_related("patient", "error", "version__protocol")
    found = _recorded(list(rows.defer("version__document").order_by("id")), ids)
    counted = [one for one in found if not hasattr(one.row, "error")]
    return Given(
        procedures=tuple(sorted(counted, key=in_order)),
        mistakes=tuple(sorted((one for one in found if hasattr(one.row, "error")), key=in_order)),
        doses=tuple(AdjuvantDose.objects.filter(patient__in=ids, error=None).order_by("given_on", "id")),
        plans=tuple(AdjuvantPlan.objects.filter(patient__in=ids, error=None).order_by("from_on", "id")),
    )


def in_order(one: Recorded) -> tuple[object, ...]:
    """By day, of one day by the start where it is known, of a month or year alone by the cycle; then as recorded."""
    told = one.particulars
    cycle = (told.cycle_number if told.known_day is None else None) or 0
    return told.day, cycle, told.started_at is not None, told.started_at or one.row.recorded_at, one.row.pk


def _recorded(rows: Iterable[Procedure], ids: Collection[int]) -> list[Recorded]:
    of = {"procedure__patient__in": ids}
    documents = documents_given(ids)
    particulars = {row.procedure_id: row for row in Particulars.objects.filter(**of).order_by("number")}
    endings = {row.procedure_id: row for row in Ending.objects.filter(**of).order_by("number")}
    reactions = _grouped(Breakthrough.objects.filter(**of, **STANDING).order_by("procedure_id", "id"))
    medicines = _grouped(Premedication.objects.filter(**of, **STANDING).order_by("procedure_id", "id"))
    events = _grouped(sorted(standing(InfusionEvent.objects.filter(**of)), key=attrgetter("procedure_id")))
    found = []
    for row in rows:
        stands = Standing(
            particulars=particulars[row.pk],
            ending=endings.get(row.pk),
            premedications=medicines.get(row.pk, ()),
            vitals=(),
            events=events.get(row.pk, ()),
        )
        document = documents.get(row.version_id or 0)
        size, tied = size_of(stands, document), reactions.get(row.pk, ())
        found.append(Recorded(row=row, stands=stands, size=size, document=document, breakthroughs=tied))
    return found


def _grouped(rows: Iterable[Row]) -> Mapping[int, tuple[Row, ...]]:
    """By procedure; the rows come in its order."""
    return {key: tuple(group) for key, group in groupby(rows, key=attrgetter("procedure_id"))}
