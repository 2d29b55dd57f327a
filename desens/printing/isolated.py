"""Each document is drawn in a process of its own, with little time and little memory (safety.md H12 and H13).

A fork server holds WeasyPrint and the fonts; a worker is forked from it, draws one document and ends.
What a document does to its worker, it does to nothing else.
"""

from collections.abc import Mapping
from contextlib import suppress
from multiprocessing import get_context

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from desens.printing.drawing import Refused
from desens.printing.refusal import CannotPrint
from desens.printing.work import work

#: The longest wait for a document on a busy machine, in seconds.
MOST_WAIT_S = 40

REASONS = {
    "address": gettext_noop("The document asks for %(address)s, which it may not load."),
    "missing": gettext_noop("A part of the document would be missing: %(error)s"),
    "sheets": gettext_noop("The document would take %(count)s sheets; at most %(most)s are printed."),
    "head": gettext_noop("The texts at the head of the page leave no room for the rest; shorten them."),
    "paper": gettext_noop("A part of the document would run off the paper; shorten its texts."),
    "part": gettext_noop("A text does not fit its place; shorten it or choose a larger label."),
    "fault": gettext_noop("The document cannot be drawn (%(fault)s)."),
    "limits": gettext_noop("The document takes too much time or memory to print; shorten its texts."),
}

_processes = get_context("forkserver")
_processes.set_forkserver_preload(["__main__", "desens.printing.warm"])


def pdf_of(html: str, identifier: str, pictures: Mapping[str, bytes]) -> bytes:
    """The PDF of checked markup, drawn in a worker; CannotPrint says why not."""
    ours, theirs = _processes.Pipe(duplex=False)
    worker = _processes.Process(target=work, args=(html, identifier, dict(pictures), theirs), daemon=True)
    worker.start()
    theirs.close()
    outcome: bytes | Refused = Refused(reason="limits")
    with ours, suppress(EOFError):
        if ours.poll(MOST_WAIT_S):
            outcome = ours.recv()
    worker.kill()
    worker.join()
    if isinstance(outcome, Refused):
        raise CannotPrint(_(REASONS[outcome.reason]) % outcome.values)
    return outcome
