"""Oral protocols for the tests, as loaded from a file."""

from desens.numbers.files import load_text
from protocols.engine import compute_any, read_any

ALECTINIB = """
drug: alectinib
route: oral
target_dose: {target}
unit: mg
strengths: [{strengths}]
phases:
{phases}
"""


def days(phases, *, target="1200", strengths="150"):
    """A specification of alectinib with these phases, one text each."""
    listed = "\n".join(f"  - {{{phase}}}" for phase in phases)
    return load_text(ALECTINIB.format(target=target, strengths=strengths, phases=listed), file="days.yaml")


def scheduled(phases, **changes):
    """Its schedule."""
    keys = {"target", "strengths"} & set(changes)
    data = days(phases, **{key: changes.pop(key) for key in keys})
    return compute_any(read_any({**data, **changes}))


def codes(schedule):
    """Each finding as (level, code, where)."""
    return [(finding.level, finding.code, finding.where) for finding in schedule.findings]
