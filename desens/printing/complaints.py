"""What WeasyPrint only logs: a picture it could not draw is missing from the page, so the page is not printed."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint.logger import LOGGER


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(level=logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def complaints() -> Iterator[list[str]]:
    """The errors WeasyPrint logs meanwhile."""
    kept = _Kept()
    LOGGER.addHandler(kept)
    try:
        yield kept.messages
    finally:
        LOGGER.removeHandler(kept)
