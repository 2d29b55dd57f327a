"""Both sides of a stale save: what is stored now beside what was typed, field by field."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from procedures.recording.form import ProcedureForm
from procedures.recording.pages import first_values
from procedures.recording.setting import Setting


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One field as it is stored now and as it was typed."""

    label: str
    before: str
    after: str


def differences(sent: ProcedureForm, setting: Setting) -> list[Difference]:
    """What is stored now beside what was typed, field by field where they differ."""
    at_least = {"e": len(sent.event_rows), "p": len(sent.premedication_rows)}
    now = ProcedureForm(setting=setting, at_least=at_least, initial=first_values(setting))
    pairs = [("", now, sent), *((_title(row), row, typed) for row, typed in zip(now.rows, sent.rows, strict=False))]
    return [difference for title, before, after in pairs for difference in _differing(title, before, after)]


def _title(row: Any) -> str:
    prefix: str = row.prefix
    if prefix.startswith("s"):
        return _("Step %(step)s") % {"step": prefix[1:]}
    return {"b": _("Before the first step"), "p": _("Premedication")}.get(prefix[0], _("What else happened"))


def _differing(title: str, before: Any, after: Any) -> list[Difference]:
    found = []
    for bound in before:
        if (
            bound.is_hidden
            or bound.name in ("why", "doubt_reason", "all_premedication")
            or bound.name not in after.fields
        ):
            continue
        texts = [_text(bound), _text(after[bound.name])]
        if texts[0] != texts[1]:
            label = f"{title}: {bound.label}" if title else str(bound.label)
            found.append(Difference(label=label, before=texts[0], after=texts[1]))
    return found


def _text(bound: Any) -> str:
    value = bound.value()
    choices = {str(key): str(word) for key, word in getattr(bound.field, "choices", ())}
    if value in (None, "", False):
        return _("not recorded")
    if value in (True, "on"):
        return _("yes")
    return figures_kept(choices.get(str(value), str(value)))
