"""A picture of samples to test with: an acute value, a bound, a baseline, and all three levels."""

from fractions import Fraction

from reactions.samples.figure.content import Content, Point, Threshold

THRESHOLDS = (
    Threshold(name="twenty-percent", value=Fraction("5.84"), decides=True),
    Threshold(name="ratio", value=Fraction("5.392")),
    Threshold(name="limit", value=Fraction("11.4")),
)
POINTS = (
    Point(text="2026-10-02 11:05", value=Fraction("44.7"), beyond="", acute=True),
    Point(text="2026-10-02 15:05", value=Fraction(20), beyond=">", acute=True),
    Point(text="2026-10-12", value=Fraction("3.2"), beyond="", acute=False),
    Point(text="2026-11-12", value=Fraction(1), beyond="<", acute=False),
)
CONTENT = Content(unit="ng/mL", points=POINTS, thresholds=THRESHOLDS)
