"""`python manage.py schedule FILE [--format json|table|text|csv]`: contracts.md 0, 1 and 2."""

from pathlib import Path

from desens.file_command import Answer, FileCommand, unreadable
from desens.numbers.files import FileError, load_file
from protocols.engine import ContentError, NothingToCompute, compute_any, read_any
from protocols.engine.formats import write_findings, write_schedule
from protocols.engine.products import with_product_findings
from protocols.product_limits import shipped_limits

COMPUTED, NOTHING_TO_COMPUTE = 0, 1


class Command(FileCommand):
    """Prints the schedule of a specification."""

    help = "Compute the schedule of a protocol specification (YAML or JSON) and print it with its findings."

    def answer(self, path: Path, output: str) -> Answer:
        """0 with a schedule, 1 where none exists, 2 where the file cannot be read."""
        return run(path, output)


def run(path: Path, output: str) -> Answer:
    """The exit status and what goes to standard output and standard error."""
    try:
        specification = read_any(load_file(path))
        computed = compute_any(specification)
    except FileError as error:
        return unreadable(str(error))
    except ContentError as error:
        return unreadable(f"{path.name}: {error}")
    except NothingToCompute as nothing:
        return NOTHING_TO_COMPUTE, write_findings(nothing.findings, output), ""
    products = shipped_limits(specification.drug, specification.route)
    return COMPUTED, write_schedule(with_product_findings(computed, specification, products), output), ""
