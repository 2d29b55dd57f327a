"""What the pump does with a step: the rate it can be set to, and the third of rate, minutes and volume."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.finding import Blocker, NothingToCompute
from protocols.engine.specification import Pump, Step
from protocols.engine.wording import rate_text


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One step as the pump runs it: volume = rate x minutes / 60."""

    rate_ml_h: Fraction
    minutes: Fraction
    volume_ml: Fraction


def rounded_rate(rate_ml_h: Fraction, pump: Pump | None) -> Fraction:
    """The rate in mL/h, rounded half up to the pump's resolution."""
    if pump is None:
        return rate_ml_h
    return (rate_ml_h / pump.rate_resolution_ml_h + Fraction(1, 2)) // 1 * pump.rate_resolution_ml_h


def settle(step: Step, *, number: int, volume_ml: Fraction | None, pump: Pump | None) -> Setting:
    """The step's setting; a stated volume stays and the minutes follow, without one the minutes stay.

    Raises NothingToCompute where the rate rounds to nothing and the volume would never pass.
    """
    match step.rate_ml_h, step.minutes, volume_ml:
        case Fraction() as rate, Fraction() as minutes, None:
            rate = rounded_rate(rate, pump)
            return Setting(rate_ml_h=rate, minutes=minutes, volume_ml=rate * minutes / 60)
        case Fraction() as rate, _, Fraction() as volume:
            rate = _settable(rate, number, pump)
            return Setting(rate_ml_h=rate, minutes=volume * 60 / rate, volume_ml=volume)
        case None, Fraction() as minutes, Fraction() as volume:
            rate = _settable(volume * 60 / minutes, number, pump)
            return Setting(rate_ml_h=rate, minutes=volume * 60 / rate, volume_ml=volume)
    raise ValueError(f"step {number} needs two of rate_ml_h, minutes and volume_ml")


def outside_pump(number: int, rate_ml_h: Fraction, pump: Pump) -> Blocker:
    """The finding `rate-outside-pump` for a step's rate."""
    values = {
        "step": str(number),
        "rate": rate_text(rate_ml_h),
        "least": rate_text(pump.min_rate_ml_h),
        "most": rate_text(pump.max_rate_ml_h),
        "resolution": rate_text(pump.rate_resolution_ml_h),
    }
    return Blocker(code="rate-outside-pump", where=f"step {number}", values=tuple(values.items()))


def _settable(rate_ml_h: Fraction, number: int, pump: Pump | None) -> Fraction:
    rounded = rounded_rate(rate_ml_h, pump)
    if pump is not None and rounded == 0:
        raise NothingToCompute((outside_pump(number, rate_ml_h, pump),))
    return rounded
