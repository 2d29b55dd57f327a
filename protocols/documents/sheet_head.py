"""The head of every page: who, which plan, and whether it may be given."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desens.numbers.sentences import kept_together
from patients.selectors import Identity, MeasuredValue
from protocols.engine import Schedule


def identity_facts(identity: Identity) -> list[str]:
    """Birth date, sex, number, weight and height; what is not recorded says so."""
    return [kept_together(fact) for fact in _facts(identity)]


def size_text(schedule: Schedule) -> str:
    """How long the plan is: "in 16 steps, 4 bags"; a flush of the line is a row but not a step."""
    steps = sum(1 for step in schedule.steps if not step.flush)
    bags = len(schedule.solutions)
    return _("in %(steps)s, %(bags)s") % {
        "steps": kept_together(ngettext("%(count)s step", "%(count)s steps", steps) % {"count": steps}),
        "bags": kept_together(ngettext("%(count)s bag", "%(count)s bags", bags) % {"count": bags}),
    }


def state_word(state: str) -> str:
    """The state in one word, beside the version."""
    return {
        "draft": _("draft"),
        "valid": _("valid"),
        "passed": _("date passed"),
        "superseded": _("superseded"),
        "void": _("void"),
    }[state]


def state_text(state: str) -> str:
    """What stands across every page; nothing for the one version that is valid."""
    return {
        "draft": _("DRAFT - NOT FOR ADMINISTRATION"),
        "valid": "",
        "passed": _("DATE PASSED - NOT FOR ADMINISTRATION"),
        "superseded": _("SUPERSEDED - NOT FOR ADMINISTRATION"),
        "void": _("VOID - NOT FOR ADMINISTRATION"),
    }[state]


def _facts(identity: Identity) -> Iterator[str]:
    age = _("%(years)s y") % {"years": identity.age_years}
    yield f"{identity.birth_date.isoformat()} ({age})" if identity.birth_date else age
    yield identity.sex_text if identity.sex != "U" else _("sex not recorded")
    if identity.hospital_number:
        yield _("No %(number)s") % {"number": identity.hospital_number}
    yield _measured(identity.weight, missing=_("weight not recorded"))
    yield _measured(identity.height, missing=_("height not recorded"))


def _measured(value: MeasuredValue | None, *, missing: str) -> str:
    return f"{value.quantity} ({value.measured_on.isoformat()})" if value else missing
