"""The culprit and the drug list: names to choose from, and a word where a name is not in it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from drugs.finding import find_drug, suggested
from drugs.models import Drug


def drug_names() -> Sequence[str]:
    """Every drug of the list by its name. One query."""
    return list(Drug.objects.order_by("name_key").values_list("name", flat=True))


def unknown_culprit(culprit: str) -> str:
    """A sentence where the name is not in the drug list, with what may have been meant; "" where it is."""
    if find_drug(culprit) is not None:
        return ""
    near = ", ".join(drug.name for drug in suggested(culprit))
    if near:
        words = _("“%(culprit)s” is not in the drug list. Was %(near)s meant? Then correct it; else it stays as it is.")
        return words % {"culprit": culprit, "near": near}
    return _("“%(culprit)s” is not in the drug list. It was recorded as typed.") % {"culprit": culprit}
