"""The table: each course in the words of published series."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.utils import timezone

from desens.unit.selectors import current
from drugs.all_names import keys_of_name
from patients.background.selectors import background
from patients.models import Patient
from patients.rules.age import age_in_years
from reactions.assessed import decisions_in_force
from reactions.assessing.material import grade_of, limits_of
from reactions.choices import Occasion
from reactions.recording.selectors import reactions
from reactions.recording.shown import ShownReaction
from reactions.skin_test_choices import SkinTestKind
from reactions.skin_tests.selectors import sessions
from reactions.skin_tests.shown import ShownSession
from review.series.adjuvant import under_adjuvant
from review.series.courses import Course, courses
from review.series.words import NOT_RECORDED, PHENOTYPES, negative_text

KINDS = {SkinTestKind.PRICK: "PT", SkinTestKind.INTRADERMAL: "ID"}


@dataclass(frozen=True, kw_only=True)
class SeriesRow:
    """One row; every value is text, in the order of contracts.md 6."""

    patient: str
    sex: str
    age: str
    diagnosis: str
    regimen: str
    culprit_drug: str
    severity_brown: str
    skin_tests: str
    phenotype: str
    omalizumab: str
    outcome: str

    def cells(self) -> list[str]:
        """The values in order."""
        return list(asdict(self).values())


def series(*, drug: str = "") -> list[SeriesRow]:
    """The table: courses with an adjuvant first, then the others, each in the order of registration.

    With `drug`, a name, synonym or brand, only its courses. A culprit without any desensitization is no course.
    """
    keys = keys_of_name(drug) if drug else None
    found = [_row(course) for course in courses(keys)]
    return sorted(found, key=lambda row: row.omalizumab == "-")


def _row(course: Course) -> SeriesRow:
    cases = [case for case in reactions(course.ids) if case.row is not None and case.row.culprit_key in course.keys]
    index = next((case for case in cases if case.newest.occasion != Occasion.DESENSITIZATION), None)
    line = _line(course)
    decided = decisions_in_force(course.ids)
    phenotype = next((row.phenotype for key, row in decided.items() if key in course.keys), "")
    return SeriesRow(
        patient=course.patient.code,
        sex=course.patient.sex,
        age=_age(course.patient, index),
        diagnosis=_capital(line[0]),
        regimen=line[1],
        culprit_drug=_capital(course.culprit),
        severity_brown=_grade(index),
        skin_tests=_skin_tests(sessions(course.ids), course.keys),
        phenotype=PHENOTYPES.get(phenotype, NOT_RECORDED),
        **under_adjuvant(course, cases),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _age(patient: Patient, index: ShownReaction | None) -> str:
    """Completed years at the index reaction; without one the age is not that of the table."""
    if index is None:
        return NOT_RECORDED
    return str(age_in_years(born=patient.birth_date, on=timezone.localdate(index.newest.started_at)))


def _line(course: Course) -> tuple[str, str]:
    """Diagnosis and regimen of the line that holds the culprit, else of the newest."""
    lines = background(course.ids, on=timezone.localdate()).lines.standing
    with_drug = [line for line in lines if course.keys & {dose.drug_key for dose in line.doses.standing}]
    found = next(iter(with_drug or lines), None)
    return (found.row.diagnosis, found.row.regimen) if found else (NOT_RECORDED, NOT_RECORDED)


def _grade(index: ShownReaction | None) -> str:
    grade = grade_of(index, limits_of(current())) if index else None
    return NOT_RECORDED if grade is None else str(grade)


def _skin_tests(found: Sequence[ShownSession], keys: frozenset[str]) -> str:
    """The first positive test of the newest session that says something: prick before intradermal, weak first."""
    for session in found:
        for drug in session.drugs:
            read = [test for test in drug.tests if test.row.drug_key in keys and test.standing_result]
            positive = next((test for test in read if test.standing_result == "positive"), None)
            if positive is not None:
                return f"+{KINDS[SkinTestKind(positive.row.kind)]} {positive.row.strength}".replace("\u00a0", " ")
            if read and all(test.standing_result == "negative" for test in read):
                return negative_text(session.since.days if session.since else None)
    return NOT_RECORDED
