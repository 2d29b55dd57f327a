"""All that the picture of samples shows, as values, and the text they travel as inside its address."""

from dataclasses import dataclass
from fractions import Fraction

from django.core import signing

from desens.numbers.write import exact_text, read_exact

#: A request line of gunicorn ends at 4,094 bytes.
LONGEST_TOKEN = 3_500
#: The last taken are drawn; the table beside the picture holds all.
MOST_POINTS = 10
TWENTY_PERCENT, RATIO, LIMIT = "twenty-percent", "ratio", "limit"
_SIGNER = signing.Signer(salt="reactions.samples.figure")


@dataclass(frozen=True, kw_only=True)
class Point:
    """One sample: `text` says when, `beyond` that the value is a bound only ("<" or ">")."""

    text: str
    value: Fraction
    beyond: str
    acute: bool


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """A level across the picture; `name` is TWENTY_PERCENT, RATIO or LIMIT; `decides`: the unit's rule goes by it."""

    name: str
    value: Fraction
    beyond: str = ""
    decides: bool = False


@dataclass(frozen=True, kw_only=True)
class Content:
    """Samples in the order of time, and the levels that they are judged by, all in `unit`."""

    unit: str
    points: tuple[Point, ...]
    thresholds: tuple[Threshold, ...]

    @property
    def values(self) -> list[Fraction]:
        """Every figure in it."""
        return [point.value for point in self.points] + [each.value for each in self.thresholds]


def token_of(content: Content) -> str | None:
    """The content as signed text for an address, which names no patient; None where it is too long."""
    stored = [
        content.unit,
        [[point.text, exact_text(point.value), point.beyond, point.acute] for point in content.points],
        [[each.name, exact_text(each.value), each.beyond, each.decides] for each in content.thresholds],
    ]
    token = _SIGNER.sign_object(stored, compress=True)
    return token if len(token) <= LONGEST_TOKEN else None


def content_from(token: str) -> Content:
    """The inverse of `token_of`; django.core.signing.BadSignature for a text that is none of ours."""
    unit, points, thresholds = _SIGNER.unsign_object(token)
    return Content(
        unit=unit,
        points=tuple(
            Point(text=text, value=read_exact(value), beyond=beyond, acute=acute)
            for text, value, beyond, acute in points
        ),
        thresholds=tuple(
            Threshold(name=name, value=read_exact(value), beyond=beyond, decides=decides)
            for name, value, beyond, decides in thresholds
        ),
    )
