"""What the commands share that read one file and print what they make of it: contracts.md 0."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

UNREADABLE = 2
#: What every public command can write (contracts.md 0).
FORMATS = ("json", "table", "text", "csv")

#: Exit status, standard output, standard error.
Answer = tuple[int, str, str]


class FileCommand(BaseCommand):
    """Reads FILE and writes it out in one of FORMATS; needs no database and no environment."""

    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file and the format."""
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--format", choices=FORMATS, default="json")

    def answer(self, path: Path, output: str) -> Answer:
        """What the command makes of the file."""
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        """Exits with the answer's status."""
        status, output, error = self.answer(options["file"], options["format"])
        self.stdout.write(_writable(output, sys.stdout.encoding), ending="")
        self.stderr.write(_writable(error, sys.stderr.encoding), ending="")
        sys.exit(status)


def unreadable(message: str) -> Answer:
    """Status 2 with one line that names the file, the key and what was expected."""
    return UNREADABLE, "", " ".join(message.split()) + "\n"


def _writable(text: str, encoding: str | None) -> str:
    """The text with what a narrow terminal cannot show written as escapes."""
    return text.encode(encoding or "utf-8", "backslashreplace").decode(encoding or "utf-8")
