"""A recorded reaction as a page reads it: labels with values, "not recorded" left to the page (an empty value)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from reactions.choices import Occasion, OnsetPrecision
from reactions.models import Reaction


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One line; `text` is "" where nothing was recorded; `is_typed`: a person wrote it (desens.access.typed_text)."""

    label: str
    text: str
    is_typed: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The lines of a reaction in their groups."""

    exposure: tuple[Fact, ...]
    vitals: tuple[Fact, ...]
    course: tuple[Fact, ...]


def facts_of(row: Reaction) -> Facts:
    """Every line; of what is seldom recorded only the lines that say something."""
    return Facts(exposure=tuple(_exposure(row)), vitals=tuple(_vitals(row)), course=tuple(_course(row)))


def onset_text(row: Reaction) -> str:
    """The onset with its unit, and whether it is estimated."""
    text = _figure(row.onset, row.onset_unit)
    return _("about %(onset)s") % {"onset": text} if text and row.onset_precision == OnsetPrecision.ABOUT else text


def yes_or_no(answer: bool | None) -> str:
    """The answer in a word, "" for none."""
    return {True: _("yes"), False: _("no"), None: ""}[answer]


def _exposure(row: Reaction) -> Iterator[Fact]:
    yield Fact(label=_("Exposure on"), text=row.started_text)
    yield Fact(label=_("Onset after the start"), text=onset_text(row))
    yield Fact(label=_("Exposure number"), text=_number(row.exposure_number))
    seldom = {
        _("During"): "" if row.occasion == Occasion.INFUSION else row.get_occasion_display(),
        _("At step"): _step(row),
        _("Cycle"): _number(row.cycle_number),
        _("Infusion"): _number(row.infusion_number),
        _("Dose reached"): _figure(row.dose_reached, row.dose_unit),
        _("Planned dose"): _figure(row.planned_dose, row.dose_unit),
        _("Rate reached"): _figure(row.rate_reached, row.rate_reached_unit),
        _("Folinic acid given that day"): yes_or_no(row.folinic_acid),
    }
    yield from (Fact(label=label, text=text) for label, text in seldom.items() if text)
    if row.other_drugs:
        yield Fact(label=_("Other drugs given that day"), text=row.other_drugs, is_typed=True)


def _vitals(row: Reaction) -> Iterator[Fact]:
    yield Fact(label=_("Lowest SBP"), text=_figure(row.sbp_mmhg, "mmHg"))
    yield Fact(label=_("SBP before"), text=_figure(row.baseline_sbp_mmhg, "mmHg"))
    yield Fact(label=_("Lowest SpO2"), text=_figure(row.spo2_percent, "percent"))
    yield Fact(label=_("Heart rate"), text=_figure(row.heart_rate, "/min"))
    yield Fact(label=_("Heart rate before"), text=_figure(row.baseline_heart_rate, "/min"))
    yield Fact(label=_("Temperature"), text=_figure(row.temperature_c, "°C"))


def _course(row: Reaction) -> Iterator[Fact]:
    yield Fact(label=_("The administration"), text=row.get_administration_display())
    yield Fact(label=_("The patient"), text=row.get_care_display())
    yield Fact(label=_("Duration"), text=_figure(row.duration, row.duration_unit))
    yield Fact(label=_("Came back after it had gone (biphasic)"), text=yes_or_no(row.biphasic))
    if row.note:
        yield Fact(label=_("Note"), text=row.note, is_typed=True)


def _figure(value: Decimal | int | None, unit: str) -> str:
    return "" if value is None else str(Quantity.of(value, unit))


def _number(value: int | None) -> str:
    return "" if value is None else Quantity.of(value, "").number


def _step(row: Reaction) -> str:
    if row.step is None:
        return ""
    of_steps = {"step": _number(row.step), "steps": _number(row.protocol_steps)}
    return _("%(step)s of %(steps)s") % of_steps if row.protocol_steps else of_steps["step"]
