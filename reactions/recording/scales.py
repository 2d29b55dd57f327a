"""The grades of each scale, in words."""

from types import MappingProxyType

from django.utils.translation import gettext as _

from reactions.choices import Scale

ROMAN = MappingProxyType({1: "I", 2: "II", 3: "III", 4: "IV"})
MOST = MappingProxyType({Scale.BROWN: 3, Scale.BROWN_TAXANES: 3, Scale.RING_MESSMER: 4})
CRITERIA = (Scale.NIAID_FAAN, Scale.WAO)
CTCAE = (
    Scale.CTCAE_INFUSION,
    Scale.CTCAE_ALLERGIC,
    Scale.CTCAE_ANAPHYLAXIS,
    Scale.CTCAE_CYTOKINE,
    Scale.CTCAE_RASH,
    Scale.CTCAE_URTICARIA,
)


def grade_texts(scale: Scale) -> list[tuple[int | None, str]]:
    """Every grade that can be decided on the scale, with its words; None is "no grade"."""
    if scale in CRITERIA:
        return [(1, _("met")), (0, _("not met")), (None, _("cannot be said"))]
    numbers = range(1, MOST.get(scale, 5) + 1)
    return [*((number, grade_text(scale, number)) for number in numbers), (None, _("no grade"))]


def grade_text(scale: str, grade: int | None) -> str:
    """A decided grade in a word."""
    if scale in CRITERIA:
        return {1: _("met"), 0: _("not met"), None: _("cannot be said")}[grade]
    if grade is None:
        return _("no grade")
    return ROMAN[grade] if scale == Scale.RING_MESSMER else str(grade)
