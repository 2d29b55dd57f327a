"""The figures of the picture in words, for its labels and for those who cannot see it."""

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from reactions.samples.figure.content import LIMIT, TWENTY_PERCENT, Content, Point, Threshold

MULTIPLIED = "\u00d7"


def bounded(figure: str, beyond: str) -> str:
    """The figure, or below or above it: a bare < is easily misread."""
    if beyond == "<":
        return _("below %(figure)s") % {"figure": figure}
    return _("above %(figure)s") % {"figure": figure} if beyond == ">" else figure


def point_text(point: Point) -> str:
    """A sample's value without its unit."""
    return bounded(Quantity.of(point.value, "").number, point.beyond)


def threshold_text(threshold: Threshold, unit: str) -> str:
    """What the level is, and at which figure."""
    figure = bounded(str(Quantity.of(threshold.value, unit)), threshold.beyond)
    if threshold.name == LIMIT:
        return _("laboratory's limit: %(figure)s") % {"figure": figure}
    rule = _("1.2 %(times)s baseline + 2") if threshold.name == TWENTY_PERCENT else _("1.685 %(times)s baseline")
    words = _("%(rule)s, which decides: %(figure)s") if threshold.decides else _("%(rule)s: %(figure)s")
    return words % {"rule": rule % {"times": MULTIPLIED}, "figure": figure}


def described(content: Content) -> str:
    """What the picture shows, in words."""
    points = "; ".join(
        _("%(when)s %(timing)s %(figure)s")
        % {
            "when": point.text,
            "timing": _("acute") if point.acute else _("baseline"),
            "figure": bounded(str(Quantity.of(point.value, content.unit)), point.beyond),
        }
        for point in content.points
    )
    levels = "; ".join(threshold_text(each, content.unit) for each in content.thresholds)
    words = _("Tryptase over time: %(points)s. %(levels)s.") if levels else _("Tryptase over time: %(points)s.")
    return words % {"points": points, "levels": levels}
