"""`python manage.py assess FILE [--format json|table|text|csv]`: contracts.md 0 and 4."""

from pathlib import Path

from desens.file_command import Answer, FileCommand, unreadable
from desens.numbers.fields import ContentError
from desens.numbers.files import FileError, load_file
from reactions.assess import answer, read_case, write_answer

ANSWERED = 0


class Command(FileCommand):
    """Prints every proposal for one reaction and its tests."""

    help = (
        "Assess one reaction and its tests (YAML or JSON): grades, tryptase, skin tests, phenotype, the way proposed."
    )

    def answer(self, path: Path, output: str) -> Answer:
        """0 with the proposals, whatever they are; 2 where the file cannot be read."""
        return run(path, output)


def run(path: Path, output: str) -> Answer:
    """The exit status and what goes to standard output and standard error."""
    try:
        case = read_case(load_file(path))
    except FileError as error:
        return unreadable(str(error))
    except ContentError as error:
        return unreadable(f"{path.name}: {error}")
    return ANSWERED, write_answer(answer(case), output), ""
