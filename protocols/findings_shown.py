"""Findings as a page shows them: in the reader's language, steps that deliver nothing under one head."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from protocols.engine import Finding
from protocols.engine.explain import MESSAGES, sentence_of
from protocols.engine.products.messages import WORDED
from protocols.rules import (
    decided,
    marketed_units_messages,
    oral_fit,
    ordered_dose,
    premedication_messages,
    prescribed,
    template_fit,
    unit_template,
)

SENTENCES = (
    MESSAGES
    | template_fit.MESSAGES
    | prescribed.MESSAGES
    | oral_fit.MESSAGES
    | decided.MESSAGES
    | unit_template.MESSAGES
    | premedication_messages.MESSAGES
    | marketed_units_messages.MESSAGES
)
WORDS = WORDED | premedication_messages.WORDED | ordered_dose.WORDED
_ALIKE = "undelivered-step"
_TOGETHER = gettext_noop(
    "Steps %(steps)s deliver nothing: what they push in only moves what the line held. Prime the line with the "
    "solution up to the hub, or book a first step for each bag whose volume is the line's, at dose 0."
)


@dataclass(frozen=True, kw_only=True)
class FindingLine:
    """One finding in words, or several of one kind."""

    level: str
    code: str
    where: str
    text: str


def finding_lines(findings: Iterable[Finding]) -> tuple[FindingLine, ...]:
    """In their order; several steps that deliver nothing are one line that names them all."""
    lines: list[FindingLine] = []
    for alike, group in groupby(findings, key=lambda finding: finding.code == _ALIKE):
        some = list(group)
        lines += [_together(some)] if alike and len(some) > 1 else map(_line, some)
    return tuple(lines)


def _line(finding: Finding) -> FindingLine:
    values = {name: _worded(name, text) for name, text in finding.values}
    text = _(SENTENCES[sentence_of(finding)]) % values
    if unit_template.SIGNED_BY in values:
        text = f"{text} {_(unit_template.SIGNED) % values}"
    return FindingLine(level=finding.level, code=finding.code, where=finding.where or "", text=text)


def _together(findings: list[Finding]) -> FindingLine:
    steps = _listed([int(dict(finding.values)["step"]) for finding in findings])
    where, text = _("steps %(steps)s") % {"steps": steps}, _(_TOGETHER) % {"steps": steps}
    return FindingLine(level=findings[0].level, code=_ALIKE, where=where, text=text)


def _listed(numbers: list[int]) -> str:
    """1, 2, 3, 5 as "1 to 3, 5"."""
    parts = []
    for _offset, run in groupby(enumerate(numbers), key=lambda place: place[1] - place[0]):
        members = [number for _place, number in run]
        ends = {"first": members[0], "last": members[-1]}
        parts.append(_("%(first)s to %(last)s") % ends if len(members) > 1 else str(members[0]))
    return ", ".join(parts)


def _worded(name: str, text: str) -> str:
    """A value in the reader's language where it is words; figures and names stay."""
    return ", ".join(_(word) for word in text.split(", ")) if name in WORDS else text
