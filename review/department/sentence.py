"""What is asked for, as one sentence: "Desensitizations to oxaliplatin, since 2024-01-01, with omalizumab"."""

from django.utils.translation import gettext as _

from desens.pages.times import date_text
from review.department.wanted import Wanted, chosen


def sentence(wanted: Wanted) -> str:
    """The filter in words; without one: all desensitizations."""
    parts = [_("Desensitizations to %(drug)s") % {"drug": wanted.drug} if wanted.drug else _("All desensitizations")]
    if wanted.since:
        parts.append(_("since %(day)s") % {"day": date_text(wanted.since)})
    if wanted.until:
        parts.append(_("until %(day)s") % {"day": date_text(wanted.until)})
    for name in ("outcome", "grade", "phenotype", "adjuvant"):
        choice = chosen(wanted, name)
        if choice:
            parts.append(str(choice[1]))
    return ", ".join(parts)
