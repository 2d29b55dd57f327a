"""A form as it begins: empty, from a sketch, or from the reaction that is to be corrected."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from desens.audit.values import canonical
from reactions.choices import OnsetPrecision, StartPrecision
from reactions.models import Reaction
from reactions.recording.entered import PARTS, NewReaction
from reactions.recording.treatment_form import TreatmentForm

_ROW = re.compile(r"t([0-9]{1,2})-([a-z_]+)", re.ASCII)
_NOT_KEPT = ("csrfmiddlewaretoken", "more_rows")
_MANY = ("signs",)


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What stands in the fields, and in the rows of treatment."""

    initial: Mapping[str, Any] = field(default_factory=dict)
    rows: Sequence[Mapping[str, Any]] = ()


def typed_text(data: QueryDict) -> str:
    """All that was typed, as one text."""
    return canonical({name: values for name, values in data.lists() if name not in _NOT_KEPT})


def sent_again(text: str) -> QueryDict:
    """What was typed, as if the form were sent now."""
    data = QueryDict(mutable=True)
    typed: dict[str, list[str]] = json.loads(text)
    for name, values in typed.items():
        data.setlist(name, values)
    return data


def from_sketch(text: str) -> Opening:
    """What was typed, in its fields again."""
    typed: dict[str, list[str]] = json.loads(text)
    rows: dict[int, dict[str, str]] = {}
    initial: dict[str, Any] = {}
    for name, values in typed.items():
        in_row = _ROW.fullmatch(name)
        if in_row:
            rows.setdefault(int(in_row[1]), {})[in_row[2]] = values[-1]
        else:
            initial[name] = values if name in _MANY else values[-1]
    return Opening(initial=initial, rows=[rows.get(number, {}) for number in range(max(rows, default=-1) + 1)])


def from_reaction(row: Reaction) -> Opening:
    """What was recorded, as it would be typed; the key of the form is a new one, and the grade is decided anew."""
    same = [name for name in NewReaction.__dataclass_fields__ if name not in (*PARTS, "started_at")]
    initial = {name: getattr(row, name) for name in same if getattr(row, name) not in (None, "")}
    started = timezone.localtime(row.started_at)
    shown = {StartPrecision.YEAR.value: "%Y", StartPrecision.MONTH.value: "%Y-%m"}
    initial |= {
        "started_on": started.strftime(shown.get(row.started_precision, "%Y-%m-%d")),
        "onset_measured": row.onset_precision == OnsetPrecision.EXACT,
        "signs": [sign.code for sign in row.signs.all()],
    }
    if row.started_precision == StartPrecision.MINUTE:
        initial["started_time"] = started.time()
    return Opening(initial=initial, rows=[TreatmentForm.opened(given) for given in row.treatments.all()])
