"""A premedication that the patient must not get: the culprit, what an allergy label names, and their kin.

Source: "block drugs that are the culprit (e.g. famotidine, steroid)" (clinical.md 6). The same class, as the drug
library states it, or a label that names a whole group, blocks as well; so does any NSAID with another. Another
medicine of the same group (a corticosteroid after another one) needs a reason: cross-reactions there are not the rule,
and the list of groups is this program's own.
"""

from collections.abc import Iterator

from protocols.engine import Blocker, Caution, Finding, NeedsSignOff
from protocols.rules.medicine_groups import NSAID, Medicine, same_substance
from protocols.rules.premedication_messages import WORDS
from protocols.rules.premedication_record import Held, Ordered, PatientRecord

#: Words of the library's classes that say nothing of kinship.
VAGUE = frozenset({"cytotoxic", "a class", "vesicant"})


def allergy_findings(ordered: tuple[Ordered, ...], record: PatientRecord) -> Iterator[Finding]:
    """One finding for each medicine and each thing held against it, the worst only; once what nobody recorded."""
    for given in unique(ordered):
        for held in record.held:
            yield from _against(given, held)
    if ordered and not record.allergies_recorded:
        yield Caution(code="premedication-allergies-unknown")


def unique(ordered: tuple[Ordered, ...]) -> list[Medicine]:
    """Each medicine once, in the order of the rows."""
    return list(dict.fromkeys(given.medicine for given in ordered))


def shared_class(one: Medicine, other: Medicine) -> str:
    """The class that blocks one because of the other, "" for none."""
    named = one.groups & other.named_groups | one.named_groups & other.groups
    stated = (one.classes & other.classes) - VAGUE
    nsaids = one.groups & other.groups & {NSAID}
    return next(iter(sorted(named | stated | nsaids)), "")


def related_group(one: Medicine, other: Medicine) -> str:
    """The group that both belong to, "" for none."""
    return next(iter(sorted(one.groups & other.groups)), "")


def values_of(medicine: Medicine, held: Held, shared: str = "") -> tuple[tuple[str, str], ...]:
    """What the sentences name."""
    named = (("drug", medicine.name), ("substance", held.medicine.name), ("why", WORDS[held.why]))
    return (*named, ("class", shared)) if shared else named


def _against(medicine: Medicine, held: Held) -> Iterator[Finding]:
    if same_substance(medicine, held.medicine):
        code = "premedication-culprit" if held.why == "culprit" else "premedication-allergy"
        yield Blocker(code=code, values=values_of(medicine, held))
    elif shared := shared_class(medicine, held.medicine):
        yield Blocker(code="premedication-class", values=values_of(medicine, held, shared))
    elif shared := related_group(medicine, held.medicine):
        yield NeedsSignOff(code="premedication-related", values=values_of(medicine, held, shared))
