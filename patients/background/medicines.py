"""The reviewed list of interfering medicines (medicines.yaml), read once into frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from desens.numbers.files import FileError, load_file
from desens.unit.definitions import BY_KEY
from desens.unit.selectors import UnitSettings
from drugs.models import Mark
from drugs.names import drug_key
from patients.background_choices import MedicineClass

FILE = Path(__file__).parent / "medicines.yaml"
H1_WASHOUT_DAYS = BY_KEY["h1-washout"]
EFFECTS = ("washout", "continue", "no-effect", "unknown-length", "not-stated")
NEEDED = {"medicine", "effect", "source", "mark", "reviewed"}
DAYS = {"minimum_days", "recommended_days"}


@dataclass(frozen=True, kw_only=True)
class MedicineRule:
    """What one class, or the named medicines of it, mean before skin tests and for a desensitization.

    `days` are the least and the recommended washout in days, empty where there is none; `by_unit`: the unit's setting
    for H1 antihistamines stands for the recommended days.
    """

    medicine: MedicineClass
    names: frozenset[str]
    effect: str
    days: tuple[int, ...]
    by_unit: bool
    note: str
    decide: str
    source: str
    mark: Mark
    reviewed_on: date


@lru_cache(maxsize=1)
def shipped() -> tuple[MedicineRule, ...]:
    """The shipped list, read once a process."""
    return read_rules(load_file(FILE), file=FILE.name)


def rule_of(medicine: str, name: str) -> MedicineRule:
    """The rule of a medicine: the one that names it, else that of its class."""
    key = drug_key(name)
    rules = [rule for rule in shipped() if rule.medicine == medicine]
    named = (rule for rule in rules if key in rule.names)
    return next(named, None) or next(rule for rule in rules if not rule.names)


def rule_in_unit(medicine: str, name: str, *, unit: UnitSettings) -> MedicineRule:
    """The rule of a medicine with the unit's own number of days, where its setting stands for it."""
    rule = rule_of(medicine, name)
    if not rule.by_unit:
        return rule
    return replace(rule, days=tuple(sorted((rule.days[0], int(unit[H1_WASHOUT_DAYS])))))


def must_decide() -> frozenset[MedicineClass]:
    """Classes about which somebody has to decide before a desensitization."""
    return frozenset(rule.medicine for rule in shipped() if rule.decide)


def read_rules(data: Any, *, file: str) -> tuple[MedicineRule, ...]:
    """Every rule of a file; FileError for a wrong one, and for a class without a rule or with two."""
    rules = tuple(_rule(entry, file=file) for entry in data)
    general = sorted(rule.medicine for rule in rules if not rule.names)
    if general != sorted(MedicineClass):
        raise FileError(file=file, key="medicine", expected="one entry without names for each class")
    return rules


def _rule(entry: Any, *, file: str) -> MedicineRule:
    allowed = NEEDED | DAYS | {"names", "note", "decide", "unit_setting"}
    if not isinstance(entry, Mapping) or not NEEDED <= set(entry) <= allowed:
        raise FileError(file=file, key=str(entry)[:60], expected=f"the keys {sorted(NEEDED)}, also {sorted(allowed)}")
    days = tuple(sorted(int(entry[key]) for key in DAYS if key in entry))
    if entry.get("unit_setting", H1_WASHOUT_DAYS.key) != H1_WASHOUT_DAYS.key:
        raise FileError(file=file, key="unit_setting", expected=H1_WASHOUT_DAYS.key)
    if entry["effect"] not in EFFECTS or len(days) != (2 if entry["effect"] == "washout" else 0):
        raise FileError(file=file, key="effect", expected=f"one of {EFFECTS}, and both numbers of days with a washout")
    try:
        return MedicineRule(
            medicine=MedicineClass(entry["medicine"]),
            names=frozenset(map(drug_key, entry.get("names", ()))),
            effect=entry["effect"],
            days=days,
            by_unit=entry.get("unit_setting") == H1_WASHOUT_DAYS.key,
            note=entry.get("note", ""),
            decide=entry.get("decide", ""),
            source=entry["source"],
            mark=Mark(entry["mark"]),
            reviewed_on=date.fromisoformat(entry["reviewed"]),
        )
    except ValueError as error:
        raise FileError(file=file, key=str(entry["medicine"]), expected=f"what is known: {error}") from None
