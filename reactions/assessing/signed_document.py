"""The text that is signed: what the rules saw and proposed, what was decided, by whom, when, and what it means."""

from django.utils.translation import gettext as _

from desens.audit.signed_text import kept, text_of
from desens.pages.version import VERSION
from reactions.assessing.entered import NewDecision
from reactions.assessing.gathering import Gathered
from reactions.models import Assessment

VERDICTS = ("tryptase", "interleukin", "phenotype", "naranjo", "contraindications", "anaphylaxis", "risk", "proposal")


def document_of(row: Assessment, gathered: Gathered, new: NewDecision) -> str:
    """The canonical JSON of the decision in the row (signing.text_of)."""
    judged = gathered.judged
    return text_of(
        {
            "meaning": _("I have assessed this reaction and decide how the drug may be given from here on."),
            "signed_by": row.recorded_by.username,
            "signed_name": row.recorded_by.full_name,
            "signed_at": row.recorded_at,
            "patient": row.patient.code,
            "culprit": row.culprit,
            "reaction": gathered.reaction.case_key,
            "number": row.number,
            "rests_on": [vars(each) for each in gathered.facts],
            "inputs": {"material": kept(judged.material), "limits": kept(judged.limits)},
            "verdicts": {name: kept(getattr(judged, name)) for name in VERDICTS},
            "decision": vars(new),
            "version": VERSION,
        }
    )
