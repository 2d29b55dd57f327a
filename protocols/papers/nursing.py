"""The nursing sheet of a stored version: figures and orders from its document, who the patient is from today."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from protocols.documents.nursing_sheet import NursingSheet
from protocols.lifecycle.sign_offs import reasons_on_paper, signed_reasons
from protocols.ordering.shown import monitoring_text
from protocols.papers.beside import beside_of
from protocols.papers.subject import Subject, tall_man_of, unit_of
from protocols.rescues import printed_rescue


def sheet_of(subject: Subject) -> NursingSheet:
    """Everything the sheet says of an infusion."""
    document, orders = subject.shown.document, subject.shown.document.orders
    return NursingSheet(
        identity=subject.who,
        state=subject.state,
        version_number=subject.shown.row.number,
        short_hash=subject.shown.short_hash,
        address=subject.address,
        schedule=document.infusion.schedule,
        premedication=orders.premedication,
        filter_text=orders.filter_text,
        line=document.infusion.specification.line,
        fluids=orders.fluids,
        monitoring=monitoring_text(orders),
        glucagon=orders.glucagon,
        rescue=printed_rescue(document, subject.who),
        stop_rules=orders.stop_rules,
        telephone=orders.telephone,
        signed_reasons=reasons_on_paper(signed_reasons(subject.shown.standing.prescription)),
        template_title=_template_title(document.source),
        citation=document.source["citation"],
        unit=unit_of(subject),
        tall_man=tall_man_of(subject),
        **beside_of(orders),
        **subject.planned,
        **subject.signed,
    )


def _template_title(source: Mapping[str, Any]) -> str:
    """The template's title; one that is remembered only says so on paper too."""
    title: str = source["title"]
    return (
        title if source["mark"] != "VERIFY" else _("%(title)s (to be verified against the source)") % {"title": title}
    )
