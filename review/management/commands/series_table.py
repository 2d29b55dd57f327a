"""`manage.py series_table [--drug NAME]`: the department's case series as CSV (contracts.md 6)."""

import csv
from dataclasses import fields, replace
from typing import Any

from django.core.management import BaseCommand, CommandParser

from desens.numbers.spreadsheet import safe_cell
from review.series.table import SeriesRow, series


class Command(BaseCommand):
    """One course a row. Patients are named by their code."""

    help = "Print the department's case-series table as CSV, one patient and culprit drug a row."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--drug", default="", help="only this culprit drug, by any of its names")

    def handle(self, *args: Any, **options: Any) -> None:
        writer = csv.writer(self.stdout)
        writer.writerow(field.name for field in fields(SeriesRow))
        for row in series(drug=options["drug"]):
            writer.writerow(_safe(row).cells())


def _safe(row: SeriesRow) -> SeriesRow:
    """What people typed is never a formula; "+ID 10 mg/mL" is our own word and stays as series print it."""
    typed = ("diagnosis", "regimen", "culprit_drug")
    return replace(row, **{name: safe_cell(getattr(row, name)) for name in typed})
