"""What a form of an assessment begins with."""

from collections.abc import Collection
from typing import Any

from reactions.assessing.answers import newest
from reactions.assessing.entered import NewGrounds
from reactions.assessment_rows import NARANJO_ITEMS
from reactions.models import Grounds, NaranjoAnswers

FIELDS = {
    "naranjo": (NaranjoAnswers, (*NARANJO_ITEMS, "note")),
    "grounds": (Grounds, (*NewGrounds.__dataclass_fields__,)),
}


def standing_answers(ids: Collection[int], culprit_key: str, kind: str) -> dict[str, Any]:
    """What stands of the kind, by field; nothing for a challenge, which is never a change of an earlier one."""
    if kind not in FIELDS:
        return {}
    model, names = FIELDS[kind]
    row = newest(model, ids, culprit_key)
    return {name: getattr(row, name) for name in names} if row else {}
