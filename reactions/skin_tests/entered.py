"""What a person entered of skin tests, already checked: the services' arguments."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from reactions.models import Reaction
from reactions.skin_test_rows import SkinTest, SkinTestReading


@dataclass(frozen=True, kw_only=True)
class NewTest:
    """One strength of one drug (reactions.skin_test_rows.SkinTest)."""

    drug: str
    kind: str
    concentration: Decimal
    unit: str
    stock: Decimal | None
    stock_unit: str
    limit: Decimal | None
    source: str
    mark: str


@dataclass(frozen=True, kw_only=True)
class NewSession:
    """A session as planned, its tests in the order of the sheet."""

    reaction: Reaction | None
    tested_on: date
    negative_control: str
    own_controls: bool
    note: str
    tests: tuple[NewTest, ...]


class Measured(Protocol):
    """What was measured of one test at 15 to 20 min, stored or just typed; diameters in mm, None: not recorded."""

    @property
    def wheal_longest(self) -> Decimal | None: ...
    @property
    def wheal_across(self) -> Decimal | None: ...
    @property
    def initial_longest(self) -> Decimal | None: ...
    @property
    def initial_across(self) -> Decimal | None: ...
    @property
    def control_longest(self) -> Decimal | None: ...
    @property
    def control_across(self) -> Decimal | None: ...
    @property
    def erythema_mm(self) -> Decimal | None: ...


@dataclass(frozen=True, kw_only=True)
class NewReading:
    """What one test showed; diameters in mm, None: not recorded."""

    test: SkinTest
    wheal_longest: Decimal | None = None
    wheal_across: Decimal | None = None
    initial_longest: Decimal | None = None
    initial_across: Decimal | None = None
    control_longest: Decimal | None = None
    control_across: Decimal | None = None
    erythema_mm: Decimal | None = None
    infiltrated: bool | None = None


@dataclass(frozen=True, kw_only=True)
class NewRound:
    """One reading of the skin with the controls of the series."""

    read_after: str
    histamine_longest: Decimal | None
    histamine_across: Decimal | None
    negative_longest: Decimal | None
    negative_across: Decimal | None
    note: str
    readings: tuple[NewReading, ...]


@dataclass(frozen=True, kw_only=True)
class NewOpinion:
    """How the allergist reads one test; `reading` None: a result that is known without measurements."""

    test: SkinTest
    reading: SkinTestReading | None
    result: str
    computed: str
    reason: str
