"""The pages of a patient's history, and who opens them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.urls import reverse

from desens.access.roles import Role
from tests.access.samples import sample_patient
from tests.browser.visit import Visit
from tests.cast import person
from tests.reactions.assessing.records import challenge_row
from tests.reactions.samples import records as sampled
from tests.review.history import made


def pages_of_the_history() -> Iterable[Visit]:
    """Nothing yet; everything there is; ten years of it; as the reviewer sees it."""
    allergist, reviewer = person("allergist", Role.ALLERGIST), person("reviewer", Role.REVIEWER)
    empty, full, long = (sample_patient(number) for number in ("H-1", "H-2", "H-3"))
    everything(full, allergist)
    made.monthly(long, allergist, 120)
    for user in (allergist, reviewer):
        yield Visit(name=f"history, {user}", address=reverse("history", args=[full.code]), user=user)
    yield Visit(name="history, nothing yet", address=reverse("history", args=[empty.code]), user=allergist)
    yield Visit(name="history, ten years", address=reverse("history", args=[long.code]), user=allergist)


def everything(patient, by) -> None:
    """Every state of a step, of a desensitization and of what stands beside them."""
    sampled.everything(patient, by)
    bare = {"steps": None, "bags": None, "day_precision": "year"}
    made.breakthrough(made.procedure(patient, by, date(2024, 1, 1), particulars=bare, ending=None), by)
    row = made.procedure(patient, by, ending=made.stopped(13, delivered=Decimal("9.5"), delivered_unit="mg"))
    for step, grade in ((11, 2), (13, 3)):
        made.breakthrough(row, by, step, grade=grade, dose_reached=Decimal("9.5"), dose_reached_unit="mg")
    made.breakthrough(made.procedure(patient, by, date(2026, 9, 11)), by, late=True, hours_after_end=Decimal(1))
    made.procedure(patient, by, date(2026, 10, 2), ending=None, events=made.started(1, 2, 3))
    made.in_error(made.procedure(patient, by, date(2026, 10, 3)), by)
    made.dose(patient, by, date(2026, 8, 28))
    made.dose(patient, by, date(2026, 11, 1))
    made.plan(patient, by, date(2026, 8, 28))
    made.procedure(patient, by, date(2026, 11, 3), ending=None, events=made.started(1, 2, 5))
    challenge_row(patient, by, result="positive", done_on=date(2026, 6, 2), doses="1\u00a0%, then 10\u00a0%")
    made.procedure(patient, by, culprit="carboplatin", premedications=(made.ONDANSETRON,))
