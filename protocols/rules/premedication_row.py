"""One drug given before an infusion, as it is ordered: what, how much, when, why and from where."""

from dataclasses import dataclass, replace

from protocols.engine import Premedication


@dataclass(frozen=True, kw_only=True)
class PremedicationRow(Premedication):
    """A premedication with its reason; `moment` says in words what minutes do not, such as "the night before".

    `source` is where dose and time come from; "" for what the prescriber wrote. Reason and moment may be "".
    """

    moment: str = ""
    reason: str = ""
    source: str = ""


def row_of(given: Premedication, *, source: str = "") -> PremedicationRow:
    """A published protocol's premedication as a row of an order."""
    return PremedicationRow(**vars(given), source=source)


def is_same(one: PremedicationRow, other: PremedicationRow) -> bool:
    """Whether drug, dose, route and time are the same; reason and source do not count."""
    return replace(one, reason="", source="") == replace(other, reason="", source="")
