"""Every read of a patient's skin tests; `ids` are the records of the person (patients.person)."""

from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404

from desens.unit.selectors import current
from patients.background.selectors import medicines
from patients.background.shown import Medicines
from reactions.models import Reaction, SkinTest, SkinTestOpinion, SkinTestRound, SkinTestSession
from reactions.rules.skin_test_input import SkinTests
from reactions.rules.skin_test_readings import LEAST_MM
from reactions.skin_test_choices import ReadAfter
from reactions.skin_tests.judging import washouts_of, wheal
from reactions.skin_tests.shown import ShownSession
from reactions.skin_tests.since_reaction import SinceReaction, since_reaction
from reactions.skin_tests.standing_readings import by_drug, shown_drug


def standing_reactions(ids: Collection[int]) -> list[Reaction]:
    """Of each case the row that stands, the last exposure first. One query."""
    rows = Reaction.objects.filter(patient__in=ids, error__isnull=True).order_by("-number")
    newest = {row.case_key: row for row in reversed(rows)}
    return sorted(newest.values(), key=lambda row: (row.started_at, row.pk), reverse=True)


def sessions(ids: Collection[int], *, taken: Medicines | None = None) -> tuple[ShownSession, ...]:
    """Every session, the last first; judged by the medicines if these are given. Six queries, whatever the number."""
    reactions = {row.case_key: row for row in standing_reactions(ids)}
    rows = _rows().filter(patient__in=ids).order_by("-tested_on", "-id")
    return tuple(_shown(row, reactions, taken) for row in rows)


def session_of(ids: Collection[int], session_key: str) -> SkinTestSession:
    """The session with this key in these records, or 404. Five queries."""
    try:
        key = UUID(session_key)
    except ValueError:
        raise Http404 from None
    found: SkinTestSession | None = _rows().filter(patient__in=ids, entry_key=key).first()
    if found is None:
        raise Http404
    return found


def shown_session(ids: Collection[int], row: SkinTestSession) -> ShownSession:
    """A session with the medicines of its day. Four queries beside those of the row."""
    reactions = {each.case_key: each for each in standing_reactions(ids)}
    return _shown(row, reactions, medicines(ids, on=row.tested_on, unit=current()))


def series_of(
    session: SkinTestSession,
    rounds: Iterable[SkinTestRound],
    *,
    since: SinceReaction | None,
    taken: Medicines | None,
    growth_mm: Fraction,
) -> SkinTests:
    """The controls and circumstances of a session for the rules, without readings; the newest control counts."""
    read = [each for each in rounds if each.read_after == ReadAfter.MINUTES]
    histamine = (wheal(each.histamine_longest, each.histamine_across) for each in read)
    negative = (wheal(each.negative_longest, each.negative_across) for each in read)
    return SkinTests(
        readings=(),
        histamine=next((found for found in histamine if found), None),
        negative=next((found for found in negative if found), None),
        days_after_reaction=None if since is None else Fraction(since.days),
        washouts=None if taken is None else washouts_of(taken, on=session.tested_on),
        growth_mm=Fraction(read[0].growth_mm) if read else growth_mm,
    )


def _rows() -> Any:
    opinions = SkinTestOpinion.objects.filter(error__isnull=True).select_related("recorded_by").order_by("-id")
    tests = SkinTest.objects.prefetch_related(Prefetch("opinions", opinions))
    rounds = SkinTestRound.objects.select_related("recorded_by", "patient", "error__marked_by").order_by("-id")
    parts: tuple[Any, ...] = (Prefetch("tests", tests), Prefetch("rounds", rounds), "rounds__readings")
    rows = SkinTestSession.objects.select_related("recorded_by", "patient", "reaction", "error__marked_by")
    return rows.prefetch_related(*parts)


def _shown(row: SkinTestSession, reactions: dict[UUID, Reaction], taken: Medicines | None) -> ShownSession:
    reaction = None if row.reaction is None else reactions.get(row.reaction.case_key)
    since = None if reaction is None else since_reaction(reaction, tested_on=row.tested_on)
    rounds = [each for each in row.rounds.all() if not hasattr(each, "error")]
    series = series_of(row, rounds, since=since, taken=taken, growth_mm=LEAST_MM)
    return ShownSession(
        row=row,
        reaction=reaction,
        since=since,
        drugs=tuple(shown_drug(tests, rounds, series) for tests in by_drug(row.tests.all())),
        rounds=tuple(row.rounds.all()),
        medicines=taken,
    )
