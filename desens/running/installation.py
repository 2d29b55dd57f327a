"""What is wrong with the installation: each thing looked at now, in three states."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import structlog
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

log = structlog.get_logger("desens.running")


class State(StrEnum):
    """A check that failed to run is no finding and no all-clear: it is the third state (style.md)."""

    OK = "ok"
    WRONG = "wrong"
    UNCHECKED = "unchecked"


STATE_NAMES = {
    State.OK: gettext_lazy("In order"),
    State.WRONG: gettext_lazy("Wrong"),
    State.UNCHECKED: gettext_lazy("Could not check"),
}
ICONS = {State.OK: "success", State.WRONG: "error", State.UNCHECKED: "unchecked"}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One thing: what was found, and what to do unless it is in order."""

    name: str
    state: State
    told: str
    to_do: str = ""

    @property
    def state_name(self) -> str:
        return str(STATE_NAMES[self.state])

    @property
    def icon(self) -> str:
        return ICONS[self.state]


Probe = Callable[[datetime], Iterable[Row]]


def rows(probes: Iterable[tuple[str | Promise, Probe]], *, at: datetime) -> list[Row]:
    """The rows of all probes, what needs somebody first. A probe that raises becomes a row that says so."""
    found = [row for name, probe in probes for row in _tried(str(name), probe, at)]
    return sorted(found, key=lambda row: [State.WRONG, State.UNCHECKED, State.OK].index(row.state))


def judged(name: str | Promise, *, wrong: bool, told: str, to_do: str | Promise) -> Row:
    """A row in order, or wrong with what to do."""
    state = State.WRONG if wrong else State.OK
    return Row(name=str(name), state=state, told=told, to_do=str(to_do) if wrong else "")


def _tried(name: str, probe: Probe, at: datetime) -> Iterator[Row]:
    try:
        yield from list(probe(at))
    except Exception as error:
        log.exception("could not check")
        told = _("The check itself failed: %(error)s") % {"error": type(error).__name__}
        to_do = _("Look for “could not check” in the server's log at this time.")
        yield Row(name=name, state=State.UNCHECKED, told=told, to_do=to_do)
