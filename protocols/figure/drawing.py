"""Drawing a content with matplotlib, which this module alone loads. The same content gives the same bytes."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from matplotlib import rc_context
from matplotlib.axes import Axes

from desens.figures.paper import ACCENT, FAINT, INK, PATCH, SETTINGS, SOFT, new_figure, svg_of
from desens.numbers.quantity import Quantity
from protocols.engine.delivery import Curve
from protocols.figure.content import Content
from protocols.figure.plotted import Points, cumulative_points, rate_points, silences
from protocols.figure.scales import GRID, DoseAxis, TimeAxis, dose_axis, time_axis

#: Told apart without colour: one broken and thin, the other solid and thick.
NOMINAL = {"color": INK, "linestyle": "--", "linewidth": 1, "zorder": 4}
DELIVERED = {"color": ACCENT, "linestyle": "-", "linewidth": 2, "zorder": 3}


@dataclass(frozen=True, kw_only=True)
class Size:
    """Inches of 72 points, the font in points, and what fits: marks of time, columns of the legend, words for bags.

    `apart` is the least distance of two bags' labels in parts of the axis; nearer ones go unlabelled.
    """

    width: int
    height: int
    font: int
    marks: int
    columns: int
    in_words: bool
    apart: int


SIZES = {
    "wide": Size(width=10, height=6, font=10, marks=10, columns=4, in_words=True, apart=GRID // 16),
    "narrow": Size(width=4, height=6, font=9, marks=4, columns=1, in_words=False, apart=GRID // 20),
}
MOST_DECADES = 8


@lru_cache(maxsize=128)
def draw(content: Content, size: str, language: str) -> bytes:
    """The picture as SVG, in `language`, which is the active one; kept by all three."""
    fits = SIZES[size]
    time = time_axis(content.minutes, most_marks=fits.marks)
    with rc_context({**SETTINGS, "font.size": fits.font}):
        figure = new_figure(width=fits.width, height=fits.height)
        above, below = figure.subplots(2, 1, sharex=True)
        _dose_rate(above, content, time)
        _cumulative(below, content, time)
        _bags((above, below), content, time, fits)
        handles, labels = above.get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside upper left", ncols=fits.columns, frameon=False)
        return svg_of(figure)


def _dose_rate(axes: Axes, content: Content, time: TimeAxis) -> None:
    rates = [piece.dose_per_min for curve in (content.nominal, content.delivered) for piece in curve.pieces]
    dose = dose_axis(rates, most_marks=MOST_DECADES)
    for curve, style in _curves(content):
        axes.plot(*_places(rate_points(curve, dose.floor), time, dose), **style)
    for number, (begins, ends) in enumerate(silences(content.delivered)):
        label = "" if number else _("nothing reaches the patient")
        axes.axvspan(time.place(begins), time.place(ends), hatch="////", fill=False, edgecolor=SOFT, label=label, lw=0)
    _dose_marks(axes, dose, _("dose rate, %(unit)s/min"), content)


def _cumulative(axes: Axes, content: Content, time: TimeAxis) -> None:
    ends = [piece.given_after for curve in (content.nominal, content.delivered) for piece in curve.pieces]
    dose = dose_axis([*ends, content.target], most_marks=MOST_DECADES)
    for curve, style in _curves(content):
        axes.plot(*_places(cumulative_points(curve, dose.floor), time, dose), **style)
    axes.axhline(dose.place(content.target), color=INK, linestyle=":", linewidth=1)
    target = _("target %(target)s") % {"target": Quantity.of(content.target, content.unit)}
    axes.annotate(target, (0, dose.place(content.target)), (3, -3), textcoords="offset points", va="top", bbox=PATCH)
    _dose_marks(axes, dose, _("cumulative dose, %(unit)s"), content)
    axes.set_xlim(0, GRID)
    axes.set_xticks([time.place(minute) for minute, _text in time.marks], [text for _minute, text in time.marks])
    axes.set_xlabel(_("time from the first start, h:min"))


def _curves(content: Content) -> list[tuple[Curve, dict[str, Any]]]:
    delivered = content.delivered, DELIVERED | {"label": _("delivered to the patient")}
    if content.nominal == content.delivered:
        return [(content.delivered, DELIVERED | {"label": _("delivered to the patient, as set at the pump")})]
    return [(content.nominal, NOMINAL | {"label": _("nominal: as set at the pump")}), delivered]


def _places(points: Points, time: TimeAxis, dose: DoseAxis) -> tuple[list[int], list[int]]:
    return [time.place(minute) for minute, _value in points], [dose.place(value) for _minute, value in points]


def _dose_marks(axes: Axes, dose: DoseAxis, label: str, content: Content) -> None:
    axes.set_ylim(0, GRID)
    axes.set_yticks([dose.place(value) for value, _text in dose.marks], [text for _value, text in dose.marks])
    axes.set_ylabel(label % {"unit": Quantity.of(0, content.unit).unit_text})
    axes.grid(axis="y", color=FAINT, linewidth=1, zorder=0)


def _bags(panels: tuple[Axes, Axes], content: Content, time: TimeAxis, fits: Size) -> None:
    texts = [(minute, _("bag %(number)s") % {"number": n} if fits.in_words else str(n)) for minute, n in content.bags]
    if content.flush_at is not None:
        texts.append((content.flush_at, _("flush")))
    free_from = 0
    for minute, text in texts:
        place = time.place(minute)
        for axes in panels:
            axes.axvline(place, color=SOFT, linestyle="-.", linewidth=1, label=_bag_label(minute))
        if place >= free_from:
            panels[0].annotate(text, (place, GRID), (2, 2), textcoords="offset points", va="bottom")
            free_from = place + fits.apart


def _bag_label(minute: Fraction) -> str:
    """For the legend, once."""
    return "" if minute else _("bag hung, with its number")
