"""An answer as text on standard output: json (contracts.md 4), table and text for people, csv for spreadsheets."""

import csv
import io
import json

from desens.numbers.spreadsheet import safe_row
from reactions.assess.contract import to_contract
from reactions.assess.rows import HEAD, Row, rows_of
from reactions.assess.verdicts import Answer

#: Where there is no answer.
_NOTHING = "-"


def write_answer(answer: Answer, output: str) -> str:
    """The answer in one of the four formats, ending in a newline."""
    if output == "json":
        return json.dumps(to_contract(answer), indent=1) + "\n"
    rows = rows_of(answer)
    if output == "csv":
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(safe_row(row) for row in [HEAD, *rows])
        return text.getvalue()
    if output == "table":
        width = max(len(question) for question, *_ in rows)
        return "".join(f"{question.ljust(width)}  {found or _NOTHING}\n" for question, found, *_ in rows)
    return "".join(f"{line}\n" for row in rows for line in _lines(row))


def _lines(row: Row) -> list[str]:
    question, found, reasons, cannot, source = row
    lines = [f"{question}: {found or _NOTHING}" + (f" ({source})" if source and found else "")]
    lines += [f"  because: {reasons}"] if reasons else []
    return lines + ([f"  cannot be computed: {cannot}"] if cannot else [])
