"""What a person entered of a reaction, already checked: the services' arguments."""

from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, kw_only=True)
class NewTreatment:
    """One drug that was given; the time is a moment or minutes after the onset, or neither."""

    code: str
    drug: str = ""
    dose: Decimal | None = None
    dose_unit: str = ""
    given_at: datetime | None = None
    minutes_after_onset: int | None = None


@dataclass(frozen=True, kw_only=True)
class NewDecision:
    """The grade a person decided on a scale, None for "no grade"; with a reason where it is not the proposal."""

    scale: str
    decided: int | None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class NewReaction:
    """Everything of one reaction (reactions.reaction_rows.Reaction); None and "" are "not recorded"."""

    culprit: str
    started_at: datetime
    started_precision: str
    excipient: str = ""
    other_drugs: str = ""
    folinic_acid: bool | None = None
    occasion: str = "infusion"
    exposure_number: int | None = None
    cycle_number: int | None = None
    infusion_number: int | None = None
    protocol_steps: int | None = None
    step: int | None = None
    onset: Decimal | None = None
    onset_unit: str = ""
    onset_precision: str = ""
    planned_dose: Decimal | None = None
    dose_reached: Decimal | None = None
    dose_unit: str = ""
    rate_reached: Decimal | None = None
    rate_reached_unit: str = ""
    sites: str = ""
    body_surface_percent: Decimal | None = None
    sbp_mmhg: int | None = None
    baseline_sbp_mmhg: int | None = None
    spo2_percent: int | None = None
    heart_rate: int | None = None
    baseline_heart_rate: int | None = None
    temperature_c: Decimal | None = None
    biphasic: bool | None = None
    duration: Decimal | None = None
    duration_unit: str = ""
    administration: str = ""
    care: str = ""
    untreated: bool | None = None
    note: str = ""
    signs: frozenset[str] = frozenset()
    treatments: tuple[NewTreatment, ...] = ()

    def columns(self) -> dict[str, Any]:
        """The values of the reaction's own row."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name not in PARTS}

    def in_full(self) -> dict[str, Any]:
        """All values, signs in order, as the audit keeps them."""
        parts = {"signs": sorted(self.signs), "treatments": [vars(given) for given in self.treatments]}
        return self.columns() | parts


PARTS = ("signs", "treatments")
