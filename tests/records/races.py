"""Many threads do the same thing at the same moment, many times."""

import os
import threading
from collections.abc import Callable
from typing import Any

from django.db import connections

#: How often each race is run: 10,000 a night, a light number otherwise.
RACES = int(os.environ.get("RACES", "200"))


def run_races(job: Callable[[int, int], Any], *, races: int = RACES, writers: int = 2) -> list[list[Any]]:
    """For each race what `job(race, writer)` gave each writer, an exception standing for itself."""
    outcomes: list[list[Any]] = [[None] * writers for _ in range(races)]
    start = threading.Barrier(writers, timeout=120)

    def write(writer: int) -> None:
        try:
            for race in range(races):
                start.wait()
                outcomes[race][writer] = _outcome(job, race, writer)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def _outcome(job: Callable[[int, int], Any], race: int, writer: int) -> Any:
    try:
        return job(race, writer)
    except Exception as error:
        return error
