"""Who asks for a list, and when."""

from dataclasses import dataclass
from datetime import date, datetime

from desens.access.models import User


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`at` is the moment, `on` the day of the hospital at that moment."""

    viewer: User
    at: datetime
    on: date
