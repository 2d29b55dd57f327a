"""From the rows of skin tests to what the rules take. What was not recorded stays None: absent is not negative."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from patients.background.shown import Medicines, ShownMedicine
from patients.background_choices import Intake
from reactions.rules.skin_test_input import Delayed, Kind, Reading, Washout, Wheal
from reactions.skin_test_choices import SkinTestKind
from reactions.skin_test_rows import SkinTest
from reactions.skin_tests.entered import Measured

KINDS: dict[str, Kind] = {SkinTestKind.PRICK.value: "prick", SkinTestKind.INTRADERMAL.value: "intradermal"}
#: What the reviewed list says of medicines that change no skin test, or that no source speaks of.
WITHOUT_EFFECT = frozenset({"continue", "no-effect", "not-stated"})


def wheal(longest: Decimal | None, across: Decimal | None) -> Wheal | None:
    """Two diameters; where one alone was measured it stands for both. None: not recorded."""
    if longest is None:
        return None
    return Wheal(longest_mm=Fraction(longest), perpendicular_mm=Fraction(longest if across is None else across))


def reading_of(test: SkinTest, now: Measured | None, later: Iterable[tuple[str, bool]] = ()) -> Reading:
    """One test as the rules take it: `now` at 15 to 20 min, `later` the hours and whether it was infiltrated then."""
    return Reading(
        kind=KINDS[test.kind],
        wheal=_wheal_of(now, "wheal"),
        erythema_mm=None if now is None or now.erythema_mm is None else Fraction(now.erythema_mm),
        initial=_wheal_of(now, "initial"),
        control=_wheal_of(now, "control"),
        delayed=tuple(Delayed(hours=Fraction(after), infiltrated=found) for after, found in later),
        concentration=Fraction(test.concentration),
        unit=test.unit,
    )


def _wheal_of(now: Measured | None, name: str) -> Wheal | None:
    return None if now is None else wheal(getattr(now, f"{name}_longest"), getattr(now, f"{name}_across"))


def washouts_of(medicines: Medicines, *, on: date) -> tuple[Washout, ...] | None:
    """The medicines that bear on tests on a day; None where nobody asked."""
    if medicines.not_recorded:
        return None
    bearing = [shown for shown in medicines.kept.standing if shown.rule.effect not in WITHOUT_EFFECT]
    return tuple(_washout(shown, on) for shown in bearing)


def _washout(shown: ShownMedicine, on: date) -> Washout:
    row, days = shown.row, shown.rule.days
    since = Fraction(0) if row.intake == Intake.ONGOING else None
    if row.last_intake_on is not None:
        since = Fraction(max((on - row.last_intake_on).days, 0))
    return Washout(
        medicine=row.name,
        days_since=since,
        least_days=min(days, default=None),
        recommended_days=max(days, default=None),
        suppresses=shown.rule.effect == "unknown-length",
    )
