"""The patient's allergy card: two sides of 85.6 x 54 mm beside each other, to be cut out and folded in the middle."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from desens.printing.refusal import CannotPrint
from desens.printing.render import render_pdf
from patients.selectors import Identity
from reactions.documents.card_entries import CardEntry
from reactions.documents.card_packing import SIDE_ROOM, height, packed
from reactions.documents.identity_facts import identity_facts
from reactions.documents.unit_head import UnitHead

LONG_NAME = 45
#: Tenths of a point, as in static/print/allergy_card.css.
TITLE_PT_10, NAME_PT_10, LONG_NAME_PT_10, FACTS_PT_10, FOOT_PT_10 = 85, 100, 70, 75, 60
#: The lines between head, list and foot, in thousandths of a millimetre.
BETWEEN = 4_000


@dataclass(frozen=True, kw_only=True)
class Card:
    """Everything the card says; `printed_at` is aware."""

    identity: Identity
    entries: tuple[CardEntry, ...]
    head: UnitHead
    printed_at: datetime


def render(card: Card) -> bytes:
    """The card as PDF, the same bytes for the same card; CannotPrint where there is nothing to say or no room."""
    return render_pdf(
        template="reactions/documents/card.html",
        context=context(card),
        identifier=f"allergy card {card.identity.code}",
    )


def context(card: Card) -> dict[str, Any]:
    """What the template shows: texts only."""
    if not card.entries:
        raise CannotPrint(_("No suspected or confirmed drug allergy is recorded: a card would say nothing."))
    identity, day = card.identity, timezone.localdate(card.printed_at).isoformat()
    long_name = len(identity.shown_name) > LONG_NAME
    facts, foot = identity_facts(identity), " · ".join(card.head.names)
    taken = (
        height([_("DRUG ALLERGIES")], TITLE_PT_10)
        + height([identity.shown_name], LONG_NAME_PT_10 if long_name else NAME_PT_10)
        + height([" · ".join(facts)], FACTS_PT_10)
        + height([foot, _("printed %(date)s") % {"date": day}], FOOT_PT_10)
    )
    found = packed(card.entries, front_room=max(SIDE_ROOM - BETWEEN - taken, 0))
    return {
        "title": _("Allergy card %(code)s") % {"code": identity.code},
        "state_text": "",
        "identity": identity,
        "facts": facts,
        "name_size": "long" if long_name else "",
        "cards": found.cards,
        "size": found.size,
        "several": len(found.cards) > 1,
        "names": (card.head.hospital, card.head.unit),
        "telephone": card.head.telephone,
        "day": day,
    }
