"""Why there is no plan: the solution and the withdrawal that stand in the way. Codes: README.md."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from protocols.engine.finding import Blocker, Finding
from protocols.engine.preparation.bench import Bench
from protocols.engine.preparation.need import BagNeed, next_stronger
from protocols.engine.wording import concentration_text, volume_text

ZERO = Fraction(0)


def why_not(needs: Sequence[BagNeed], bench: Bench, stuck: BagNeed, unit: str) -> tuple[Finding, ...]:
    """A finding for each solution that cannot be made by itself; else the one where handing on fails."""
    alone = tuple(finding for need in needs for finding in _alone(need, needs, bench, unit))
    return alone or (_no_room(stuck, bench),)


def _alone(need: BagNeed, needs: Sequence[BagNeed], bench: Bench, unit: str) -> Iterator[Finding]:
    stronger = next_stronger(need, needs)
    if need.concentration > bench.product.strength:
        strengths = (need.concentration, bench.product.strength)
        asked, strength = (concentration_text(figure, unit) for figure in strengths)
        yield _blocker("preparation-too-strong", need, concentration=asked, strength=strength)
    elif need.infused_ml > bench.workshop.largest_content_ml:
        yield _no_room(need, bench)
    elif next(bench.makings(need, ZERO, stronger), None) is None:
        yield _unmeasurable(need, stronger, bench, unit)


def _unmeasurable(need: BagNeed, stronger: BagNeed | None, bench: Bench, unit: str) -> Finding:
    """The withdrawals for the largest volume that may be prepared, beside what the syringes measure."""
    final_ml = max(bench.final_volumes(need, ZERO))
    amount = need.concentration * final_ml
    syringes = bench.workshop.syringes
    values = {
        "volume": volume_text(final_ml),
        "stock": volume_text(amount / bench.product.strength),
        "strength": concentration_text(bench.product.strength, unit),
        "least": volume_text(min(syringe.least_ml for syringe in syringes)),
        "largest": volume_text(max(syringe.volume_ml for syringe in syringes)),
    }
    if stronger is None:
        return _blocker("preparation-unmeasurable", need, **values)
    values |= {"source": str(stronger.number), "serial": volume_text(amount / stronger.concentration)}
    return _blocker("preparation-unmeasurable-serial", need, **values)


def _no_room(need: BagNeed, bench: Bench) -> Finding:
    values = {"needed": volume_text(need.infused_ml), "largest": volume_text(bench.workshop.largest_content_ml)}
    return _blocker("preparation-no-room", need, **values)


def _blocker(code: str, need: BagNeed, **values: str) -> Finding:
    stated = (("solution", str(need.number)), *values.items())
    return Blocker(code=code, where=f"solution {need.number}", values=stated)
