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
#: The row whose reasons stand in the table as well.
_WITH_REASONS = "proposal"


def write_answer(answer: Answer, output: str) -> str:
    """The answer in one of the four formats, ending in a newline."""
    if output == "json":
        return json.dumps(to_contract(answer), indent=1) + "\n"
    rows = rows_of(answer)
    if output == "csv":
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(
            safe_row(cells) for cells in [HEAD, *(row.cells for row in rows)]
        )
        return text.getvalue()
    if output == "table":
        width = max(len(row.question) for row in rows)
        return "".join(f"{line}\n" for row in rows for line in _in_table(row, width))
    return "".join(f"{line}\n" for row in rows for line in _lines(row))


def _in_table(row: Row, width: int) -> list[str]:
    """The answer, the reasons of the way proposed, and of every part what must be known beside it."""
    reasons = row.because if row.question == _WITH_REASONS else ()
    beneath = [*reasons, *row.said, *(f"cannot be computed: {said}" for said in row.cannot)]
    indent = " " * (width + 4)
    return [f"{row.question.ljust(width)}  {row.answer or _NOTHING}", *(f"{indent}{said}" for said in beneath)]


def _lines(row: Row) -> list[str]:
    source = f" ({row.source})" if row.source and row.answer else ""
    lines = [f"{row.question}: {row.answer or _NOTHING}{source}"]
    lines += [f"  because: {'; '.join(row.because)}"] if row.because else []
    lines += [f"  {said}" for said in row.said]
    return lines + ([f"  cannot be computed: {'; '.join(row.cannot)}"] if row.cannot else [])
