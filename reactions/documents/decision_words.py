"""The advice of the letter: the decision in force as it was signed, and what it does not rest on."""

import json
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from desens.pages.times import local_text
from desens.printing.refusal import CannotPrint
from reactions.assessing.gathering import Gathered
from reactions.assessing.signed import ShownDecision, shown_decisions
from reactions.documents.rested_on import not_rested_on
from reactions.documents.signed_reasons import reason_words
from reactions.models import Assessment
from reactions.recording.facts import Fact


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What the decision says, line by line; `not_rested_on` stands in the records beside it; `sources` of its rules."""

    author: str
    signed_at: str
    facts: tuple[Fact, ...]
    not_rested_on: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    digest: str


def advice_of(gathered: Gathered) -> Advice | None:
    """The decision in force; None where nobody signed one. CannotPrint where its text is not what was signed."""
    row = gathered.standing.decision
    if row is None:
        return None
    require_intact(row)
    signed: dict[str, Any] = json.loads(row.document)
    shown = shown_decisions([row])[0]
    verdicts = signed["verdicts"]
    return Advice(
        author=signed["signed_name"],
        signed_at=local_text(row.recorded_at, get_current_timezone()),
        facts=_facts(shown, verdicts),
        not_rested_on=not_rested_on(gathered, signed),
        sources=(
            (_("proposal"), str(verdicts["proposal"]["source"])),
            (_("phenotype"), str(verdicts["phenotype"]["source"])),
        ),
        digest=row.sha256[:16],
    )


def require_intact(row: Assessment) -> None:
    """CannotPrint unless the signed text still has the digest that was signed."""
    if not row.is_intact:
        raise CannotPrint(_("The signed text of the decision is not the one that was signed."))


def _facts(shown: ShownDecision, verdicts: dict[str, Any]) -> tuple[Fact, ...]:
    row = shown.row
    found = {
        _("How the drug is given from here on"): _joined(str(row.get_way_display()), *shown.details),
        _("Proposed by the rules"): _proposed(shown) if row.differs else "",
        _("Decided otherwise because"): figures_kept(row.reason) if row.differs else "",
        _("Phenotype"): str(row.get_phenotype_display()),
        _("Phenotype as proposed"): _phenotype_proposed(row),
        _("Another phenotype because"): figures_kept(row.phenotype_reason),
        _("Suspected contraindications"): ", ".join(
            reason_words({"code": one["code"], "values": []} for one in verdicts["contraindications"] or ())
        ),
        _("In spite of a contraindication because"): figures_kept(row.override_reason),
        _("High risk because of"): "; ".join(reason_words(verdicts["risk"]["high"])),
        _("Premedication"): _("not part of the decision"),
    }
    return tuple(Fact(label=label, text=text) for label, text in found.items() if text)


def _proposed(shown: ShownDecision) -> str:
    return _joined(shown.proposed, *shown.proposed_details) if shown.proposed else _("nothing could be proposed")


def _phenotype_proposed(row: Assessment) -> str:
    if row.phenotype == row.phenotype_proposed:
        return ""
    return str(row.get_phenotype_proposed_display()) or _("nothing could be proposed")


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
