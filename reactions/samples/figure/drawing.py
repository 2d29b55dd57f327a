"""Drawing samples with matplotlib, which this module alone loads. The same content gives the same bytes.

Told apart without colour: acute samples are filled triangles, baselines open circles; the threshold that decides is
a thick line, the other a broken one, the laboratory's limit dotted.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from matplotlib import rc_context
from matplotlib.axes import Axes

from desens.figures.paper import ACCENT, FAINT, INK, PATCH, SETTINGS, SOFT, new_figure, svg_of
from reactions.samples.figure.content import LIMIT, Content, Threshold
from reactions.samples.figure.said import point_text, threshold_text
from reactions.samples.figure.scales import GRID, ValueAxis, slot, value_axis

ACUTE: dict[str, Any] = {"marker": "^", "markersize": 10, "color": ACCENT, "linestyle": "none", "zorder": 5}
BASELINE: dict[str, Any] = {
    "marker": "o", "markersize": 9, "color": INK, "markerfacecolor": "white", "linestyle": "none", "zorder": 5,
}  # fmt: skip
DECIDES: dict[str, Any] = {"color": INK, "linestyle": "-", "linewidth": 2, "zorder": 3}
OTHER: dict[str, Any] = {"color": INK, "linestyle": "--", "linewidth": 1, "zorder": 2}
LIMITED: dict[str, Any] = {"color": SOFT, "linestyle": ":", "linewidth": 2, "zorder": 2}


@dataclass(frozen=True, kw_only=True)
class Size:
    """Inches of 72 points, the font in points, columns of the legend, whether the days stand upright."""

    width: int
    height: int
    font: int
    columns: int
    upright: bool


SIZES = {
    "wide": Size(width=10, height=5, font=10, columns=3, upright=False),
    "narrow": Size(width=4, height=6, font=9, columns=1, upright=True),
}


@lru_cache(maxsize=128)
def draw(content: Content, size: str, language: str) -> bytes:
    """The picture as SVG, in `language`, which is the active one; kept by all three."""
    fits = SIZES[size]
    axis = value_axis(content.values)
    with rc_context({**SETTINGS, "font.size": fits.font}):
        figure = new_figure(width=fits.width, height=fits.height)
        axes = figure.subplots()
        _axes(axes, content, axis, fits)
        for threshold in content.thresholds:
            label = threshold_text(threshold, content.unit)
            axes.axhline(axis.place(threshold.value), label=label, **_line(threshold))
        _points(axes, content, axis)
        handles, labels = axes.get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside upper left", ncols=fits.columns, frameon=False)
        return svg_of(figure)


def _axes(axes: Axes, content: Content, axis: ValueAxis, fits: Size) -> None:
    axes.set_xlim(0, GRID)
    axes.set_ylim(0, GRID)
    axes.set_yticks([axis.place(value) for value, _text in axis.marks], [text for _value, text in axis.marks])
    places = [slot(number, len(content.points)) for number in range(len(content.points))]
    days = [point.text.replace(" ", "\n", 1) for point in content.points]
    axes.set_xticks(places, [day.replace("\n", " ") for day in days] if fits.upright else days)
    if fits.upright:
        axes.tick_params(axis="x", labelrotation=90)
    axes.set_ylabel(_("tryptase, %(unit)s (log scale)") % {"unit": content.unit})
    axes.set_xlabel(_("when taken, in order; distances are not to scale"))
    axes.grid(axis="y", color=FAINT, linewidth=1, zorder=0)


def _points(axes: Axes, content: Content, axis: ValueAxis) -> None:
    named: set[bool] = set()
    for number, point in enumerate(content.points):
        place = slot(number, len(content.points)), axis.place(point.value)
        label = "" if point.acute in named else _("acute") if point.acute else _("baseline")
        named.add(point.acute)
        axes.plot([place[0]], [place[1]], label=label, **(ACUTE if point.acute else BASELINE))
        axes.annotate(
            point_text(point), place, (0, 8), textcoords="offset points", ha="center", va="bottom", bbox=PATCH, zorder=6
        )


def _line(threshold: Threshold) -> dict[str, Any]:
    if threshold.name == LIMIT:
        return LIMITED
    return DECIDES if threshold.decides else OTHER
