"""One reading of a skin test.

Source: Brockow 2002 (Allergy 57:45) and 2013 (Allergy 68:702), ENDA/EAACI: a prick is positive at a mean wheal 3 mm or
more above the negative control, with flare; an intradermal when its wheal grows by 3 mm or more over the bleb, with
flare (some centers: 5 mm; an argument). A negative control of 3 mm or more voids a positive prick, a histamine below
3 mm or none voids a negative. Readings chosen: without a bleb, an intradermal is compared with its own control; without
any negative control a prick is judged by its wheal, and that is said; without recorded erythema by its wheal as well;
a wheal whose erythema was recorded as 0 is not positive.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from desens.numbers.write import number_text
from reactions.rules.reasons import Reason, because
from reactions.rules.skin_test_input import Reading, SkinTests, Wheal

LEAST_MM = Fraction(3)
Result = Literal["positive", "negative", "invalid"]


@dataclass(frozen=True, kw_only=True)
class ReadingVerdict:
    """What one reading says; None where `cannot` says what is missing. `delayed` is of the readings after hours."""

    result: Result | None
    because: tuple[Reason, ...] = ()
    cautions: tuple[Reason, ...] = ()
    cannot: tuple[Reason, ...] = ()
    delayed: Literal["positive", "negative"] | None = None


def judge_reading(reading: Reading, session: SkinTests) -> ReadingVerdict:
    """The reading by the controls of its session."""
    delayed = _delayed(reading)
    if reading.wheal is None:
        return ReadingVerdict(result=None, cannot=(because("wheal-missing"),), delayed=delayed)
    compared = control_of(reading, session)
    least = LEAST_MM if reading.kind == "prick" else session.growth_mm
    grown = reading.wheal.mean_mm - (compared.mean_mm if compared else 0)
    if reading.kind == "intradermal" and compared is None and grown >= least:
        return ReadingVerdict(result=None, cannot=(because("bleb-and-control-missing"),), delayed=delayed)
    cautions = () if reading.erythema_mm is not None else (because("flare-not-recorded"),)
    said = _compared(reading, compared, grown)
    if grown >= least and reading.erythema_mm != 0:
        result, reasons, more = _positive(reading, compared)
        return ReadingVerdict(result=result, because=(said, *reasons), cautions=(*cautions, *more), delayed=delayed)
    if grown >= least:
        cautions = (*cautions, because("wheal-without-flare"))
    void = histamine_problem(session)
    counted: Result | None = None if void and session.histamine is None else "invalid" if void else "negative"
    return ReadingVerdict(
        result=counted,
        because=(said, *void) if counted else (said,),
        cautions=cautions,
        cannot=() if counted else void,
        delayed=delayed,
    )


def control_of(reading: Reading, session: SkinTests) -> Wheal | None:
    """What the wheal is compared with: for an intradermal its bleb, or its own control."""
    if reading.kind == "intradermal":
        return reading.initial or reading.control
    return reading.control or session.negative


def reacting(control: Wheal | None) -> bool:
    """Whether a negative control is a wheal itself."""
    return control is not None and control.mean_mm >= LEAST_MM


def histamine_problem(session: SkinTests) -> tuple[Reason, ...]:
    """Why a negative does not count; empty where the histamine works."""
    if session.histamine is None:
        return (because("histamine-not-recorded"),)
    mean = session.histamine.mean_mm
    return () if mean >= LEAST_MM else (because("histamine-failed", wheal=number_text(mean)),)


def _positive(reading: Reading, compared: Wheal | None) -> tuple[Result, tuple[Reason, ...], tuple[Reason, ...]]:
    if reading.kind == "prick" and compared is None:
        return "positive", (), (because("negative-control-not-recorded"),)
    if reading.kind == "prick" and reacting(compared):
        return "invalid", (because("negative-control-reacts"),), ()
    return "positive", (), ()


def _compared(reading: Reading, compared: Wheal | None, grown: Fraction) -> Reason:
    if reading.wheal is None or compared is None:
        return because("wheal-alone", wheal=number_text(grown))
    over = "control" if reading.kind == "prick" else "bleb" if reading.initial else "own-control"
    if grown >= 0:
        return because(f"wheal-above-{over}", mm=number_text(grown))
    return because(f"wheal-below-{over}", mm=number_text(-grown))


def _delayed(reading: Reading) -> Literal["positive", "negative"] | None:
    if not reading.delayed:
        return None
    return "positive" if any(later.infiltrated for later in reading.delayed) else "negative"
