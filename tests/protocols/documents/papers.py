"""One of each document, of the published case or a published oral protocol, without a database."""

from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

from desens.numbers.files import load_file
from desens.numbers.quantity import Quantity
from protocols.documents import bag_labels, dose_sheet, nursing_sheet, patient_calendar, preparation_sheet
from protocols.documents.bag_labels import BagLabels
from protocols.documents.dose_sheet import DoseSheet
from protocols.documents.downtime_papers import hand_form
from protocols.documents.label_sheets import SHEETS
from protocols.documents.page_head import Head
from protocols.documents.patient_calendar import PatientCalendar
from protocols.documents.preparation_sheet import PreparationSheet, StableFor
from protocols.documents.sheet_made import LotOnSheet, MadeOnSheet
from protocols.engine import Schedule, entry_schedules, read_entry
from protocols.engine.preparation import Plan, StockBag, StockProduct, Syringe, Workshop, plan_preparation
from protocols.oral.calendar import CalendarView, calendar_view
from protocols.orders import Orders
from protocols.preparation_presenting import plan_view
from tests.protocols.documents.sheets import CASE_SHEET, sheet

AT = datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Europe/Madrid"))
#: As long as they are: the code of it is as dense as on the ward.
ADDRESS = "https://desens.hospital.example/patients/k7m2q9xw4t/protocols/ktj76t52qh/12/"
ORDERS = Orders(
    intended_on=date(2026, 11, 24),
    place="day hospital",
    telephone="5 1234",
    filter_text="",
    fluids="",
    monitoring="",
    observation="",
    stop_rules=CASE_SHEET.stop_rules,
    premedication=CASE_SHEET.premedication,
    rescue=CASE_SHEET.rescue,
)


def head(**changes: object) -> Head:
    """The published case's head, with `changes` to it."""
    return Head(**(vars(CASE_SHEET.head) | {"address": ADDRESS} | changes))


def calendar(slug: str) -> CalendarView:
    """A published oral protocol, from 2026-11-24 on."""
    entry = read_entry(load_file(Path("protocols/library") / f"{slug}.yaml"), slug=slug)
    return calendar_view(entry_schedules(entry)[0], date(2026, 11, 24))


def bags_made(text: str = "B1234") -> MadeOnSheet:
    """A record of bags, with `text` wherever a person types it."""
    lots = tuple(
        LotOnSheet(part=part, product=text, lot=text, expires="2029-03") for part in ("drug", "diluent", "other")
    )
    said = {"prepared_by": text, "checked_by": text, "reason": text, "note": text, "remark": text}
    looked = {"looked": ("the label on each bag",), "unlooked": ("each bag clear",)}
    times = {"prepared_at": AT, "use_by": AT, "recorded_at": AT, "checked_at": AT}
    return MadeOnSheet(lots=lots, **said, **looked, **times)


def the_preparation_sheet(made: MadeOnSheet | None = None, **changes: object) -> bytes:
    """Prepared from 60 mg/mL in vials of 1,200 mg with common syringes; `made`: once it is recorded."""
    sizes = [(1, "0.01", "0.1"), (5, "0.2", 1), (20, 1, 4), (50, 1, 10)]
    syringes = tuple(
        Syringe(volume_ml=Fraction(size), graduation_ml=Fraction(mark), least_ml=Fraction(least))
        for size, mark, least in sizes
    )
    workshop = Workshop(syringes=syringes, bags=(StockBag(volume_ml=Fraction(250)),), volumes_kept=True)
    product = StockProduct(
        name="atezolizumab concentrate",
        strength=Fraction(60),
        diluents=("sodium chloride 0.9\u00a0%",),
        vial_amounts=(Fraction(1200),),
    )
    plan = plan_preparation(CASE_SHEET.schedule, product, workshop)
    assert isinstance(plan, Plan)
    return preparation_sheet_of(CASE_SHEET.schedule, plan, made, **changes)


def preparation_sheet_of(
    schedule: Schedule, plan: Plan | None, made: MadeOnSheet | None = None, **changes: object
) -> bytes:
    """The sheet of a plan, or of the bags alone, with `changes` to its head; `made`: once the bags are recorded."""
    stable = StableFor(hours=Quantity.of(24, "h"), condition="2 to 8\u00a0°C", source="label")
    prepared = PreparationSheet(
        head=head(**changes),
        schedule=schedule,
        plan=plan and plan_view(plan),
        findings=(),
        missing=() if plan else ("product",),
        stability=(stable,),
        made=made,
        **signed(),
    )
    return preparation_sheet.render(prepared)


def the_labels(on: str = "a4-8", **changes: object) -> bytes:
    """The four bags, made at 08:30, used by 20:30."""
    return labels_of(CASE_SHEET.schedule, on, **changes)


def labels_of(schedule: Schedule, on: str, first: int = 1, bags: tuple[int, ...] = (), **changes: object) -> bytes:
    """The labels of some bags, of all where none are named."""
    labels = BagLabels(
        head=head(**changes),
        schedule=schedule,
        bags=bags or tuple(bag.number for bag in schedule.solutions),
        prepared_at=AT,
        use_by=AT.replace(hour=20),
        sheet=SHEETS[on],
        first=first,
    )
    return bag_labels.render(labels)


def the_dose_sheet(slug: str, orders: Orders = ORDERS, **changes: object) -> bytes:
    """The nurse's sheet of a published oral protocol."""
    return dose_sheet_of(calendar(slug), orders=orders, **changes)


def dose_sheet_of(view: CalendarView, orders: Orders = ORDERS, **changes: object) -> bytes:
    """The nurse's sheet of any doses, with `changes` to its head."""
    doses = DoseSheet(
        head=_head_of(view, **changes),
        calendar=view,
        orders=orders,
        monitoring="HR, BP, SpO2 before every dose",
        rescue=CASE_SHEET.rescue,
        signed_reasons=(),
        **signed(),
    )
    return dose_sheet.render(doses)


def the_calendar(**changes: object) -> bytes:
    """The patient's calendar of alectinib."""
    return calendar_of(calendar("alectinib-case"), **changes)


def calendar_of(view: CalendarView, **changes: object) -> bytes:
    """The patient's calendar of any doses over days."""
    paper = PatientCalendar(head=_head_of(view, **changes), calendar=view, telephone="5 1234")
    return patient_calendar.render(paper)


def _head_of(view: CalendarView, **changes: object) -> Head:
    return head(**({"drug": view.drug.upper(), "target": view.target_text, "size": ""} | changes))


def signed() -> dict[str, object]:
    """Who signed, as every document ends with."""
    return {"prescribed_by": "Elena Ruiz", "prescribed_at": AT, "verified_by": "Jon Vega", "verified_at": AT}


def papers() -> dict[str, bytes]:
    """Every document by its name."""
    return {
        "nursing-sheet": nursing_sheet.render(sheet(address=ADDRESS)),
        "preparation-sheet": the_preparation_sheet(),
        "bag-labels": the_labels(),
        "dose-sheet": the_dose_sheet("penicillin-v-oral-14-dose"),
        "day-sheet": the_dose_sheet("alectinib-case"),
        "calendar": the_calendar(),
        "hand-form": hand_form(),
    }
