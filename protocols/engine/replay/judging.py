"""What an event is held against: whether it can be, and what it does otherwise than planned."""

from collections.abc import Iterator
from fractions import Fraction

from protocols.engine.finding import Caution
from protocols.engine.replay.event import Event
from protocols.engine.replay.findings import at_step
from protocols.engine.replay.progress import Progress
from protocols.engine.wording import minutes_text, rate_text

#: A step that ends no more than a minute early is not cut short (contracts.md 5).
EARLY_MINUTES = 1


def refusal(event: Event, *, started: bool, paused: bool, stopped: bool, last_step: int) -> str | None:
    """The code of why an event cannot be; None where it can."""
    if event.at < 0:
        return "negative-time"
    if stopped:
        return "after-stop"
    if event.kind in ("pause", "stop") and not started:
        return "not-started"
    if event.kind == "pause" and paused:
        return "already-paused"
    if event.kind == "resume" and not paused:
        return "resume-without-pause"
    if event.step is not None and event.kind in ("start", "resume") and not 1 <= event.step <= last_step:
        return "no-such-step"
    return None


def compared(
    event: Event, step: int, *, run: Progress | None, left_minutes: Fraction, last_step: int
) -> Iterator[Caution]:
    """A step that is started, against the one under way, which had some minutes left, and against the next one.

    Behind the last step none is next: the caution then names none.
    """
    minute = minutes_text(event.at)
    current = run.step.number if run else 0
    abandoned = event.kind == "start" or step > current
    if abandoned and left_minutes > EARLY_MINUTES:
        yield at_step("step-cut-short", current, minute=minute, early=minutes_text(left_minutes))
    if step <= current:
        following = {} if current == last_step else {"next": str(current + 1)}
        yield at_step("step-back", step, minute=minute, **following)
    if step > current + 1:
        yield at_step("step-skipped", step, minute=minute, next=str(current + 1))


def pace(event: Event, run: Progress, own_minutes: Fraction) -> Iterator[Caution]:
    """A run that was just set going: faster than planned, or with nothing left to give."""
    minute, number = minutes_text(event.at), run.step.number
    if event.rate_ml_h is not None and event.rate_ml_h > run.step.rate_ml_h:
        rate, planned = rate_text(event.rate_ml_h), rate_text(run.step.rate_ml_h)
        yield at_step("rate-above-plan", number, minute=minute, rate=rate, planned=planned)
    if event.step is not None and not own_minutes:
        yield at_step("nothing-left", number, minute=minute)
