"""The nursing sheet: one schedule on paper, as screens.md draws it. Nothing is recomputed here."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from desens.pages.times import local_text
from desens.printing.render import render_pdf
from patients.selectors import Identity
from protocols.documents.fitting import sized
from protocols.documents.page_head import Head, head_context, printed_drug
from protocols.documents.sheet_head import State, size_text
from protocols.documents.sheet_rescue import glucagon_parts, rescue_words
from protocols.documents.sheet_rows import column_sizes, sheet_rows
from protocols.documents.sheet_setup import bag_lines, bags_size, conditions, premedication_lines
from protocols.documents.sheet_totals import origins, totals
from protocols.documents.sheet_unit import NOT_STATED, UnitOnSheet
from protocols.engine import Line, Premedication, Schedule
from protocols.rules.epinephrine import CannotCompute, EpinephrineDose
from protocols.rules.glucagon import Glucagon


@dataclass(frozen=True, kw_only=True)
class NursingSheet:
    """Everything the sheet says. `address` is what the QR opens; "" is printed as a blank or "not recorded".

    Times are aware; `verified_by` is "" before the second check; `signed_reasons` are findings, each with why it was
    signed; `ready` lies beside epinephrine; `observation` is how long after the last step; `short_hash` is of the
    canonical schedule with identity and version (traps.md 40).
    """

    identity: Identity
    state: State
    version_number: int
    short_hash: str
    address: str
    schedule: Schedule
    intended_on: date | None
    place: str
    premedication: tuple[Premedication, ...]
    filter_text: str
    line: Line | None
    fluids: str
    monitoring: str
    rescue: EpinephrineDose | CannotCompute
    stop_rules: tuple[str, ...]
    telephone: str
    prescribed_by: str
    prescribed_at: datetime
    template_title: str
    citation: str
    unit: UnitOnSheet = NOT_STATED
    glucagon: Glucagon | None = None
    verified_by: str = ""
    verified_at: datetime | None = None
    signed_reasons: tuple[str, ...] = ()
    tall_man: str = ""
    ready: tuple[str, ...] = ()
    observation: Quantity | None = None

    @property
    def head(self) -> Head:
        """What stands at the top of each page."""
        schedule = self.schedule
        return Head(
            identity=self.identity,
            state=self.state,
            version_number=self.version_number,
            short_hash=self.short_hash,
            address=self.address,
            drug=printed_drug(schedule.drug, self.tall_man),
            target=Quantity.of(schedule.target_dose, schedule.unit),
            size=size_text(schedule),
            intended_on=self.intended_on,
            place=self.place,
            unit=self.unit,
        )


def render(sheet: NursingSheet) -> bytes:
    """The sheet as PDF, the same bytes for the same sheet; CannotPrint where it cannot be printed faithfully."""
    return render_pdf(
        template="print/nursing_sheet.html",
        context=context(sheet),
        identifier=sheet.head.identifier,
        pictures=sheet.unit.pictures,
    )


def context(sheet: NursingSheet) -> dict[str, Any]:
    """What the templates of the sheet show: texts and quantities, no bare number."""
    title = _("Nursing sheet %(code)s") % {"code": sheet.identity.code}
    return head_context(sheet.head, title=title) | _setup(sheet) | _steps(sheet) | _end(sheet)


def _setup(sheet: NursingSheet) -> dict[str, Any]:
    bags = bag_lines(sheet.schedule)
    return {
        "stop_rules": [figures_kept(rule) for rule in sheet.stop_rules],
        "stop_size": sized(*sheet.stop_rules, long=440, longest=1200),
        "rescue": rescue_words(sheet.rescue),
        "glucagon": glucagon_parts(sheet.glucagon),
        "telephone": sheet.telephone,
        "telephone_size": sized(sheet.telephone, long=30, longest=90),
        "emergency_telephone": sheet.unit.emergency_telephone,
        "emergency_telephone_size": sized(sheet.unit.emergency_telephone, long=30, longest=90),
        "ready": sheet.ready,
        "observation": sheet.observation,
        "signed_reasons": [figures_kept(reason) for reason in sheet.signed_reasons],
        "premedication": premedication_lines(sheet.premedication),
        "bags": bags,
        "bags_size": bags_size(bags),
        "conditions": conditions(
            schedule=sheet.schedule,
            line=sheet.line,
            filter_text=sheet.filter_text,
            fluids=sheet.fluids,
            monitoring=sheet.monitoring,
        ),
    }


def _steps(sheet: NursingSheet) -> dict[str, Any]:
    unit = Quantity.of(0, sheet.schedule.unit).unit_text
    rows = sheet_rows(sheet.schedule, sheet.line, least_vtbi_ml=sheet.unit.least_vtbi_ml)
    return {"unit": unit, "rows": rows, "sizes": column_sizes(rows)}


def _end(sheet: NursingSheet) -> dict[str, Any]:
    return {
        "totals": totals(sheet.schedule),
        "prescribed_by": sheet.prescribed_by,
        "prescribed_at": local_text(sheet.prescribed_at, get_current_timezone()),
        "verified_by": sheet.verified_by,
        "verified_at": local_text(sheet.verified_at, get_current_timezone()) if sheet.verified_at else "",
        "origins": origins(
            template_title=sheet.template_title,
            citation=sheet.citation,
            engine_version=sheet.schedule.engine_version,
        ),
    }
