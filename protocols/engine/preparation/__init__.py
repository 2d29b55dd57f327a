"""How the solutions of a schedule are prepared: measurable, with its errors, with the least waste. README.md."""

from protocols.engine.preparation.action import Action
from protocols.engine.preparation.measured import Measured
from protocols.engine.preparation.plan import NoPlan, Plan
from protocols.engine.preparation.planning import plan_preparation
from protocols.engine.preparation.prepared import PreparedBag
from protocols.engine.preparation.product import StockProduct
from protocols.engine.preparation.syringe import Syringe
from protocols.engine.preparation.withdrawal import Draw, Withdrawal
from protocols.engine.preparation.wording import action_sentence, draw_phrases, explain_action
from protocols.engine.preparation.workshop import Sought, StockBag, Workshop

__all__ = [
    "Action",
    "Draw",
    "Measured",
    "NoPlan",
    "Plan",
    "PreparedBag",
    "Sought",
    "StockBag",
    "StockProduct",
    "Syringe",
    "Withdrawal",
    "Workshop",
    "action_sentence",
    "draw_phrases",
    "explain_action",
    "plan_preparation",
]
