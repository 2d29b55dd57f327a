"""Who the paper is about, in a line."""

from django.utils.translation import gettext as _

from desens.numbers.sentences import kept_together
from patients.selectors import Identity


def identity_facts(identity: Identity) -> tuple[str, ...]:
    """Birth date with age, sex and hospital number, each unbreakable; what is not recorded says so."""
    age = _("%(years)s y") % {"years": identity.age_years}
    facts = [f"{identity.birth_date.isoformat()} ({age})" if identity.birth_date else age]
    facts.append(identity.sex_text if identity.sex != "U" else _("sex not recorded"))
    if identity.hospital_number:
        facts.append(_("No %(number)s") % {"number": identity.hospital_number})
    return tuple(map(kept_together, facts))
