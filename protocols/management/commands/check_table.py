"""`python manage.py check_table FILE [--format json|table|text|csv]`: contracts.md 0 and 3."""

from pathlib import Path
from typing import Any

from desens.file_command import Answer, FileCommand, unreadable
from desens.numbers.files import FileError, load_file, read_text
from protocols.engine import ContentError
from protocols.engine.table import check, csv_data, read_table
from protocols.engine.table.writing import write_verdict

CONSISTENT, FINDINGS = 0, 1


class Command(FileCommand):
    """Prints what in a printed table cannot be right."""

    help = "Check a printed table (YAML, JSON or CSV) and print every figure in it that cannot be right."

    def answer(self, path: Path, output: str) -> Answer:
        """0 where the table is consistent, 1 with findings, 2 where it cannot be read."""
        return run(path, output)


def run(path: Path, output: str) -> Answer:
    """The exit status and what goes to standard output and standard error."""
    try:
        verdict = check(read_table(_load(path)))
    except FileError as error:
        return unreadable(str(error))
    except ContentError as error:
        return unreadable(f"{path.name}: {error}")
    return CONSISTENT if verdict.consistent else FINDINGS, write_verdict(verdict, output), ""


def _load(path: Path) -> Any:
    if path.suffix.lower() == ".csv":
        return csv_data(read_text(path), file=path.name)
    return load_file(path)
