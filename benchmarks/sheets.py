"""Printing the nursing sheet against WeasyPrint alone on the same markup."""

from datetime import UTC, date, datetime

from django.template.loader import render_to_string
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.schedules import schedule
from benchmarks.timing import Figure, compare, wall_seconds
from desens.printing.drawing import drawn
from desens.printing.fetcher import SCHEME, TableFetcher
from desens.printing.text import check_text
from desens.unit.definitions.emergency import STOP_RULES
from desens.unit.definitions.schedules import MONITORING
from patients.selectors import Identity
from protocols.documents import nursing_sheet
from protocols.documents.nursing_sheet import NursingSheet
from protocols.engine import Line
from protocols.rules.epinephrine import CannotCompute


def figures(*, turns: int) -> list[Figure]:
    """From the stored values to the PDF, against the markup that they give to the PDF."""
    sheet = sheet_of_the_case()
    context = nursing_sheet.context(sheet) | {"language": "en"}
    html, fonts = render_to_string("print/nursing_sheet.html", context), FontConfiguration()

    def bare() -> object:
        return HTML(string=html, base_url=SCHEME, url_fetcher=TableFetcher()).write_pdf(font_config=fonts)

    def in_process() -> object:
        html = render_to_string("print/nursing_sheet.html", nursing_sheet.context(sheet) | {"language": "en"})
        check_text(html)
        return drawn(html, "benchmark", {})

    return [
        compare(
            what="a nursing sheet of 16 steps",
            ours=in_process,
            against="WeasyPrint on the same HTML",
            bare=bare,
            turns=turns,
        ),
        compare(
            what="the same in a worker of its own",
            ours=lambda: nursing_sheet.render(sheet),
            against="in this process",
            bare=in_process,
            turns=turns,
            clock=wall_seconds,
        ),
    ]


def sheet_of_the_case() -> NursingSheet:
    """The sheet of the published case, for a patient who does not exist."""
    return NursingSheet(
        identity=_nobody(),
        state="draft",
        version_number=1,
        short_hash="7f3a·91c2",
        address="https://desens.example/p/AAAA",
        schedule=schedule(),
        intended_on=date(2026, 11, 24),
        place="day hospital",
        premedication=(),
        filter_text="0.2 micrometre, in line",
        line=Line(dead_volume_ml=22, primed_with="diluent", per_solution=True, end_flush=False),
        fluids="",
        monitoring=str(MONITORING.default),
        rescue=CannotCompute(missing=("weight",)),
        stop_rules=tuple(map(str, STOP_RULES.default)),
        telephone="",
        prescribed_by="A. Allergist",
        prescribed_at=datetime(2026, 11, 20, 14, 5, tzinfo=UTC),
        template_title="16 steps, 4 bags",
        citation="",
    )


def _nobody() -> Identity:
    return Identity(
        code="AAAA",
        shown_name="NOBODY, Nemo",
        family_name="NOBODY",
        given_name="Nemo",
        birth_date=date(1962, 4, 3),
        age_years=64,
        sex="M",
        sex_text="male",
        hospital_number="123456",
        address="/p/AAAA",
        weight=None,
        height=None,
        allergies=(),
        none_known_on=None,
    )
