"""What lies ready beside epinephrine: the unit's standing list, without what the patient reacts to."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class RescueMedicine:
    """One medicine of the standing list; `dose` in the words of its source, "" where the source states none."""

    drug: str
    dose: str
    route: str
    reason: str
    source: str
