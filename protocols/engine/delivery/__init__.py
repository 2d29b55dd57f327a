"""What reaches the patient over time, through the line, beside what is set at the pump. Formulae: README.md beside."""

from protocols.engine.delivery.curve import Curve, Piece
from protocols.engine.delivery.delivering import deliver
from protocols.engine.delivery.delivery import Delivery, SolutionDelivery, StepDelivery

__all__ = ["Curve", "Delivery", "Piece", "SolutionDelivery", "StepDelivery", "deliver"]
