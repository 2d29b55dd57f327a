"""Every read of a patient's reactions; `ids` are the records of the person (patients.person)."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from reactions.models import GradeDecision, Reaction
from reactions.recording.shown import ShownReaction


def reactions(ids: Collection[int]) -> tuple[ShownReaction, ...]:
    """Every case, the last exposure first. Four queries, whatever the number."""
    rows = list(_rows().filter(patient__in=ids).order_by("-number"))
    cases = _by_case(rows)
    return tuple(sorted(cases, key=lambda case: (case.newest.started_at, case.newest.pk), reverse=True))


def standing_reactions(ids: Collection[int]) -> tuple[Reaction, ...]:
    """The rows that stand, the last exposure first: what assessments, samples and tests are about. Four queries."""
    return tuple(case.row for case in reactions(ids) if case.row is not None)


def reaction_of(ids: Collection[int], case_key: str | UUID) -> ShownReaction:
    """The case with this key in these records, or 404. Four queries."""
    try:
        key = case_key if isinstance(case_key, UUID) else UUID(case_key)
    except ValueError:
        raise Http404 from None
    cases = _by_case(_rows().filter(patient__in=ids, case_key=key).order_by("-number"))
    if not cases:
        raise Http404
    return cases[0]


def _rows() -> QuerySet[Reaction]:
    decisions = GradeDecision.objects.select_related("recorded_by").order_by("id")
    rows = Reaction.objects.select_related("recorded_by", "patient", "error__marked_by")
    return rows.prefetch_related("signs", "treatments", Prefetch("decisions", decisions))


def _by_case(rows: Iterable[Reaction]) -> list[ShownReaction]:
    found: dict[Any, list[Reaction]] = {}
    for row in rows:
        found.setdefault(row.case_key, []).append(row)
    return [_shown(case) for case in found.values()]


def _shown(rows: list[Reaction]) -> ShownReaction:
    """Of one case's rows from the newest: the first that is no mistake stands."""
    standing = next((row for row in rows if not hasattr(row, "error")), None)
    decided = {each.scale: each for each in (standing or rows[0]).decisions.all()}
    return ShownReaction(
        row=standing, earlier=tuple(row for row in rows if row is not standing), decisions=tuple(decided.values())
    )
