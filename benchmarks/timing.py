"""Two ways of doing something, timed in turns on the same machine in the same minute."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, kw_only=True)
class Figure:
    """How much longer `what` takes than `against`; `seconds` is what it took here, for information."""

    what: str
    against: str
    ratio: float
    seconds: float


def compare(*, what: str, ours: Callable[[], object], against: str, bare: Callable[[], object], turns: int) -> Figure:
    """The quickest of `turns` runs of each, taken in turns so that both meet the same disturbances.

    Both run once before, so that neither pays for what is loaded once.
    """
    ours(), bare()
    taken = [(seconds(ours), seconds(bare)) for _ in range(turns)]
    quickest, bare_quickest = min(pair[0] for pair in taken), min(pair[1] for pair in taken)
    return Figure(what=what, against=against, ratio=quickest / bare_quickest, seconds=quickest)


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    before = perf_counter()
    work()
    return perf_counter() - before
