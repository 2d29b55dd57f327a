"""Lines of the lists of tests."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from reactions.models import Reaction, Sample, SkinTestSession
from reactions.skin_tests.since_reaction import last_possible_day
from worklists.asked import Asked
from worklists.due import BASELINE_AFTER, USUAL_FROM
from worklists.lines import Line, seen


def possible_lines(rows: Sequence[Reaction], asked: Asked) -> list[Line]:
    """Reactions, since the day from which their skin tests are done at the usual time."""
    return [
        Line(
            key=str(row.entry_key),
            patient=seen(row.patient, asked),
            what=row.told,
            day=last_possible_day(row) + USUAL_FROM,
            address=reverse("skin_test_plan", args=[row.patient.code]),
        )
        for row in rows
    ]


def unread_lines(rows: Sequence[SkinTestSession], asked: Asked) -> list[Line]:
    """Sessions of skin tests by their day."""
    return [
        Line(
            key=str(row.entry_key),
            patient=seen(row.patient, asked),
            what=_("skin tests"),
            day=row.tested_on,
            address=reverse("skin_test_session", args=[row.patient.code, row.entry_key]),
        )
        for row in rows
    ]


def baseline_lines(rows: Sequence[Sample], asked: Asked) -> list[Line]:
    """Acute samples, since the moment from which their baseline can be taken."""
    return [
        Line(
            key=str(row.entry_key),
            patient=seen(row.patient, asked),
            what=row.told,
            since=row.taken_at + BASELINE_AFTER,
            address=reverse("sample_record", args=[row.patient.code]) + "?of=baseline",
        )
        for row in rows
    ]
