"""A seeded department: three procedures a patient over ten years, with what became of them, written in bulk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from django.db import connection

from desens.access.models import User
from patients.models import Patient
from procedures.models import AdjuvantDose, Breakthrough, Ending, Particulars, Procedure, ProcedureInError
from reactions.models import Assessment, GradeDecision, Reaction

NOW = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
BEGAN, DAYS = date(2016, 11, 20), 3_500
EACH, BATCH = 3, 1_000
DRUGS = ["oxaliplatin", "carboplatin", "paclitaxel", "docetaxel", "rituximab", "trastuzumab", "cetuximab", "infliximab"]
RARE = "alectinib"
PHENOTYPES = ["type I", "type I", "type I", "cytokine release", "mixed", "type IV", "indeterminate"]


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Who wrote it all, and the random numbers: the same seed gives the same department."""

    by: User
    random: Random

    def values(self) -> dict[str, object]:
        """What every entry carries."""
        return {"entry_key": self.key(), "recorded_by": self.by, "recorded_at": NOW}

    def key(self) -> UUID:
        """A random key, from the seed."""
        return UUID(int=self.random.getrandbits(128), version=4)

    def often(self, percent: int) -> bool:
        """True so many times of a hundred."""
        return self.random.randrange(100) < percent


def fill(patients: int, *, by: User, seed: int = 8) -> None:
    """Procedures for the first so many patients that have none; and the statistics that a database in use has."""
    have = Procedure.objects.count() // EACH
    writer = Writer(by=by, random=Random(seed * 1_000_003 + have))
    keys = list(Patient.objects.order_by("pk").values_list("pk", flat=True)[have:patients])
    for first in range(0, len(keys), BATCH):
        _of_patients(keys[first : first + BATCH], writer)
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def _of_patients(patients: Sequence[int], writer: Writer) -> None:
    rows, days = [], []
    for patient in patients:
        drug = RARE if writer.random.randrange(500) == 0 else writer.random.choice(DRUGS)
        began = BEGAN + timedelta(days=writer.random.randrange(DAYS))
        for turn in range(EACH):
            code = writer.key().hex[:12]
            about = {"patient_id": patient, "culprit": drug, "culprit_key": drug}
            rows.append(Procedure(code=code, digest="0" * 64, **about, **writer.values()))
            days.append(began + timedelta(days=21 * turn))
    stored = Procedure.objects.bulk_create(rows)
    _particulars(zip(stored, days, strict=True), writer)
    Ending.objects.bulk_create(
        Ending(procedure=row, number=1, outcome=_outcome(writer), last_step=12, **writer.values())
        for row in stored
        if writer.often(96)
    )
    _reactions([row for row in stored if writer.often(15)], writer)
    _of_persons(stored[::EACH], days[::EACH], writer)


def _outcome(writer: Writer) -> str:
    return writer.random.choices(["tolerated", "completed with reaction", "stopped"], weights=[80, 15, 5])[0]


def _particulars(rows: Iterable[tuple[Procedure, date]], writer: Writer) -> None:
    """One in twenty was corrected, one in fifty a mistake."""
    kept, wrong = [], []
    for row, day in rows:
        for number in (1, 2) if writer.often(5) else (1,):
            told = {"day": day + timedelta(days=number - 1), "day_precision": "day", "steps": 12, "bags": 3}
            kept.append(Particulars(procedure=row, number=number, **told, **writer.values()))
        if writer.often(2):
            marked = {"reason": "twice", "marked_by": writer.by, "marked_at": NOW, "entry_key": writer.key()}
            wrong.append(ProcedureInError(entry=row, **marked))
    Particulars.objects.bulk_create(kept)
    ProcedureInError.objects.bulk_create(wrong)


def _reactions(rows: Sequence[Procedure], writer: Writer) -> None:
    """A breakthrough reaction each, nine of ten graded."""
    reactions = Reaction.objects.bulk_create(_reaction(row, writer) for row in rows)
    Breakthrough.objects.bulk_create(
        Breakthrough(procedure=row, reaction_case=reaction.case_key, step=9, **writer.values())
        for row, reaction in zip(rows, reactions, strict=True)
    )
    GradeDecision.objects.bulk_create(_grade(each, writer) for each in reactions if writer.often(90))


def _grade(reaction: Reaction, writer: Writer) -> GradeDecision:
    grade = writer.random.choice([1, 2, 2, 2, 3])
    about = {"patient_id": reaction.patient_id, "reaction": reaction, "scale": "brown", "source": "Brown 2004"}
    return GradeDecision(proposed=grade, decided=grade, **about, **writer.values())


def _reaction(row: Procedure, writer: Writer) -> Reaction:
    about = {"patient_id": row.patient_id, "culprit": row.culprit, "culprit_key": row.culprit_key, "digest": "0" * 64}
    return Reaction(case_key=writer.key(), started_at=NOW, started_precision="day", **about, **writer.values())


def _of_persons(rows: Sequence[Procedure], days: Sequence[date], writer: Writer) -> None:
    """Seven of ten were assessed; two of ten have omalizumab before the first procedure."""
    assessed = [row for row in rows if writer.often(70)]
    reactions = Reaction.objects.bulk_create(_reaction(row, writer) for row in assessed)
    decided = {"way": "desensitization", "way_proposed": "desensitization", "pace": "rapid", "number": 1}
    flags = {"differs": False, "contraindicated": False, "document": "{}", "sha256": "0" * 64}
    Assessment.objects.bulk_create(_assessment(each, decided | flags, writer) for each in reactions)
    AdjuvantDose.objects.bulk_create(
        AdjuvantDose(
            patient_id=row.patient_id,
            adjuvant="omalizumab",
            culprit=row.culprit,
            culprit_key=row.culprit_key,
            given_on=day - timedelta(days=14),
            given_precision="day",
            **writer.values(),
        )
        for row, day in zip(rows, days, strict=True)
        if writer.often(20)
    )


def _assessment(reaction: Reaction, values: dict[str, object], writer: Writer) -> Assessment:
    phenotype = writer.random.choice(PHENOTYPES)
    about = {"patient_id": reaction.patient_id, "culprit": reaction.culprit, "culprit_key": reaction.culprit_key}
    return Assessment(
        reaction=reaction,
        phenotype=phenotype,
        phenotype_proposed=phenotype,
        **about,
        **values,
        **writer.values(),
    )
