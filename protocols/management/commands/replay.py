"""`python manage.py replay FILE [--format json|table|text|csv]`: contracts.md 0 and 5."""

from pathlib import Path

from desens.file_command import Answer, FileCommand, unreadable
from desens.numbers.files import FileError, load_file
from protocols.engine import ContentError, NothingToCompute, compute
from protocols.engine.formats import write_findings
from protocols.engine.replay import replay
from protocols.engine.replay.reader import read_replay
from protocols.engine.replay.writing import write_replayed

REPLAYED, NOTHING_TO_COMPUTE = 0, 1


class Command(FileCommand):
    """Prints where an infusion stands."""

    help = "Replay what happened to a schedule (YAML or JSON) and print where it stands and what remains."

    def answer(self, path: Path, output: str) -> Answer:
        """0 with or without findings, 1 where there is no schedule, 2 where the file cannot be read."""
        return run(path, output)


def run(path: Path, output: str) -> Answer:
    """The exit status and what goes to standard output and standard error."""
    try:
        asked = read_replay(load_file(path), beside=lambda name: load_file(path.parent / name))
        schedule = compute(asked.specification)
    except FileError as error:
        return unreadable(str(error))
    except ContentError as error:
        return unreadable(f"{path.name}: {error}")
    except NothingToCompute as nothing:
        return NOTHING_TO_COMPUTE, write_findings(nothing.findings, output), ""
    stands = replay(schedule, asked.specification.line, events=asked.events, now=asked.now)
    return REPLAYED, write_replayed(stands, output), ""
