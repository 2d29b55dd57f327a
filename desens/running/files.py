"""Files of backups: private from their first byte, whole or not there, never written over another."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from types import FrameType


@contextmanager
def appearing(path: Path) -> Iterator[Path]:
    """Write the yielded file (0600); it appears under its name, flushed to the disk, when all went well.

    FileExistsError when the name is taken.
    """
    partial = path.with_name(f".{path.name}.partial")
    _create(partial)
    try:
        yield partial
        _flush(partial)
        _create(path)  # takes the name: replaced is only what we made ourselves
        partial.replace(path)
        _flush(path.parent)
    finally:
        partial.unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


@contextmanager
def ended_cleanly() -> Iterator[None]:
    """Let SIGTERM end the process through its `finally` clauses, so that no scratch copy of the records stays."""
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)


def _create(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
