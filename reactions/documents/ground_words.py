"""What else the letter says about a culprit: causality, challenges, grounds, risks, and how its label changed."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from drugs.names import drug_key
from patients.labels import LabelEntry, LabelStory
from reactions.assessing.about_patient import PatientRisks
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


def risk_facts(risks: PatientRisks) -> tuple[Fact, ...]:
    """The risk factors that were asked for, the medicines still taken, the last FEV1."""
    taken = "; ".join(row.told for row in risks.taken)
    none = _("none of those that bear on tests or treatment") if risks.medicines_asked else ""
    found = (
        *(Fact(label=_("Risk factor"), text=row.told) for row in risks.answers),
        *(
            Fact(label=_("Risk factor"), text=_("%(factor)s: not recorded") % {"factor": name})
            for name in risks.not_asked
        ),
        Fact(label=_("Medicines still taken"), text=taken or none),
        Fact(label=_("FEV1"), text=risks.fev1.told if risks.fev1 else ""),
    )
    return tuple(Fact(label=each.label, text=figures_kept(each.text)) for each in found)


def alternative_text(row: Grounds | None) -> str:
    """Whether an equally good alternative exists, and which; "" where nobody recorded it."""
    if row is None or not row.alternative:
        return ""
    return figures_kept(": ".join(filter(None, (str(row.get_alternative_display()), row.alternative_detail))))


def label_texts(stories: Iterable[LabelStory], culprit_key: str) -> tuple[str, ...]:
    """How the label of the culprit changed, the latest first, without mistakes."""
    entries = (entry for story in stories for entry in story.entries if drug_key(entry.row.substance) == culprit_key)
    return tuple(_label(entry) for entry in entries if not hasattr(entry.row, "error"))


def _label(entry: LabelEntry) -> str:
    row = entry.row
    words = {"status": row.get_status_display(), "since": row.noted_on.isoformat()}
    told = _("%(status)s since %(since)s") % words
    if entry.until and not entry.stands:
        told = _("%(status)s from %(since)s until %(until)s") % (words | {"until": entry.until.isoformat()})
    return f"{told}: {figures_kept(row.reaction)}" if row.reaction else told


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
