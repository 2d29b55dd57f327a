"""Findings: a closed union of three levels, each a code with values; explain.py makes the sentence."""

from dataclasses import dataclass
from typing import ClassVar, Literal

Level = Literal["blocker", "sign-off", "caution"]


@dataclass(frozen=True, kw_only=True)
class _Observation:
    level: ClassVar[Level]
    code: str
    where: str | None = None
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Blocker(_Observation):
    """Cannot be signed."""

    level = "blocker"


@dataclass(frozen=True, kw_only=True)
class NeedsSignOff(_Observation):
    """Can be signed with a reason."""

    level = "sign-off"


@dataclass(frozen=True, kw_only=True)
class Caution(_Observation):
    """To be seen; asks for nothing."""

    level = "caution"


Finding = Blocker | NeedsSignOff | Caution


class NothingToCompute(ValueError):  # noqa: N818 - the name of an answer, fixed between the parts
    """No schedule exists: a bag runs dry, or the target is already passed. `findings` say which."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings
