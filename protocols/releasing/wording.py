"""An item of readiness in the reader's language, with its shape, its source and where it is recorded."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from protocols.rules.readiness_item import Item
from protocols.rules.readiness_messages import MESSAGES, TOPICS, WORDED, WORDS
from reactions.models import Reaction

#: How each state is said; the level gives the shape (templates/protocols/releasing/item.html).
STATES = {
    "holds": gettext_lazy("holds"),
    "does not hold": gettext_lazy("does not hold"),
    "not recorded": gettext_lazy("not recorded"),
}
LEVELS = {
    ("does not hold", "refusal"): "blocker",
    ("does not hold", "reason"): "sign-off",
    ("holds", "nothing"): "success",
}
#: The page of the background by which a topic is recorded.
BACKGROUND = {"lungs": "background", "pregnancy": "background_risk"} | dict.fromkeys(
    ("beta-blocker", "ace-inhibitor"), "background_medicine"
)
ASSESSED = {"decision": "assessment"} | dict.fromkeys(("alternative", "statement", "consent"), "assessment_grounds")

#: Topics whose text quotes what somebody wrote: the alternative, the oncologist, what was decided about a medicine.
QUOTING = ("alternative", "statement", "beta-blocker", "ace-inhibitor")


@dataclass(frozen=True, kw_only=True)
class ItemLine:
    """One item in words; `address` is where it is recorded, "" where it is typed at the release."""

    topic: str
    title: str
    level: str
    state: str
    text: str
    source: str
    address: str = ""
    reason: str = ""

    @property
    def holds_typed(self) -> bool:
        """Whether the text quotes what a person wrote (desens.access.typed_text)."""
        return self.topic in QUOTING


def line_of(item: Item, *, address: str = "", reason: str = "") -> ItemLine:
    """The item in words."""
    title, source = TOPICS[item.topic]
    values = {name: _(WORDS[value]) if name in WORDED else value for name, value in item.values}
    if "place" in values:
        values["place"] = capfirst(values["place"])
    return ItemLine(
        topic=item.topic,
        title=_(title),
        level=LEVELS.get((item.state, item.asks), "unchecked"),
        state=str(STATES[item.state]),
        text=_(MESSAGES[item.code]) % values,
        source=_(source),
        address=address,
        reason=reason if item.asks == "reason" else "",
    )


def address_of(topic: str, *, code: str, reaction: Reaction | None) -> str:
    """Where the topic is recorded for the patient of that code; the reactions where the drug has none yet."""
    if topic in BACKGROUND:
        return reverse(BACKGROUND[topic], args=[code])
    if topic not in ASSESSED:
        return ""
    if reaction is None:
        return reverse("reaction_list", args=[code])
    return reverse(ASSESSED[topic], args=[code, reaction.case_key])
