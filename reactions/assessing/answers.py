"""What people entered about a culprit for its assessment: of each kind the newest stands."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from reactions.assessing.facts import Fact, fact
from reactions.models import Assessment, Challenge, Grounds, NaranjoAnswers


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The answers and grounds that stand; every challenge, the last done first; every decision, the newest first."""

    naranjo: NaranjoAnswers | None
    grounds: Grounds | None
    challenges: tuple[Challenge, ...]
    decisions: tuple[Assessment, ...]

    @property
    def decision(self) -> Assessment | None:
        """The decision in force."""
        return self.decisions[0] if self.decisions else None

    @property
    def challenge_result(self) -> str | None:
        """What the last challenge showed that was no mistake; None: not done."""
        return next((row.result for row in self.challenges if not hasattr(row, "error")), None)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Each entry as a fact, the decision in force among them: a later one is noticed like any other entry."""
        found = [fact(self.naranjo, _("Naranjo's scale answered"))] if self.naranjo else []
        found += [fact(self.grounds, _("alternative, statement, consent"))] if self.grounds else []
        found += [fact(row, row.told) for row in self.challenges if not hasattr(row, "error")]
        return tuple(found + ([fact(self.decision, self.decision.told)] if self.decision else []))


def standing_of(ids: Collection[int], culprit_key: str) -> Standing:
    """What stands in a person's records about a culprit. Four queries."""
    return Standing(
        naranjo=newest(NaranjoAnswers, ids, culprit_key),
        grounds=newest(Grounds, ids, culprit_key),
        challenges=tuple(
            _rows(Challenge, ids, culprit_key).select_related("error__marked_by").order_by("-done_on", "-id")
        ),
        decisions=tuple(_rows(Assessment, ids, culprit_key)),
    )


def newest(model: Any, ids: Collection[int], culprit_key: str) -> Any:
    """The row of the kind that stands, or None. One query."""
    return _rows(model, ids, culprit_key).first()


def _rows(model: Any, ids: Collection[int], culprit_key: str) -> Any:
    rows = model.objects.filter(patient__in=ids, culprit_key=culprit_key)
    return rows.select_related("recorded_by", "patient").order_by("-id")
