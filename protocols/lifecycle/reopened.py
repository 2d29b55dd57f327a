"""What reopens signing: its template changed or a sign-off of that was withdrawn, or its dose fits no longer."""

from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from desens.access.models import User
from desens.access.typed_text import typed
from desens.unit.definitions.schedules import WEIGHT_CHANGE_PERCENT
from desens.unit.selectors import current
from patients.models import Patient
from patients.services import NoNewProtocolError, require_prescribable
from protocols.decided_since import decided_since
from protocols.decision import decision_about
from protocols.dose_figures import figures_today
from protocols.dose_order import DoseOrder
from protocols.lifecycle.dose_change import dose_change
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.withdrawn import withdrawn_since
from protocols.models import Template, TemplateRetirement, Version
from protocols.ordering.since import spoken_against_since
from protocols.selectors import entry_content
from protocols.version_document import VersionDocument


def reopenings(version: Version, document: VersionDocument, *, at: datetime) -> tuple[str, ...]:
    """Why the version must be saved and signed anew, in words; empty where it stands.

    Two queries, one more where a finding was signed with the template, seven where the dose was computed.
    """
    changed = (*_template_drift(version), *withdrawn_since(version, document))
    order = document.dose_order
    return (*changed, *(_dose_change(order, version.protocol.patient, at=at) if order else ()))


def come_since(
    version: Version, document: VersionDocument, *, at: datetime, viewer: User | None = None
) -> tuple[str, ...]:
    """Everything since it was saved that keeps the version from being given, in words: what reopens signing, what was
    recorded against what is ordered beside, and a decision about the drug that it was not saved under.

    `viewer`: to whom it is shown, who may not be allowed to read why it was so decided.
    """
    protocol, template = version.protocol, entry_content(version.template)
    decision = decision_about(protocol.patient, protocol.drug)
    if viewer is not None:
        decision = replace(decision, reason=typed(decision.reason, viewer))
    return (
        *reopenings(version, document, at=at),
        *spoken_against_since(document, protocol.patient, template, at=at),
        *decided_since(document, decision),
    )


def require_not_reopened(version: Version, document: VersionDocument, *, at: datetime) -> None:
    """ArrowRefusedError with everything that came since: "closed" where nothing can be saved anew either."""
    why = come_since(version, document, at=at)
    if why:
        protocol = version.protocol
        closes = decision_about(protocol.patient, protocol.drug).closes
        raise ArrowRefusedError("closed" if closes else "reopened", why=" ".join(why))


def may_be_given(version: Version, document: VersionDocument, *, at: datetime) -> bool:
    """Whether a released version still holds: the patient lives, the record is not joined, nothing came since."""
    try:
        require_prescribable(version.protocol.patient)
    except NoNewProtocolError:
        return False
    return not come_since(version, document, at=at)


def _template_drift(version: Version) -> tuple[str, ...]:
    used = version.template
    newest = Template.objects.filter(slug=used.slug).aggregate(newest=Max("revision"))["newest"]
    if TemplateRetirement.objects.filter(slug=used.slug).exists():
        return (_("the template was retired."),)
    if newest == used.revision:
        return ()
    revisions = {"newest": newest, "used": used.revision}
    return (_("the template has revision %(newest)s, this version was built from revision %(used)s.") % revisions,)


def _dose_change(order: DoseOrder, patient: Patient, *, at: datetime) -> tuple[str, ...]:
    """The same order with today's figures, against the unit's limit (a choice of this program: 10 %)."""
    figures = figures_today(patient, on=timezone.localdate(at))
    why = dose_change(order, figures, limit=Fraction(current()[WEIGHT_CHANGE_PERCENT]))
    return (why,) if why else ()
