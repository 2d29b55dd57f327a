"""Counts with their denominators: unknown is counted apart, never as no."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.write import number_text
from procedures.choices import Outcome
from reactions.assessment_choices import Phenotype
from review.department.tally import Tally
from review.department.wanted import NOT_RECORDED

#: The name of a question and the word of its answer.
Asked = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Count:
    """`name` of `of_all`; `unknown` says how many are in neither, "" where all are known.

    `asks` and `asks_unknown` are the questions of the filter (wanted.ASKED) that give the rows so counted.
    """

    name: str
    text: str
    asks: Asked
    unknown: str = ""
    asks_unknown: Asked


def share(part: int, whole: int) -> str:
    """ "41 of 57 (72 %)", the percentage rounded half up; without one where there is nothing to be part of."""
    told = {"part": number_text(part), "whole": number_text(whole)}
    if not whole:
        return _("%(part)s of %(whole)s") % told
    percent = (200 * part + whole) // (2 * whole)
    return _("%(part)s of %(whole)s (%(percent)s\u00a0%%)") % (told | {"percent": number_text(percent)})


def counts_of(tally: Tally) -> Sequence[Count]:
    """Outcomes, reactions and their grades, phenotypes, adjuvants, in the order of the page."""
    everything = tally.count("all")
    return (*_outcomes(tally, everything), *_reactions(tally, everything), *_others(tally, everything))


def _outcomes(tally: Tally, everything: int) -> Sequence[Count]:
    unknown = tally.count("outcome")
    return [
        Count(
            name=str(each.label),
            text=share(tally.count("outcome", each.value), everything - unknown),
            asks=("outcome", each.value),
            asks_unknown=("outcome", NOT_RECORDED),
            unknown=_unknown(unknown, _("outcome not recorded")),
        )
        for each in Outcome
    ]


def _reactions(tally: Tally, everything: int) -> Sequence[Count]:
    unknown, reacted, ungraded = tally.count("reaction"), tally.count("reaction", "yes"), tally.count("grade")
    graded = reacted - ungraded
    return [
        Count(
            name=_("with a breakthrough reaction"),
            text=share(reacted, everything - unknown),
            asks=("grade", "any"),
            unknown=_unknown(unknown, _("not recorded")),
            asks_unknown=("grade", NOT_RECORDED),
        ),
        *(
            Count(
                name=_("grade %(grade)s at worst") % {"grade": grade},
                text=share(tally.count("grade", str(grade)), graded),
                asks=("grade", str(grade)),
                asks_unknown=("grade", "not graded"),
                unknown=_unknown(ungraded, _("reactions not graded")),
            )
            for grade in (1, 2, 3)
        ),
    ]


def _others(tally: Tally, everything: int) -> Sequence[Count]:
    unknown = tally.count("phenotype")
    assessed = [
        Count(
            name=str(each.label),
            text=share(tally.count("phenotype", each.value), everything - unknown),
            asks=("phenotype", each.value),
            asks_unknown=("phenotype", NOT_RECORDED),
            unknown=_unknown(unknown, _("not assessed")),
        )
        for each in Phenotype
        if tally.count("phenotype", each.value)
    ]
    without = _unknown(tally.count("adjuvant"), _("no adjuvant recorded"))
    adjuvants = {"omalizumab": _("with omalizumab"), "other": _("with another adjuvant")}
    return [
        *assessed,
        *(
            Count(
                name=name,
                text=share(tally.count("adjuvant", each), everything),
                asks=("adjuvant", each),
                unknown=without,
                asks_unknown=("adjuvant", NOT_RECORDED),
            )
            for each, name in adjuvants.items()
        ),
    ]


def _unknown(count: int, what: str) -> str:
    return _("%(what)s: %(count)s") % {"what": what, "count": number_text(count)} if count else ""
