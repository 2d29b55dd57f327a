"""CTCAE v5.0 grade 5, death, and grade 4: "life-threatening consequences; urgent intervention indicated".

What is life-threatening the codes do not tell by themselves. An implementation choice: arrest, shock, resuscitation
or ventilation; or a severe sign by Brown 2004 (hypoxia, hypotension or neurologic compromise) that was treated
urgently (epinephrine, vasopressor, glucagon) or in intensive care. The reasons are shown, the allergist decides.
"""

from dataclasses import dataclass

from reactions.rules.brown import SEVERE
from reactions.rules.ctcae_answers import Reasons, given, graded, missing
from reactions.rules.graded import Graded
from reactions.rules.measured import measured
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason
from reactions.rules.treatments import URGENT

ARRESTS = frozenset({"respiratory-arrest", "cardiac-arrest"})
RESCUE = frozenset({"cpr", "ventilation"})


@dataclass(frozen=True, kw_only=True)
class Danger:
    """`dire` are arrests and rescue; `severe` the severe signs by Brown; `threats` what makes grade 4, with how it was
    treated; `missing` what would decide whether severe signs are one, `notes` what was not counted."""

    dire: Reasons
    severe: Reasons
    threats: Reasons
    missing: Reasons
    notes: Reasons


def danger(observed: Observed) -> Danger:
    """Whether life was in danger, as far as the record tells."""
    seen = measured(observed)
    dire = seen.among(ARRESTS) + given(observed.treatment, RESCUE)
    severe = seen.severe + seen.among(SEVERE)
    urgent = given(observed.treatment, URGENT - RESCUE)
    urgent += (Reason(code="intensive-care"),) if observed.intensive_care else ()
    threats = severe + given(observed.treatment, RESCUE) + urgent
    stands = bool(dire or "shock" in seen.signs or (severe and urgent))
    unknown = bool(severe) and observed.treatment is None and not stands
    spared = (Reason(code="severe-not-urgent"),) if severe and not stands and not unknown else ()
    return Danger(
        dire=dire,
        severe=severe,
        threats=threats if stands else (),
        missing=missing(treatment=unknown),
        notes=seen.notes + spared,
    )


def highest(observed: Observed, found: Danger) -> Graded | None:
    """Grade 5 or 4; None where neither stands."""
    if observed.died:
        return graded(5, (Reason(code="died"),), notes=found.notes)
    return graded(4, found.threats, notes=found.notes) if found.threats else None
