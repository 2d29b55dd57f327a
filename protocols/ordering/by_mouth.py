"""What is ordered beside doses by mouth: as beside an infusion, but nothing is watched of what is taken over days."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext_lazy as _

from desens.numbers.write import plain_text
from desens.unit.selectors import UnitSettings
from protocols.ordering.form import PREFIX, OrdersForm
from protocols.ordering.row_fields import cell
from protocols.ordering.unit_choice import times_of


class OralOrdersForm(OrdersForm):
    """`watched`: single doses, within hours and under somebody's eyes; else doses over days, at home."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        unit: UnitSettings,
        watched: bool,
        drug: str = "",
        **kwargs: Any,
    ) -> None:
        given, self.given_drug = dict((data or {}).items()), drug
        self.was_watched = given.pop(f"{PREFIX}-watched", "no") == "yes"
        sent = any(name.startswith(f"{PREFIX}-") for name in given)
        if sent and watched:
            given = _sent(times_of(unit, drug)) | given
        super().__init__(given if sent else None, unit=unit, drug=drug, **kwargs)
        self.watched = watched
        self._relabel(watched)

    def _relabel(self, watched: bool) -> None:
        self.fields["observation_h"].label = _("Observed after the last dose")
        for number in range(1, self.row_count + 1):
            self.fields[cell(number, "minutes_before")].label = _("Before the first dose")
        for name in () if watched else times_of(self.unit, self.given_drug):
            del self.fields[name]

    @property
    def watch_changes(self) -> bool:
        """Whether the page must begin or stop to ask how it is watched."""
        return self.watched != self.was_watched

    def _again(self, sent: dict[str, Any]) -> OrdersForm:
        given: dict[str, Any] = {"unit": self.unit, "template": self.template, "stored": self.stored}
        return OralOrdersForm(sent, watched=self.watched, drug=self.given_drug, **given)

    def _watching(self) -> dict[str, Fraction]:
        """Of what is taken over days the unit's times, which its document leaves out."""
        return super()._watching() if self.watched else times_of(self.unit, self.given_drug)


def _sent(times: dict[str, Fraction]) -> dict[str, str]:
    """What a page that did not ask for the times would have sent."""
    return {f"{PREFIX}-{name}": plain_text(figure) for name, figure in times.items()}
