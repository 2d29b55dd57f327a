"""Findings that can be signed with a reason; the reason follows the protocol to the bedside."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desens.audit.values import canonical
from protocols.engine import Finding, NeedsSignOff
from protocols.findings_shown import FindingLine, finding_lines
from protocols.models import Signature


@dataclass(frozen=True, kw_only=True)
class SignOff:
    """One finding to be signed; `key` names it within its version."""

    key: str
    line: FindingLine


@dataclass(frozen=True, kw_only=True)
class SignedReason:
    """A finding in words, as it was shown, and why it was signed."""

    where: str
    text: str
    reason: str


def sign_offs(findings: Iterable[Finding]) -> tuple[SignOff, ...]:
    """Those that ask for a signature, in their order."""
    asking = [finding for finding in findings if isinstance(finding, NeedsSignOff)]
    return tuple(
        SignOff(key=f"reason-{number}", line=finding_lines([finding])[0]) for number, finding in enumerate(asking, 1)
    )


def reasons_text(asked: Iterable[SignOff], reasons: Mapping[str, str]) -> str:
    """The reasons as stored: canonical JSON, each beside the finding in the words that were signed."""
    said = [{"where": asking.line.where, "text": asking.line.text, "reason": reasons[asking.key]} for asking in asked]
    return canonical({"reasons": said})


def signed_reasons(signature: Signature | None) -> tuple[SignedReason, ...]:
    """What was signed with a reason; empty without a signature."""
    if signature is None or not signature.reasons_text:
        return ()
    return tuple(SignedReason(**stored) for stored in json.loads(signature.reasons_text)["reasons"])
