"""What stands on the time line beside the desensitizations: reactions, tests, samples, adjuvants, decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from desens.pages.times import date_text
from procedures.models import AdjuvantDose, AdjuvantPlan
from reactions.choices import Occasion
from reactions.models import Assessment, Challenge, Sample
from reactions.recording.facts import onset_text
from reactions.recording.shown import ShownReaction
from reactions.skin_test_choices import SkinTestResult
from reactions.skin_tests.shown import ShownDrug, ShownSession
from review.history.addresses import adjuvants_address
from review.history.breakthroughs import Reading
from review.history.grades import grade_of
from review.history.words import number

Kind = Literal["reaction", "skin-test", "challenge", "sample", "adjuvant", "decision"]
GLYPHS: Mapping[Kind, str] = {
    "reaction": "▲", "skin-test": "◇", "challenge": "★", "sample": "○", "adjuvant": "◆", "decision": "✓",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One thing of one day; `text` says it whole, `name` in a word or two."""

    kind: Kind
    glyph: str
    day: date
    day_text: str
    name: str
    text: str
    address: str

    @property
    def is_cycle(self) -> bool:
        """For templates: not a desensitization."""
        return False


def reaction_mark(case: ShownReaction, reading: Reading) -> Mark:
    """A reaction that is tied to no desensitization of the history."""
    row, grade = case.newest, grade_of(case, reading.unit)
    tied = _("not tied to a desensitization") if row.occasion == Occasion.DESENSITIZATION else ""
    onset = onset_text(row)
    said = (grade.text, _("onset %(onset)s after the start") % {"onset": onset} if onset else "", case.signs_text, tied)
    return Mark(
        kind="reaction",
        glyph=grade.glyph,
        day=timezone.localdate(row.started_at),
        day_text=row.started_text,
        name=_("Reaction, %(occasion)s") % {"occasion": row.get_occasion_display()},
        text="; ".join(filter(None, said)),
        address=reverse("reaction", args=[reading.code, row.case_key]),
    )


def skin_test_mark(session: ShownSession, drug: ShownDrug, reading: Reading) -> Mark:
    """What the tests of one drug in a session said."""
    told, result = _told(drug)
    such = [
        f"{test.row.get_kind_display()} {test.row.strength}" for test in drug.tests if test.standing_result == result
    ]
    return Mark(
        kind="skin-test",
        glyph=GLYPHS["skin-test"],
        day=session.row.tested_on,
        day_text=date_text(session.row.tested_on),
        name=_("Skin tests"),
        text=f"{told}: {', '.join(such)}" if result and such else told,
        address=reverse("skin_test_session", args=[reading.code, session.row.entry_key]),
    )


def _told(drug: ShownDrug) -> tuple[str, str]:
    """The result of a drug in a word, and as the code of its tests; where the allergist read tests, their reading."""
    said = {test.standing_result for test in drug.tests} - {""} if any(test.opinion for test in drug.tests) else set()
    for result in (SkinTestResult.POSITIVE, SkinTestResult.NEGATIVE):
        if result.value in said and (result == SkinTestResult.POSITIVE or len(said) == 1):
            return str(result.label), result.value
    result_code = drug.verdict.result if drug.verdict else None
    return drug.result_text or (_("cannot be told") if drug.verdict else _("not read yet")), result_code or ""


def challenge_mark(row: Challenge, case: UUID | None, reading: Reading) -> Mark:
    """A graded challenge and what it showed; it stands on the assessment of a `case` of the drug, if one is left."""
    return Mark(
        kind="challenge",
        glyph=GLYPHS["challenge"],
        day=row.done_on,
        day_text=date_text(row.done_on),
        name=_("Graded challenge"),
        text="; ".join(
            filter(None, (str(row.get_result_display()), reading.typed(row.doses), reading.typed(row.note)))
        ),
        address="" if case is None else reverse("assessment", args=[reading.code, case]),
    )


def sample_mark(row: Sample, verdict: str, reading: Reading) -> Mark:
    """A sample, with what its rule says of the reaction where it is the acute one that counts."""
    limit = "" if row.limit_quantity is None else _("limit %(limit)s") % {"limit": row.limit_quantity}
    return Mark(
        kind="sample",
        glyph=GLYPHS["sample"],
        day=timezone.localdate(row.taken_at),
        day_text=row.taken_text,
        name=f"{row.name}, {row.get_timing_display()}",
        text="; ".join(filter(None, (row.result, limit, verdict))),
        address=reverse("samples", args=[reading.code]),
    )


def dose_mark(row: AdjuvantDose, reading: Reading) -> Mark:
    """One adjuvant dose that leads to no desensitization yet, or on a day that is not known exactly."""
    dose = _("dose not recorded") if row.quantity is None else str(row.quantity)
    return Mark(
        kind="adjuvant",
        glyph=GLYPHS["adjuvant"],
        day=row.given_on,
        day_text=row.given_text,
        name=row.name,
        text="; ".join(filter(None, (dose, reading.typed(row.note)))),
        address=adjuvants_address(reading.code),
    )


def plan_mark(row: AdjuvantPlan, reading: Reading) -> Mark:
    """How an adjuvant medicine went on from a day."""
    return Mark(
        kind="adjuvant",
        glyph=GLYPHS["adjuvant"],
        day=row.from_on,
        day_text=row.from_text,
        name=row.name,
        text=plan_text(row, reading),
        address=adjuvants_address(reading.code),
    )


def plan_text(row: AdjuvantPlan, reading: Reading) -> str:
    """The interval, or that it was stopped and why."""
    reason = reading.typed(row.reason)
    if row.interval_days is None:
        return _("stopped: %(reason)s") % {"reason": reason}
    said = _("every %(days)s\u00a0days") % {"days": number(row.interval_days)}
    return f"{said}: {reason}" if reason else said


def decision_mark(row: Assessment, reading: Reading) -> Mark:
    """The decision in force about the drug."""
    day = timezone.localdate(row.recorded_at)
    said = (row.get_phenotype_display(), row.get_way_display())
    return Mark(
        kind="decision",
        glyph=GLYPHS["decision"],
        day=day,
        day_text=date_text(day),
        name=_("Assessment in force"),
        text="; ".join(filter(None, map(str, said))),
        address=reverse("assessment", args=[reading.code, row.reaction.case_key]),
    )
