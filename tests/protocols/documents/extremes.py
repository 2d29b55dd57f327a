"""The longest that a document meets: names of 60 letters, 8 allergies, 20 steps in 5 bags, 40 doses, 29 days."""

from dataclasses import replace
from fractions import Fraction

from protocols.engine import (
    ENGINE_VERSION,
    DayDose,
    DaysSchedule,
    DrawnSolution,
    IntervalSchedule,
    IntervalStep,
    ScheduledDay,
)
from tests.protocols.documents.sheets import IDENTITY, allergy, steps_in_bags

#: Each of 60 letters: with accents, right to left, without a blank.
NAMES = {
    "accents": "Łukasz-Œyvind Ñandúvård Straße-Nguyễn Thị Ánh Đặng Žižková-Ğ",
    "Hebrew": "משה בן כהן לוי אברהם יצחק יעקב ראובן שמעון דן נפתלי גד אשר יו",
    "Arabic": "محمد عبد الرحمن بن أحمد الفارسي عبد الله خالد سليمان يوسف علي",
    "no blank": "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis",
}
LONG_DRUG = "ado-trastuzumab emtansine conjugate with hyaluronidase-zzxf (pegylated liposomal)"
SUBSTANCES = ("penicillin", "natural rubber latex", "iodinated contrast media", "oxaliplatin", "Hymenoptera venom")
ALLERGIES = tuple(allergy(f"{substance}, {n}") for n, substance in enumerate((*SUBSTANCES, *SUBSTANCES[:3]), start=1))
SAME = {"drug": "penicillin V", "route": "oral", "unit": "mg", "findings": (), "engine_version": ENGINE_VERSION}
TWENTY_STEPS = steps_in_bags(5, drug="oxaliplatin")


def identity(name: str):
    """A patient with that name and 8 allergies."""
    return replace(IDENTITY, shown_name=NAMES[name][:60], allergies=ALLERGIES, none_known_on=None)


def many_days(days: int = 29, times: tuple[str, ...] = ("morning", "evening")) -> DaysSchedule:
    """A dose that rises every day."""
    strength = Fraction(25, 2)
    doses = [
        tuple(DayDose(time=time, dose=n * strength, units=((n, strength),)) for time in times)
        for n in range(1, days + 1)
    ]
    return DaysSchedule(
        target_dose=days * strength,
        strengths=(strength,),
        open_ended=True,
        days=tuple(ScheduledDay(day=n, doses=of, total=sum(d.dose for d in of)) for n, of in enumerate(doses, start=1)),
        **SAME,
    )


def many_doses(doses: int = 40) -> IntervalSchedule:
    """Single doses every quarter of an hour, from five solutions."""
    steps = [
        IntervalStep(
            number=n,
            minute=15 * n - 15,
            solution=1 + (n - 1) // 8,
            volume_ml=Fraction(n, 4),
            dose=Fraction(n, 4),
            cumulative_dose=Fraction(n * (n + 1), 8),
        )
        for n in range(1, doses + 1)
    ]
    return IntervalSchedule(
        target_dose=steps[-1].cumulative_dose,
        total_minutes=steps[-1].minute,
        total_dose=steps[-1].cumulative_dose,
        solutions=tuple(
            DrawnSolution(number=n, volume_ml=None, concentration=Fraction(1), drawn_ml=Fraction(50))
            for n in range(1, 6)
        ),
        steps=tuple(steps),
        **SAME,
    )
