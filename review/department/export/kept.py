"""The files of exports on the server's disk: private, and gone when they are sent or after an hour."""

import os
import time
from pathlib import Path

from django.conf import settings

from review.department.export.job import LONGEST_SECONDS, Job


def folder() -> Path:
    """Where exports lie; made private."""
    path: Path = settings.VAR / "exports"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def path_of(job: Job) -> Path:
    """The file of a job's rows."""
    return folder() / f"{job.name}.rows"


def append(job: Job, text: str) -> int:
    """Write the text behind what the job has; what a request sent twice wrote behind it is dropped. The new size."""
    with os.fdopen(os.open(path_of(job), os.O_CREAT | os.O_RDWR, 0o600), "r+b") as file:
        file.truncate(job.size)
        file.seek(0, os.SEEK_END)
        file.write(text.encode())
        return file.tell()


def is_whole(job: Job) -> bool:
    """Whether the file is there with all that the job wrote."""
    path = path_of(job)
    return job.done and path.is_file() and path.stat().st_size == job.size


def remove_old() -> None:
    """Remove what nobody fetched within the hour."""
    for path in folder().iterdir():
        if path.stat().st_mtime < time.time() - LONGEST_SECONDS:
            path.unlink(missing_ok=True)
