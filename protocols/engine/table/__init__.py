"""Checking a printed table: what in it cannot be right (contracts.md 3). Rules on paper: README.md beside."""

from protocols.engine.table.check import check
from protocols.engine.table.corrected import corrected
from protocols.engine.table.csv_reader import csv_data
from protocols.engine.table.reader import read_table
from protocols.engine.table.table import COLUMNS, Table, TableBag, TableRow
from protocols.engine.table.verdict import RULES, TableFinding, Verdict, explain, to_contract

__all__ = [
    "COLUMNS",
    "RULES",
    "Table",
    "TableBag",
    "TableFinding",
    "TableRow",
    "Verdict",
    "check",
    "corrected",
    "csv_data",
    "explain",
    "read_table",
    "to_contract",
]
