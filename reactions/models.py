"""Rows of the app: every file of rows is named here, so that Django finds it."""

from reactions.reaction_parts import GradeDecision, ReactionInError, Sign, TreatmentGiven
from reactions.reaction_rows import Reaction
from reactions.sketch_rows import ReactionSketch

__all__ = ["GradeDecision", "Reaction", "ReactionInError", "ReactionSketch", "Sign", "TreatmentGiven"]
