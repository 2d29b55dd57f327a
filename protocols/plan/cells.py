"""One cell of the plan: a figure, or why it is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.parse import NumberError, parse_number
from desens.numbers.write import setting_text, shown_in_full

#: The greatest figure of a cell; what a pump, a bag or a drug allows is found by the engine.
MOST = {"rate": Fraction(10_000), "minutes": Fraction(100_000), "volume": Fraction(3_000)}
THIN = "\u202f"


@dataclass(frozen=True, kw_only=True)
class CellError:
    """What is wrong in a cell, such as `step-3-rate`; wording.py makes the sentence of `code`."""

    cell: str
    code: str
    values: tuple[tuple[str, str], ...] = ()


class CellRefusedError(ValueError):
    """A cell cannot be read."""

    def __init__(self, error: CellError) -> None:
        super().__init__(error.code)
        self.error = error


def read_figure(cell: str, text: str, *, known: Mapping[str, Fraction], optional: bool = False) -> Fraction | None:
    """The figure of a cell above 0, None where it is `optional` and empty; CellRefusedError says what is wrong.

    A text of `known` is that figure, exactly. Others must be shown in full on screen and paper.
    """
    typed = text.strip()
    if typed in known:
        return known[typed]
    try:
        value = Fraction(parse_number(typed))
    except NumberError as error:
        if optional and error.code == "missing":
            return None
        raise _refused(cell, error.code, **error.values) from None
    _check(cell, typed, value)
    return value


def _check(cell: str, typed: str, value: Fraction) -> None:
    name = cell.rpartition("-")[2]
    most = MOST.get(name)
    if value == 0:
        raise _refused(cell, "zero")
    if most is not None and value > most:
        raise _refused(cell, "too_large", bound=setting_text(most))
    in_full = (value * 1000).denominator == 1 if name == "rate" else shown_in_full(value)
    if not in_full:
        raise _refused(cell, "too_fine", typed=typed)


def _refused(cell: str, code: str, **values: str) -> CellRefusedError:
    return CellRefusedError(CellError(cell=cell, code=code, values=tuple(values.items())))
