"""Two ways of doing something, timed in turns by the processor's clock, so that other work disturbs little."""

import resource
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time


@dataclass(frozen=True, kw_only=True)
class Figure:
    """How much longer `what` takes than `against`; `seconds` is its quickest run here."""

    what: str
    against: str
    ratio: float
    seconds: float


def compare(
    *,
    what: str,
    ours: Callable[[], object],
    against: str,
    bare: Callable[[], object],
    turns: int,
    clock: Callable[[Callable[[], object]], float] | None = None,
) -> Figure:
    """The median of `turns` ratios, each of two runs one after the other, which meet the same disturbances.

    Both run once before, so that neither pays for what is loaded once. `clock` is processor seconds unless told.
    """
    clock = clock or seconds
    ours(), bare()
    taken = [(clock(ours), clock(bare)) for _ in range(turns)]
    ratio = median(mine / theirs for mine, theirs in taken)
    return Figure(what=what, against=against, ratio=ratio, seconds=min(mine for mine, _ in taken))


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one run, those of the processes it started included."""
    before = _processor_seconds()
    work()
    return _processor_seconds() - before


def wall_seconds(work: Callable[[], object]) -> float:
    """Seconds of one run by the wall clock: what a database server computes is counted as well."""
    before = perf_counter()
    work()
    return perf_counter() - before


def _processor_seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime
