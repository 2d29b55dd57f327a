"""What a worker does: one document, within its limits. Knows no Django."""

import resource
from collections.abc import Mapping
from multiprocessing.connection import Connection

from desens.printing.drawing import Refused, drawn

#: Processor time of one document, in seconds.
MOST_CPU_S = 8
#: Memory of one worker; a nursing sheet of 20 steps takes a tenth.
MOST_BYTES = 1 << 30


def work(html: str, identifier: str, pictures: Mapping[str, bytes], answer: Connection) -> None:
    """Send the PDF, or why there is none; a worker beyond its limits is ended by the system and sends nothing."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    try:
        outcome = drawn(html, identifier, pictures)
    except (MemoryError, RecursionError):
        outcome = Refused(reason="limits")
    except Exception as fault:
        outcome = Refused(reason="fault", values={"fault": type(fault).__name__})
    answer.send(outcome)
