"""Why bags are not recorded or checked, in the words of the lifecycle's refusals."""

from datetime import datetime

from django.utils.timezone import get_current_timezone

from desens.pages.times import local_text
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.making.entered import NewBags
from protocols.making.selectors import signed
from protocols.models import BagsMade, BagsMeaning, BagsSignature


def refuse_already(made: BagsMade | None) -> None:
    """Refused where bags are recorded, with who recorded them and when."""
    if made:
        _told(signed(made, BagsMeaning.PREPARED))


def refuse_checked(made: BagsMade) -> None:
    """Refused where somebody checked the bags, with who did and when."""
    _told(signed(made, BagsMeaning.CHECKED))


def require_reason(new: NewBags, stable_until: datetime | None) -> None:
    """Refused where the bags are used beyond the stated stability and nobody says why."""
    if stable_until and new.use_by > stable_until and not new.reason:
        raise ArrowRefusedError("beyond-stability")


def _told(signature: BagsSignature | None) -> None:
    if signature:
        when = local_text(signature.at, get_current_timezone())
        raise ArrowRefusedError("already", who=signature.person.full_name, when=when)
