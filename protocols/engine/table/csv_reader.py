"""A table as CSV or pasted from a spreadsheet: the columns as its header, `# key: value` lines (flow YAML) above it."""

import csv
from io import StringIO
from typing import Any

from desens.numbers.files import FileError, load_text

_SEPARATORS = ",;\t"


def csv_data(text: str, *, file: str) -> dict[str, Any]:
    """The mapping that `read_table` takes; cells parted by comma, semicolon or tab, whichever the header has most of.

    FileError where a line above the header is no YAML or the cells cannot be told apart.
    """
    lines = [line for line in text.removeprefix("\ufeff").splitlines() if line.strip(f" {_SEPARATORS}")]
    stated = [line.lstrip()[1:].strip() for line in lines if line.lstrip().startswith("#")]
    cells = [line for line in lines if not line.lstrip().startswith("#")]
    data = load_text("\n".join(stated), file=f"{file} (# lines)") if stated else {}
    if not isinstance(data, dict):
        raise FileError(file=file, key="(# lines)", expected="key: value after each #")
    for key in ("columns", "rows"):
        if key in data:
            raise FileError(file=file, key=key, expected="in a CSV file, the lines below the #, not a # line")
    rows = _rows(cells, file)
    return data | {"columns": rows[0] if rows else [], "rows": rows[1:]}


def _rows(lines: list[str], file: str) -> list[list[str]]:
    separator = max(_SEPARATORS, key=lines[0].count) if lines else ","
    try:
        rows = list(csv.reader(StringIO("\n".join(lines)), delimiter=separator))
    except csv.Error as error:
        raise FileError(file=file, key="(cells)", expected=f"comma-separated cells ({error})") from None
    return [[cell.strip() for cell in row] for row in rows]
