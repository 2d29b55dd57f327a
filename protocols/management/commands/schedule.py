"""`python manage.py schedule FILE [--format json|table|text|csv]`: contracts.md 0, 1 and 2."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from desens.numbers.files import FileError, load_file
from protocols.engine import NothingToCompute, SpecificationError, compute_any, read_any
from protocols.engine.formats import FORMATS, write_findings, write_schedule
from protocols.engine.products import with_product_findings
from protocols.product_limits import shipped_limits

COMPUTED, NOTHING_TO_COMPUTE, UNREADABLE = 0, 1, 2


class Command(BaseCommand):
    """Prints the schedule of a specification; needs no database and no environment."""

    help = "Compute the schedule of a protocol specification (YAML or JSON) and print it with its findings."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file and the format."""
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--format", choices=FORMATS, default="json")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exits with 0, with 1 where no schedule exists, with 2 where the file cannot be read."""
        status, output, error = run(options["file"], options["format"])
        self.stdout.write(_writable(output, sys.stdout.encoding), ending="")
        self.stderr.write(_writable(error, sys.stderr.encoding), ending="")
        sys.exit(status)


def run(path: Path, output: str) -> tuple[int, str, str]:
    """The exit status and what goes to standard output and standard error."""
    try:
        specification = read_any(load_file(path))
        computed = compute_any(specification)
    except FileError as error:
        return UNREADABLE, "", _one_line(str(error))
    except SpecificationError as error:
        return UNREADABLE, "", _one_line(f"{path.name}: {error}")
    except NothingToCompute as nothing:
        return NOTHING_TO_COMPUTE, write_findings(nothing.findings, output), ""
    products = shipped_limits(specification.drug, specification.route)
    return COMPUTED, write_schedule(with_product_findings(computed, specification, products), output), ""


def _one_line(message: str) -> str:
    return " ".join(message.split()) + "\n"


def _writable(text: str, encoding: str | None) -> str:
    """The text with what a narrow terminal cannot show written as escapes."""
    return text.encode(encoding or "utf-8", "backslashreplace").decode(encoding or "utf-8")
