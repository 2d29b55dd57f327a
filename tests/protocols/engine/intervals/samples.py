"""Single doses at intervals for the tests, as loaded from a file."""

from desens.numbers.files import load_text
from protocols.engine import compute_any, read_any

HEAD = "drug: example\nroute: oral\ntarget_dose: {target}\nunit: mg\ninterval_minutes: 15\ndoses:\n{doses}\n"


def intervals(doses, *, target="100", **changes):
    """A specification with these doses, one text each; a bare figure is a dose alone."""
    entries = [dose if ":" in str(dose) else f"dose: {dose}" for dose in doses]
    listed = "\n".join(f"  - {{{entry}}}" for entry in entries)
    data = load_text(HEAD.format(target=target, doses=listed), file="doses.yaml")
    return {**data, **changes}


def solution(**figures):
    """One solution of a list, figures as text."""
    return {name: str(value) for name, value in figures.items()}


def scheduled(doses, **changes):
    """Its schedule."""
    return compute_any(read_any(intervals(doses, **changes)))


def codes(schedule):
    """Each finding as (level, code, where)."""
    return [(finding.level, finding.code, finding.where) for finding in schedule.findings]
