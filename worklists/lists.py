"""The lists: for whom each stands, which rows it holds, and what an empty one says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desens.access.models import User
from desens.access.roles import Permission
from worklists import bags, due, due_lines, given, persons, version_lines, versions
from worklists.asked import Asked
from worklists.lines import Line
from worklists.paging import page_of

SINCE, FOR, USE_BY = _("Since"), _("For"), _("Use by")


@dataclass(frozen=True, kw_only=True)
class WorkList:
    """`rows` in the order of their field `by`, read with their `parts`, become the `lines` of the list."""

    name: str
    title: Promise
    empty: Promise
    when: Promise = SINCE
    permission: Permission
    by: str
    rows: Callable[[Asked], QuerySet[Any]]
    parts: Callable[[QuerySet[Any]], QuerySet[Any]]
    lines: Callable[[Sequence[Any], Asked], list[Line]]


@dataclass(frozen=True, kw_only=True)
class ShownList:
    """One page of a list; `next_after` is the mark behind which the next begins ("" at the end)."""

    name: str
    title: Promise
    empty: Promise
    when: Promise
    lines: tuple[Line, ...]
    next_after: str

    @property
    def has_persons(self) -> bool:
        """Whether any line says who or where."""
        return any(line.person for line in self.lines)

    @property
    def has_notes(self) -> bool:
        """Whether any line says what else must be known."""
        return any(line.note for line in self.lines)


LISTS = (
    WorkList(
        name="to-sign",
        title=_("To sign"),
        empty=_("No draft waits for a signature. A protocol is prescribed on its patient's page."),
        permission=Permission.SIGN_PROTOCOL,
        by="saved_at",
        rows=versions.to_sign,
        parts=versions.draft_parts,
        lines=version_lines.draft_lines,
    ),
    WorkList(
        name="to-sign-anew",
        title=_("To save and sign anew"),
        empty=_("No signed protocol has to be saved anew: neither its template nor its computed dose changed."),
        permission=Permission.SIGN_PROTOCOL,
        by="at",
        rows=versions.to_sign_anew,
        parts=versions.signature_parts,
        lines=version_lines.reopened_lines,
    ),
    WorkList(
        name="to-release",
        title=_("To release"),
        empty=_("No verified protocol waits. A pharmacist verifies what is signed."),
        permission=Permission.RELEASE_PROTOCOL,
        by="at",
        rows=versions.to_release,
        parts=versions.signature_parts,
        lines=version_lines.release_lines,
    ),
    WorkList(
        name="to-verify",
        title=_("To verify"),
        empty=_("Nothing waits for your check. A protocol comes here as soon as another person signs it."),
        permission=Permission.VERIFY_PROTOCOL,
        by="at",
        rows=versions.to_verify,
        parts=versions.signature_parts,
        lines=version_lines.check_lines,
    ),
    WorkList(
        name="to-prepare",
        title=_("To prepare"),
        empty=_("Nothing is released for today or later. An allergist releases what is verified."),
        when=FOR,
        permission=Permission.VERIFY_PROTOCOL,
        by="planned_on",
        rows=versions.to_prepare,
        parts=versions.release_parts,
        lines=version_lines.preparation_lines,
    ),
    WorkList(
        name="prepared-today",
        title=_("Prepared today"),
        empty=_("No bags were made today, and none of those that are given today before."),
        when=USE_BY,
        permission=Permission.VERIFY_PROTOCOL,
        by="use_by",
        rows=bags.prepared_today,
        parts=bags.parts,
        lines=bags.lines,
    ),
    WorkList(
        name="today",
        title=_("Today"),
        empty=_("No desensitization is released for today. An allergist releases it for its day."),
        when=FOR,
        permission=Permission.PRINT_SHEET,
        by="place",
        rows=versions.today,
        parts=versions.release_parts,
        lines=version_lines.today_lines,
    ),
    WorkList(
        name="given-not-recorded",
        title=_("Given, not yet recorded"),
        empty=_("Of every desensitization released for a day that is over, what was given is recorded."),
        when=FOR,
        permission=Permission.RECORD_PROCEDURE,
        by="planned_on",
        rows=given.not_recorded,
        parts=versions.release_parts,
        lines=given.not_recorded_lines,
    ),
    WorkList(
        name="without-outcome",
        title=_("Procedures without an outcome"),
        empty=_("Of every recorded procedure it is known how it ended."),
        permission=Permission.RECORD_PROCEDURE,
        by="pk",
        rows=given.without_outcome,
        parts=persons.with_patient,
        lines=given.without_outcome_lines,
    ),
    WorkList(
        name="skin-tests-possible",
        title=_("Skin tests possible"),
        empty=_("No reaction of the last year waits for skin tests. They are planned on the patient's page."),
        permission=Permission.ASSESS,
        by="started_at",
        rows=due.skin_tests_possible,
        parts=persons.with_patient,
        lines=due_lines.possible_lines,
    ),
    WorkList(
        name="skin-tests-unread",
        title=_("Skin tests without a reading"),
        empty=_("Every skin test planned for today or before has a reading."),
        when=FOR,
        permission=Permission.ASSESS,
        by="tested_on",
        rows=due.skin_tests_unread,
        parts=persons.with_patient,
        lines=due_lines.unread_lines,
    ),
    WorkList(
        name="baselines-missing",
        title=_("Baseline tryptase missing"),
        empty=_("Every acute tryptase older than 24\u00a0h has its baseline."),
        permission=Permission.ASSESS,
        by="taken_at",
        rows=due.baselines_missing,
        parts=persons.with_patient,
        lines=due_lines.baseline_lines,
    ),
)


def lists_of(viewer: User) -> tuple[WorkList, ...]:
    """The lists that a person works from, in the order of the page."""
    return tuple(each for each in LISTS if viewer.has(each.permission))


def shown(each: WorkList, asked: Asked, *, after: str = "") -> ShownList:
    """One page of a list. One query, today's list two; one more behind a mark, and once for what changed (Asked)."""
    page = page_of(each.rows(asked), parts=each.parts, by=each.by, after=after)
    return ShownList(
        name=each.name,
        title=each.title,
        empty=each.empty,
        when=each.when,
        lines=tuple(each.lines(page.rows, asked)),
        next_after=page.next_after,
    )
