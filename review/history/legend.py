"""The signs of a strip with their meaning: they are told apart by their shape, so that a photocopy keeps them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from review.history.grades import DECIDED, PROPOSED
from review.history.marks import GLYPHS as MARKS
from review.history.strips import GLYPHS, STOPPED


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One sign; `kind` is its class in the style sheets."""

    kind: str
    glyph: str
    text: str
    stop: bool = False


def legend() -> tuple[Sign, ...]:
    """Every sign of strips and marks."""
    return (
        Sign(kind="given", glyph=GLYPHS["given"], text=_("step given")),
        Sign(kind="reacted", glyph=f"{DECIDED}2", text=_("reaction, Brown grade decided")),
        Sign(kind="reacted", glyph=f"{PROPOSED}2", text=_("grade proposed, not decided; without a number no grade")),
        Sign(kind="given", glyph=STOPPED, text=_("stopped here"), stop=True),
        Sign(kind="reacted", glyph=f"{DECIDED}3", text=_("reaction, and stopped here"), stop=True),
        Sign(kind="not-noted", glyph=GLYPHS["not noted"], text=_("step not noted, though the course went past it")),
        Sign(kind="not-reached", glyph=GLYPHS["not reached"], text=_("not reached")),
        Sign(
            kind="not-recorded",
            glyph=GLYPHS["not recorded"],
            text=_("not recorded whether reached; of a desensitization: outcome not recorded"),
        ),
        Sign(kind="mark", glyph=MARKS["skin-test"], text=_("skin tests")),
        Sign(kind="mark", glyph=MARKS["challenge"], text=_("graded challenge")),
        Sign(kind="mark", glyph=MARKS["sample"], text=_("sample, such as tryptase")),
        Sign(kind="mark", glyph=MARKS["adjuvant"], text=_("adjuvant medicine, such as omalizumab")),
        Sign(kind="mark", glyph=MARKS["decision"], text=_("assessment in force")),
    )
