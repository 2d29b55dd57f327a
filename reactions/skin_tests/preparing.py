"""How the strengths of a session are prepared, from the rule to what is printed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from desens.numbers.quantity import Quantity
from reactions.models import SkinTest
from reactions.rules.test_dilutions import CannotMeasureError, Dilutions, Tube, dilutions
from reactions.skin_tests.strengths import in_unit


@dataclass(frozen=True, kw_only=True)
class TubeLine:
    """One tube in figures with their units; `between` marks one that is not tested itself."""

    strength: Quantity
    source: Quantity
    of_stock: bool
    draw: Quantity
    diluent: Quantity
    volume: Quantity
    between: bool


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """What is prepared of one drug; `why_not` where it cannot be reckoned, with `asked` to fill in by hand."""

    drug: str
    stock: Quantity | None
    asked: tuple[Quantity, ...]
    undiluted: tuple[Quantity, ...] = ()
    tubes: tuple[TubeLine, ...] = ()
    stock_needed: Quantity | None = None
    why_not: Literal["", "no stock", "units", "measure"] = ""


def dilutions_of(stock: Quantity | None, asked: Iterable[Fraction], *, unit: str) -> Dilutions | None:
    """The tubes in `unit`; None where the stock is not known or cannot be compared. CannotMeasureError."""
    compared = None if stock is None else in_unit(stock, unit)
    return None if compared is None else dilutions(stock=compared.value, concentrations=asked)


def preparation_of(tests: list[SkinTest]) -> Preparation:
    """How one drug's strengths are made; a stored strength that cannot be measured is said, not guessed."""
    stock, unit = tests[0].stock_strength, tests[0].unit
    asked = sorted({Fraction(test.concentration) for test in tests})
    empty = Preparation(drug=tests[0].drug, stock=stock, asked=tuple(Quantity(value=each, unit=unit) for each in asked))
    try:
        made = dilutions_of(stock, asked, unit=unit)
    except CannotMeasureError:
        return replace(empty, why_not="measure")
    if made is None:
        return replace(empty, why_not="units" if stock else "no stock")
    return replace(
        empty,
        undiluted=(Quantity(value=made.stock, unit=unit),) if made.undiluted else (),
        tubes=tuple(_line(tube, made, unit) for tube in made.tubes),
        stock_needed=Quantity(value=made.stock_ml, unit="mL"),
    )


def _line(tube: Tube, made: Dilutions, unit: str) -> TubeLine:
    return TubeLine(
        strength=Quantity(value=tube.concentration, unit=unit),
        source=Quantity(value=tube.source, unit=unit),
        of_stock=tube.source == made.stock,
        draw=Quantity(value=tube.draw_ml, unit="mL"),
        diluent=Quantity(value=tube.diluent_ml, unit="mL"),
        volume=Quantity(value=tube.volume_ml, unit="mL"),
        between=not tube.tested,
    )
