"""What tells apart the choices that a plan was built from."""

import hashlib

from protocols.engine import Choices


def choices_key(choices: Choices, *, template: str) -> str:
    """A digest of the template's revision and of every choice that its bags and steps come from."""
    parts = (
        template,
        choices.target_dose,
        choices.unit,
        choices.final_rate_ml_h,
        choices.bag_volume_ml,
        choices.rates,
        choices.first_rate_ml_h,
        choices.last_bag,
        choices.diluent or "",
    )
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()
