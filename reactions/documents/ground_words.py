"""What else the letter says about a culprit: causality, challenges and grounds."""

from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from reactions.assessing.gathering import Gathered
from reactions.assessing.shown import verdicts
from reactions.models import Challenge, Grounds
from reactions.recording.facts import Fact

NARANJO_SOURCE = "Naranjo 1981 (PMC5774610)"


def ground_facts(gathered: Gathered) -> tuple[Fact, ...]:
    """The alternative, the oncologist's statement, the consent, challenges and Naranjo's score."""
    row, standing = gathered.standing.grounds, gathered.standing
    challenges = [_challenge(each) for each in standing.challenges if not hasattr(each, "error")]
    return (
        Fact(label=_("Equally good alternative"), text=alternative_text(row)),
        Fact(label=_("Oncologist's statement"), text=_statement(row)),
        Fact(label=_("Patient's consent"), text=_consent(row)),
        *(Fact(label=_("Graded challenge"), text=text) for text in challenges or [""]),
        Fact(label=_("Naranjo's scale"), text=verdicts(gathered).naranjo if standing.naranjo else ""),
    )


def alternative_text(row: Grounds | None) -> str:
    """Whether an equally good alternative exists, and which; "" where nobody recorded it."""
    if row is None or not row.alternative:
        return ""
    return figures_kept(": ".join(filter(None, (str(row.get_alternative_display()), row.alternative_detail))))


def _challenge(row: Challenge) -> str:
    return figures_kept(" · ".join(filter(None, (row.told, row.doses, row.note))))


def _statement(row: Grounds | None) -> str:
    if row is None or row.stated_on is None:
        return ""
    return figures_kept(f"{row.oncologist}, {row.stated_on.isoformat()}: {row.statement}")


def _consent(row: Grounds | None) -> str:
    if row is None or row.consent_on is None:
        return ""
    return f"{row.get_consent_display()}, {row.consent_on.isoformat()}"
