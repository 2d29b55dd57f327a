"""The risk factors and medicines of the patient as the letter says them."""

from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from reactions.assessing.about_patient import PatientRisks
from reactions.recording.facts import Fact


def risk_facts(risks: PatientRisks) -> tuple[Fact, ...]:
    """The risk factors that were asked for, the medicines still taken, the last FEV1."""
    none = _("none of those that bear on tests or treatment") if risks.medicines_asked else ""
    found = {
        _("Risk factors"): "; ".join(row.told for row in risks.answers),
        _("Risk factors not recorded"): ", ".join(risks.not_asked),
        _("Medicines still taken"): "; ".join(row.told for row in risks.taken) or none,
        _("FEV1"): risks.fev1.told if risks.fev1 else "",
    }
    unsaid = (_("Risk factors"), _("Risk factors not recorded"))
    shown = ((label, text) for label, text in found.items() if text or label not in unsaid)
    return tuple(Fact(label=label, text=figures_kept(text)) for label, text in shown)
