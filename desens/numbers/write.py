"""The one formatter. Every page, PDF and export writes its figures here (safety.md 2).

Rounding for display is half-up, happens last, and never hides a digit that matters: at least
four significant digits, at least one decimal, no trailing zeros, always a leading zero.
"""

from decimal import Decimal
from fractions import Fraction

THIN_NO_BREAK_SPACE = "\u202f"
Exact = Fraction | Decimal | int


def number_text(value: Exact, *, significant: int = 4) -> str:
    """A figure for people: 0.003, 11.91, 1\u202f107.2, 1\u202f200."""
    exact = Fraction(value)
    places = max(1, significant - _magnitude(exact))
    return _grouped(_trimmed(_half_up(exact, places)))


def setting_text(value: Exact) -> str:
    """A figure that somebody sets on a pump, in full to 0.001: 123.46; one that goes on for ever as `number_text`."""
    exact = Fraction(value)
    settable = (exact * 1000).denominator == 1
    return _grouped(_trimmed(_half_up(exact, 3))) if settable else number_text(exact)


def shown_in_full(value: Exact) -> bool:
    """Whether `number_text` shows every digit."""
    return number_text(value).replace(THIN_NO_BREAK_SPACE, "") == plain_text(value)


def plain_text(value: Exact, *, significant: int = 12) -> str:
    """A figure for programs: an exact decimal, or 12 significant digits where it does not terminate."""
    exact = Fraction(value)
    terminating = _terminating(exact)
    if terminating is not None:
        return terminating
    return _trimmed(_half_up(exact, max(0, significant - _magnitude(exact))))


def exact_text(value: Exact) -> str:
    """A figure for storage, lossless: a decimal where it terminates, else `numerator/denominator`."""
    exact = Fraction(value)
    return _terminating(exact) or f"{exact.numerator}/{exact.denominator}"


def read_exact(text: str) -> Fraction:
    """The inverse of `exact_text`."""
    return Fraction(text)


def _magnitude(value: Fraction) -> int:
    """How many digits stand before the decimal mark; 0 for 0.5, -2 for 0.003."""
    if value == 0:
        return 1
    size = abs(value)
    digits = len(str(size.numerator)) - len(str(size.denominator))
    while size >= Fraction(10) ** digits:
        digits += 1
    while size < Fraction(10) ** (digits - 1):
        digits -= 1
    return digits


def _half_up(value: Fraction, places: int) -> str:
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(places + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _grouped(text: str) -> str:
    whole, mark, decimals = text.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + f"{int(digits):,}".replace(",", THIN_NO_BREAK_SPACE) + mark + decimals


def _terminating(value: Fraction) -> str | None:
    rest, places = value.denominator, 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest //= prime
            count += 1
        places = max(places, count)
    return _trimmed(_half_up(value, places)) if rest == 1 else None
