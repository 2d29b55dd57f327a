"""Findings that can be signed with a reason; the reason follows the protocol to the bedside."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from desens.audit.values import canonical
from protocols.engine import Finding, NeedsSignOff
from protocols.findings_shown import FindingLine, finding_lines
from protocols.models import Signature

#: Findings that quote a reason of the prescriber.
QUOTING = ("dose-banded",)


@dataclass(frozen=True, kw_only=True)
class SignOff:
    """One finding to be signed; `key` names it within its version."""

    key: str
    line: FindingLine


@dataclass(frozen=True, kw_only=True)
class SignedReason:
    """A finding in words, as it was shown, and why it was signed."""

    code: str
    where: str
    text: str
    reason: str

    @property
    def holds_typed(self) -> bool:
        """Whether the words of the finding quote what a person wrote (desens.access.typed_text)."""
        return self.code in QUOTING


def sign_offs(findings: Iterable[Finding]) -> tuple[SignOff, ...]:
    """Those that ask for a signature, in their order."""
    asking = [finding for finding in findings if isinstance(finding, NeedsSignOff)]
    return tuple(
        SignOff(key=f"reason-{number}", line=finding_lines([finding])[0]) for number, finding in enumerate(asking, 1)
    )


def reasons_text(asked: Iterable[SignOff], reasons: Mapping[str, str]) -> str:
    """The reasons as stored: canonical JSON, each beside the finding in the words that were signed."""
    said = [(asking.line, reasons[asking.key]) for asking in asked]
    return canonical(
        {"reasons": [{"code": line.code, "where": line.where, "text": line.text, "reason": why} for line, why in said]}
    )


def signed_reasons(signature: Signature | None) -> tuple[SignedReason, ...]:
    """What was signed with a reason; empty without a signature."""
    if signature is None or not signature.reasons_text:
        return ()
    return tuple(SignedReason(**stored) for stored in json.loads(signature.reasons_text)["reasons"])


def reasons_on_paper(reasons: Iterable[SignedReason]) -> tuple[str, ...]:
    """One line for each kind of finding with its reason; further places of the same kind are named behind it."""
    lines = []
    for (_code, reason), group in groupby(reasons, key=lambda each: (each.code, each.reason)):
        first, *others = group
        likewise = ", ".join(each.where for each in others)
        lines.append(
            " ".join(
                [
                    first.text,
                    *([_("Likewise: %(places)s.") % {"places": likewise}] if others else []),
                    _("Reason: %(reason)s") % {"reason": reason},
                ]
            )
        )
    return tuple(lines)
