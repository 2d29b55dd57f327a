"""The library as a list: one line an entry, with what it is filtered by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from protocols.engine import AnyEntry, DaysSpecification, FixedProtocol, IntervalSpecification, ProtocolTemplate
from protocols.models import TemplateOrigin

ROUTES: dict[str, Promise] = {
    "intravenous": _("intravenous"),
    "oral": _("by mouth"),
    "subcutaneous": _("under the skin"),
}
#: How far an entry has come; "assumed" and "incomplete" are to be verified before anybody relies on them.
STATES: dict[str, Promise] = {
    "complete": _("complete as its source has it"),
    "assumed": _("parts are not from the source"),
    "incomplete": _("figures give no schedule"),
}
#: What people said of a template, or did not yet (unit_templates/selectors.py).
STANDING: dict[str, Promise] = {
    "unread": _("not read by a second person yet"),
    "review-due": _("review due"),
    "retired": _("retired"),
}
ANY_DRUG = "any"


@dataclass(frozen=True, kw_only=True)
class LibraryLine:
    """One entry; `drugs` is empty for a protocol of no drug in particular, `steps` counts steps, doses or phases."""

    slug: str
    title: str
    citation: str
    mark: str
    review_date: date | None
    drugs: tuple[str, ...]
    route: str
    steps: int
    steps_text: str
    state: str
    misprints: int
    origin: str = TemplateOrigin.LIBRARY
    standing: tuple[str, ...] = ()

    @property
    def route_text(self) -> str:
        """The route in words."""
        return str(ROUTES[self.route])

    @property
    def state_text(self) -> str:
        """The state in words."""
        return str(STATES[self.state])

    @property
    def origin_text(self) -> str:
        """Where it comes from, in words."""
        return str(TemplateOrigin(self.origin).label)

    @property
    def standing_text(self) -> str:
        """What has to be said of a template of the unit, or of one whose review is due, in words; else ""."""
        return ", ".join(str(STANDING[code]) for code in self.standing)


def line_of(entry: AnyEntry) -> LibraryLine:
    """The line of one entry; nothing is computed for it."""
    steps, steps_text = _steps(entry)
    return LibraryLine(
        slug=entry.slug,
        title=entry.title,
        citation=entry.citation,
        mark=entry.mark,
        review_date=entry.review_date,
        drugs=drugs_of(entry),
        route=route_of(entry),
        steps=steps,
        steps_text=steps_text,
        state=state_of(entry),
        misprints=len(entry.errata),
    )


def in_order(lines: Iterable[LibraryLine]) -> list[LibraryLine]:
    """By what a title begins with, then by size: 4 steps stand before 12."""
    return sorted(lines, key=lambda line: (line.title.partition(",")[0], line.steps, line.title))


def drugs_of(entry: AnyEntry) -> tuple[str, ...]:
    """The drugs or components it was published for; none for a protocol of no drug in particular."""
    if isinstance(entry, ProtocolTemplate):
        return () if entry.any_drug else tuple(drug.name for drug in entry.drugs)
    if isinstance(entry, FixedProtocol):
        return (entry.medicine,) if entry.medicine else tuple(one.drug for one in entry.specifications)
    return entry.drug_names


def route_of(entry: AnyEntry) -> str:
    """The route; all specifications of an entry share it."""
    if isinstance(entry, ProtocolTemplate):
        return "intravenous"
    return entry.specifications[0].route if isinstance(entry, FixedProtocol) else entry.route


def state_of(entry: AnyEntry) -> str:
    """One of STATES."""
    if not isinstance(entry, ProtocolTemplate | FixedProtocol):
        return "incomplete"
    return "assumed" if entry.assumed or entry.mark == "VERIFY" else "complete"


def _steps(entry: AnyEntry) -> tuple[int, str]:
    if isinstance(entry, ProtocolTemplate):
        return _infused(len(entry.steps))
    if not isinstance(entry, FixedProtocol):
        return 0, ""
    first = entry.specifications[0]
    if isinstance(first, DaysSpecification):
        phases = len(first.phases)
        return phases, ngettext("%(count)s phase", "%(count)s phases", phases) % {"count": phases}
    if isinstance(first, IntervalSpecification):
        doses = len(first.doses)
        return doses, ngettext("%(count)s dose", "%(count)s doses", doses) % {"count": doses}
    return _infused(len(first.steps))


def _infused(steps: int) -> tuple[int, str]:
    return steps, ngettext("%(count)s step", "%(count)s steps", steps) % {"count": steps}
