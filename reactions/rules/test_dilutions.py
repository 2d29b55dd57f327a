"""How each skin-test strength is made of the stock: volumes that a 1 mL syringe measures, in series where needed.

Implementation choice (no source prints one): what is drawn is a whole number of 0.01 mL and at least 0.1 mL, a tube
holds at most 10 mL, and a strength is made of the nearest tube that is at least twice as strong, else of the stock, so
that no step is larger than it need be. Where one step cannot be measured, a tube of a tenth of it stands between.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

LEAST_ML = Fraction(1, 10)
GRADUATION_ML = Fraction(1, 100)
MOST_ML = Fraction(10)
#: What must be left of each tube: pricks and intradermal injections of 0.02 to 0.05 mL (Brockow 2002), drawn up anew.
NEEDED_ML = Fraction(1, 2)
MOST_STEPS = 12
HANDY_ML = (Fraction(1), Fraction(2), Fraction(5), Fraction(10))


class CannotMeasureError(ValueError):
    """`concentration` cannot be made of the stock with volumes that a syringe measures, or is above the stock."""

    def __init__(self, concentration: Fraction) -> None:
        super().__init__(str(concentration))
        self.concentration = concentration


@dataclass(frozen=True, kw_only=True)
class Tube:
    """One tube: `draw_ml` of `source` and `diluent_ml` give `volume_ml` of `concentration`.

    Concentrations are in the stock's unit. `tested` is False for a tube that only stands between two strengths.
    """

    concentration: Fraction
    source: Fraction
    draw_ml: Fraction
    diluent_ml: Fraction
    tested: bool = True

    @property
    def volume_ml(self) -> Fraction:
        """What the tube holds."""
        return self.draw_ml + self.diluent_ml


@dataclass(frozen=True, kw_only=True)
class Dilutions:
    """The tubes from strong to weak, in the order in which they are made; strengths equal to the stock need none."""

    stock: Fraction
    tubes: tuple[Tube, ...]
    undiluted: bool

    @property
    def stock_ml(self) -> Fraction:
        """How much of the stock is drawn, with what is tested of it undiluted."""
        drawn = sum((tube.draw_ml for tube in self.tubes if tube.source == self.stock), Fraction(0))
        return drawn + (NEEDED_ML if self.undiluted else 0)


def dilutions(*, stock: Fraction, concentrations: Iterable[Fraction]) -> Dilutions:
    """How to make each of `concentrations` (above 0, in the stock's unit); CannotMeasureError names one that fails."""
    asked = sorted(set(concentrations), reverse=True)
    if asked and asked[0] > stock:
        raise CannotMeasureError(asked[0])
    chain = list(_chain(stock, [value for value in asked if value < stock]))
    return Dilutions(stock=stock, tubes=_enough(chain), undiluted=stock in asked)


def _chain(stock: Fraction, asked: list[Fraction]) -> Iterator[Tube]:
    """Each strength of its source, with tubes between where one step cannot be measured."""
    at_hand = [stock]
    for concentration in asked:
        for _step in range(MOST_STEPS):
            source = next((made for made in reversed(at_hand) if made >= 2 * concentration), stock)
            tube = _tube(concentration, source, least_ml=NEEDED_ML)
            if tube is not None:
                break
            between = source / 10
            at_hand.append(between)
            yield Tube(concentration=between, source=source, draw_ml=LEAST_ML, diluent_ml=9 * LEAST_ML, tested=False)
        else:
            raise CannotMeasureError(concentration)
        yield tube
        at_hand.append(concentration)


def _enough(chain: list[Tube]) -> tuple[Tube, ...]:
    """The same tubes, each large enough for what is drawn from it: reckoned from the last made."""
    made: list[Tube] = []
    drawn: dict[Fraction, Fraction] = {}
    for tube in reversed(chain):
        own = NEEDED_ML if tube.tested else Fraction(0)
        larger = _tube(tube.concentration, tube.source, least_ml=own + drawn.get(tube.concentration, Fraction(0)))
        if larger is None:
            raise CannotMeasureError(tube.concentration)
        made.append(replace(larger, tested=tube.tested))
        drawn[tube.source] = drawn.get(tube.source, Fraction(0)) + larger.draw_ml
    return tuple(reversed(made))


def _tube(concentration: Fraction, source: Fraction, *, least_ml: Fraction) -> Tube | None:
    """The smallest tube of a handy volume that can be measured, else of any volume; None where there is none."""
    ratio = concentration / source
    for volume in (*HANDY_ML, *_any_volume()):
        draw = volume * ratio
        if least_ml <= volume and _measurable(draw) and _measurable(volume - draw):
            return Tube(concentration=concentration, source=source, draw_ml=draw, diluent_ml=volume - draw)
    return None


def _any_volume() -> Iterator[Fraction]:
    return (GRADUATION_ML * count for count in range(1, int(MOST_ML / GRADUATION_ML) + 1))


def _measurable(volume_ml: Fraction) -> bool:
    return volume_ml >= LEAST_ML and (volume_ml / GRADUATION_ML).denominator == 1
