"""How pictures look, and a drawn one as bytes: the same figure gives the same bytes (traps.md 33)."""

from io import StringIO
from typing import Any

from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from desens.figures.svg import clean

INK, ACCENT, SOFT, FAINT = "#15212b", "#0d5f73", "#75868f", "#d6dee2"
PATCH = {"facecolor": "white", "edgecolor": "none", "pad": 1}
#: For matplotlib.rc_context round all drawing.
SETTINGS: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "desens",
    "font.family": "DejaVu Sans",
    "axes.edgecolor": SOFT,
    "axes.labelcolor": INK,
    "hatch.linewidth": "0.5",
}
_NOTHING_TOLD = {"Date": None, "Creator": None, "Format": None, "Type": None}


def new_figure(*, width: int, height: int) -> Figure:
    """An empty picture of so many inches of 72 points."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasSVG(figure)
    return figure


def svg_of(figure: Figure) -> bytes:
    """The picture as SVG with presentation attributes only; called within SETTINGS."""
    written = StringIO()
    figure.savefig(written, format="svg", metadata=_NOTHING_TOLD)
    return clean(written.getvalue()).encode()
