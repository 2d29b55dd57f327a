"""Interleukin 6 against the laboratory's own limit.

Source: IL-6 rose with cytokine release and mixed reactions (Isabwe 2018, PMID 29518427; Silver 2020). No published
cut-off was found (clinical.md 3.3), so the upper limit of the local laboratory decides: raised is above it.
"""

from dataclasses import dataclass

from reactions.rules.level import Level
from reactions.rules.reasons import Reason, because

SOURCE = "the laboratory's upper limit"


@dataclass(frozen=True, kw_only=True)
class InterleukinVerdict:
    """Whether the value is above the limit; None where `cannot` says why."""

    raised: bool | None
    because: tuple[Reason, ...] = ()
    cannot: tuple[Reason, ...] = ()
    source: str = SOURCE


def judge_interleukin(*, value: Level | None, limit: Level | None) -> InterleukinVerdict:
    """The value against the limit, both in one unit; a limit of "<7" is 7."""
    missing = [
        because(code) for code, level in (("il6-value-missing", value), ("il6-limit-missing", limit)) if level is None
    ]
    if value is None or limit is None:
        return InterleukinVerdict(raised=None, cannot=tuple(missing))
    said = (because("il6-against-limit", value=value.shown, limit=Level(value=limit.value).shown),)
    if value.least > limit.value or (value.beyond == ">" and value.value == limit.value):
        return InterleukinVerdict(raised=True, because=said)
    if value.most is not None and value.most <= limit.value:
        return InterleukinVerdict(raised=False, because=said)
    return InterleukinVerdict(raised=None, because=said, cannot=(because("il6-not-certain"),))
