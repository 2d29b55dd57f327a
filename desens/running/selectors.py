"""Reads about running it."""

from desens.running.models import Upkeep, UpkeepKind


def last_upkeep(kind: UpkeepKind) -> Upkeep | None:
    """The latest backup or drill, whether it succeeded or not."""
    return Upkeep.objects.filter(kind=kind).order_by("-id").first()


def last_success(kind: UpkeepKind) -> Upkeep | None:
    """The latest one that succeeded."""
    return Upkeep.objects.filter(kind=kind, succeeded=True).order_by("-id").first()
