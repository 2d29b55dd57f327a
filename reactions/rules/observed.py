"""What was seen of one reaction, as the rules take it. Absent is not negative: None is "not recorded"."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class Observed:
    """One reaction, its worst vitals and what was done.

    `signs` are codes of `signs.SIGNS`; `onset_minutes` counts from the start of the drug; pressures are mmHg,
    `spo2_percent` and `body_surface_percent` 0 to 100; `treatment` are codes of `treatments.TREATMENTS`.
    """

    signs: frozenset[str] = frozenset()
    age_years: int | None = None
    exposure_number: int | None = None
    onset_minutes: Fraction | None = None
    sbp_mmhg: Fraction | None = None
    baseline_sbp_mmhg: Fraction | None = None
    spo2_percent: Fraction | None = None
    heart_rate: Fraction | None = None
    baseline_heart_rate: Fraction | None = None
    temperature_c: Fraction | None = None
    body_surface_percent: Fraction | None = None
    treatment: frozenset[str] | None = None
    interrupted: bool | None = None
    hospitalized: bool | None = None
    intensive_care: bool | None = None
    died: bool | None = None
