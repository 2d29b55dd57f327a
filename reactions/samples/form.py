"""Several samples at once, such as the acute one and its baseline."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from patients.forms import DatedForm
from reactions.sample_choices import SampleKind, Timing
from reactions.samples.entered import NewSample
from reactions.samples.sample_form import SampleForm
from reactions.samples.selectors import Cases

ROWS, AT_ONCE = 4, 2
TRYPTASE = f"{SampleKind.TRYPTASE.value} ng/mL"


class SamplesForm(DatedForm):
    """ROWS samples, all or none; rows of which nothing was typed are left out."""

    def __init__(self, *args: Any, cases: Cases, born: date, now: datetime, of: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        common: dict[str, Any] = {"cases": cases, "born": born, "now": now}
        self.rows = [
            SampleForm(self.data or None, prefix=f"row{number}", number=number + 1, initial=initial, **common)
            for number, initial in enumerate(_initial(cases, of))
        ]

    @property
    def first_rows(self) -> list[SampleForm]:
        """The rows that always show."""
        return self.rows[:AT_ONCE]

    @property
    def more_rows(self) -> list[SampleForm]:
        """The rows that open on demand."""
        return self.rows[AT_ONCE:]

    @property
    def more_is_open(self) -> bool:
        """Something was typed there."""
        return any(not row.is_blank for row in self.more_rows)

    @property
    def filled(self) -> list[SampleForm]:
        """The rows of which something was typed."""
        return [row for row in self.rows if not row.is_blank]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.filled:
            self.rows[0].add_error("printed", _("Type at least one sample."))
        if any(row.errors for row in self.rows):
            self.add_error(None, _("Nothing was recorded yet: see what is said beside the fields."))
        return data

    def new_samples(self) -> list[NewSample]:
        """What was typed, as the service takes it."""
        return [row.new_sample() for row in self.filled]


def _initial(cases: Cases, of: str) -> list[dict[str, str]]:
    """An acute tryptase of the reaction asked for, or of the last one; then baselines."""
    keys = [str(key) for key in cases]
    acute = of if of in keys else next(iter(keys), Timing.BASELINE.value)
    firsts = [acute] + [Timing.BASELINE.value] * (ROWS - 1)
    return [{"measured": TRYPTASE, "of": timing} for timing in firsts]
