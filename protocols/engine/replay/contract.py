"""Where an infusion stands, as other programs get it (contracts.md 5)."""

from fractions import Fraction
from typing import Any

from desens.numbers.write import plain_text
from protocols.engine.contract import findings_to_contract
from protocols.engine.replay.replayed import RemainingStep, Replayed


def replayed_to_contract(replayed: Replayed) -> dict[str, Any]:
    """The published form: amounts as text, exact or with 12 significant digits."""
    return {
        "state": replayed.state,
        "step": replayed.step,
        "minutes_into_step": _text(replayed.minutes_into_step),
        "delivered": plain_text(replayed.delivered),
        "in_line": {"ml": plain_text(replayed.in_line_ml), "amount": plain_text(replayed.in_line_amount)},
        "solutions": [
            {"number": bag.number, "infused_ml": plain_text(bag.infused_ml), "left_ml": plain_text(bag.left_ml)}
            for bag in replayed.solutions
        ],
        "remaining": [_step(step) for step in replayed.remaining],
        "ends_at": _text(replayed.ends_at),
        "total_dose": plain_text(replayed.total_dose),
        "findings": findings_to_contract(replayed.findings),
    }


def _text(value: Fraction | None) -> str | None:
    return None if value is None else plain_text(value)


def _step(step: RemainingStep) -> dict[str, Any]:
    published = {
        "number": step.number,
        "solution": step.solution,
        "rate_ml_h": plain_text(step.rate_ml_h),
        "minutes": plain_text(step.minutes),
        "volume_ml": plain_text(step.volume_ml),
        "dose": plain_text(step.dose),
        "cumulative_dose": plain_text(step.cumulative_dose),
    }
    return published | ({"flush": True} if step.flush else {})
