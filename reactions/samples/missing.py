"""What the samples of a person leave open: an acute tryptase without a baseline to judge it by."""

from collections.abc import Collection

from reactions.models import Sample
from reactions.sample_choices import SampleKind, Timing
from reactions.samples.selectors import standing_samples


def acute_without_baseline(ids: Collection[int]) -> Sample | None:
    """The last acute tryptase of these records (patients.person), while they hold no baseline. One query."""
    tryptase = standing_samples(ids, kind=SampleKind.TRYPTASE)
    if any(row.timing == Timing.BASELINE for row in tryptase):
        return None
    return tryptase[0] if tryptase else None
