"""A file of contracts.md 4, as `desens.numbers.files` loads it, to a case; ContentError names key and expectation."""

from collections.abc import Mapping

from desens.numbers.fields import ContentError, Fields
from desens.numbers.suggesting import kind
from reactions.assess.case import Case, Patient, Tryptase
from reactions.assess.patient_reader import read_patient
from reactions.assess.reaction_reader import read_reaction
from reactions.assess.sections import choice, entries, flag, level, section, whole, zero_or_more
from reactions.assess.skin_test_reader import read_skin_tests
from reactions.rules.level import Level
from reactions.rules.naranjo import ITEMS
from reactions.rules.observed import Observed
from reactions.rules.steps import Breakthrough
from reactions.rules.tryptase import UNITS

SECTIONS = ("patient", "reaction", "tryptase", "il6", "skin_tests", "challenge", "breakthroughs", "naranjo")
#: 1 pg/mL is 1 ng/L.
IL6_UNITS = ("pg/mL", "ng/L")
MOST_STEPS = 1_000


def read_case(data: object) -> Case:
    """The case; every section is optional."""
    if not isinstance(data, Mapping):
        raise ContentError(key="(content)", expected=f"a mapping with {', '.join(SECTIONS)}, not {kind(data)}")
    fields = Fields(data, required=(), optional=SECTIONS)
    patient = read_patient(fields.value("patient")) if "patient" in fields else Patient()
    observed = Observed(age_years=patient.age_years)
    if "reaction" in fields:
        observed = read_reaction(fields.value("reaction"), age_years=patient.age_years)
    il6, il6_limit = _il6(fields.value("il6")) if "il6" in fields else (None, None)
    return Case(
        patient=patient,
        observed=observed,
        tryptase=_tryptase(fields.value("tryptase")) if "tryptase" in fields else Tryptase(),
        il6=il6,
        il6_limit=il6_limit,
        skin_tests=read_skin_tests(fields.value("skin_tests")) if "skin_tests" in fields else None,
        challenge=choice(fields, "challenge", ("positive", "negative")),
        breakthroughs=tuple(
            _breakthrough(entry, where=f"breakthroughs entry {number}")
            for number, entry in enumerate(entries(fields, "breakthroughs"), start=1)
        ),
        naranjo=_naranjo(fields.value("naranjo")) if "naranjo" in fields else {},
    )


def _tryptase(data: object) -> Tryptase:
    """ng/mL and ug/L are one."""
    fields = section(data, where="tryptase", optional=("unit", "baseline", "acute", "minutes_after_onset"))
    return Tryptase(
        unit=choice(fields, "unit", UNITS),
        baseline=level(fields, "baseline"),
        acute=level(fields, "acute"),
        minutes_after_onset=zero_or_more(fields, "minutes_after_onset"),
    )


def _il6(data: object) -> tuple[Level | None, Level | None]:
    fields = section(data, where="il6", optional=("unit", "value", "limit"))
    choice(fields, "unit", IL6_UNITS)
    return level(fields, "value"), level(fields, "limit")


def _breakthrough(data: object, *, where: str) -> Breakthrough:
    fields = section(data, where=where, optional=("protocol_steps", "step", "brown_grade"))
    steps, step = whole(fields, "protocol_steps", most=MOST_STEPS), whole(fields, "step", most=MOST_STEPS)
    if steps is not None and step is not None and step > steps:
        raise fields.error("step", f"a step of the protocol's {steps}, not {step}")
    return Breakthrough(protocol_steps=steps, step=step, brown_grade=whole(fields, "brown_grade", most=3))


def _naranjo(data: object) -> dict[str, bool | None]:
    fields = section(data, where="naranjo", optional=tuple(ITEMS))
    return {item: None if fields.value(item) == "unknown" else _yes(fields, item) for item in ITEMS if item in fields}


def _yes(fields: Fields, item: str) -> bool | None:
    try:
        return flag(fields, item)
    except ContentError:
        raise fields.error(item, "yes, no or unknown") from None
