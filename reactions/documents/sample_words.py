"""Samples as the letter says them: each with unit, limit and time, and tryptase judged by the unit's rule."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.unit.selectors import UnitSettings
from reactions.assessing.gathering import Gathered
from reactions.models import Sample
from reactions.recording.facts import Fact
from reactions.sample_choices import SampleKind
from reactions.samples.judging import judged, minutes_after_onset
from reactions.samples.shown import ShownRule, shown_judgement


@dataclass(frozen=True, kw_only=True)
class SampleWords:
    """Every sample, and what tryptase says; `tryptase` is empty where none was recorded."""

    samples: tuple[Fact, ...]
    tryptase: tuple[Fact, ...]
    source: str


def sample_words(gathered: Gathered, unit: UnitSettings) -> SampleWords:
    """The samples of the reaction and the baselines, no mistakes among them."""
    judgement = judged(gathered.reaction, gathered.samples, unit=unit)
    shown = shown_judgement(judgement)
    measured = any(row.kind == SampleKind.TRYPTASE for row in gathered.samples)
    verdict = (Fact(label=_("Rise of tryptase"), text="; ".join((shown.verdict, *shown.cannot))),)
    more = tuple(Fact(label=_("To bear in mind"), text=caution) for caution in shown.cautions)
    return SampleWords(
        samples=tuple(_sample(row, gathered) for row in gathered.samples),
        tryptase=(*verdict, *map(_rule, shown.rules), *more) if measured else (),
        source=shown.source if measured else "",
    )


def _sample(row: Sample, gathered: Gathered) -> Fact:
    minutes = None if row.reaction is None else minutes_after_onset(row, gathered.reaction)
    parts = [row.result, str(row.get_timing_display()), row.taken_text]
    if minutes is not None and minutes >= 0:
        parts.append(_("%(minutes)s after the onset") % {"minutes": Quantity.of(minutes, "min")})
    if row.limit_quantity is not None:
        parts.append(_("laboratory's limit %(limit)s") % {"limit": row.limit_quantity})
    return Fact(label=row.name, text=" · ".join(parts))


def _rule(rule: ShownRule) -> Fact:
    decides = _("decides in this unit") if rule.decides else _("for comparison")
    return Fact(label=rule.name, text=f"{rule.figure} · {rule.outcome} ({decides})")
