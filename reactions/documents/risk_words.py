"""The risk factors and medicines of the patient as the letter says them."""

from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from reactions.assessing.about_patient import PatientRisks
from reactions.recording.facts import Fact


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
