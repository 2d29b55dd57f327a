"""What a person entered of a procedure, already checked: the services' arguments. None and "" are "not recorded"."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from protocols.models import Version


@dataclass(frozen=True, kw_only=True)
class Entered:
    """A group of values that becomes one row."""

    def columns(self) -> dict[str, Any]:
        """The values by the row's fields."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class NewParticulars(Entered):
    """When, where and what was given (procedures.procedure_rows.Particulars)."""

    day: date
    day_precision: str = "day"
    started_at: datetime | None = None
    place: str = ""
    staff: str = ""
    cycle_number: int | None = None
    steps: int | None = None
    bags: int | None = None
    protocol_note: str = ""
    planned_dose: Decimal | None = None
    planned_dose_unit: str = ""
    none_premedicated: bool | None = None
    note: str = ""
    reasons: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class NewEnding(Entered):
    """How it ended (procedures.procedure_rows.Ending)."""

    outcome: str
    last_step: int | None = None
    stopped_by: str = ""
    reason: str = ""
    delivered: Decimal | None = None
    delivered_unit: str = ""
    observed_minutes: int | None = None
    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class NewEvent(Entered):
    """What happened to the infusion; `at` None where the time is not recorded."""

    kind: str
    at: datetime | None = None
    step: int | None = None
    rate_ml_h: Decimal | None = None
    infused_ml: Decimal | None = None
    as_planned: bool = False


@dataclass(frozen=True, kw_only=True)
class NewVitals(Entered):
    """Vital signs of one moment."""

    at: datetime | None = None
    baseline: bool = False
    step: int | None = None
    systolic_mmhg: int | None = None
    diastolic_mmhg: int | None = None
    heart_rate: int | None = None
    spo2_percent: int | None = None
    temperature_c: Decimal | None = None
    seen: str = ""


@dataclass(frozen=True, kw_only=True)
class NewPremedication(Entered):
    """One premedication, given or not."""

    medicine: str
    at: datetime | None = None
    dose: Decimal | None = None
    dose_unit: str = ""
    route: str = ""
    given: bool = True
    why_not: str = ""


@dataclass(frozen=True, kw_only=True)
class NewProcedure:
    """One procedure, whole. `culprit` is the drug's name; `version` the released version that was given, or None."""

    culprit: str
    particulars: NewParticulars
    version: Version | None = None
    premedications: tuple[NewPremedication, ...] = ()
    vitals: tuple[NewVitals, ...] = ()
    events: tuple[NewEvent, ...] = ()
    ending: NewEnding | None = None

    def in_full(self) -> dict[str, Any]:
        """All values as the audit keeps them."""
        return {
            "culprit": self.culprit,
            "version": f"{self.version.protocol.code}/{self.version.number}" if self.version else "",
            "particulars": self.particulars.columns(),
            "premedications": [one.columns() for one in self.premedications],
            "vitals": [one.columns() for one in self.vitals],
            "events": [one.columns() for one in self.events],
            "ending": self.ending.columns() if self.ending else None,
        }
