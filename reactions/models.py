"""Rows of the app: every file of rows is named here, so that Django finds it."""

from reactions.assessment_rows import Assessment, Challenge, ChallengeInError, Grounds, NaranjoAnswers
from reactions.reaction_parts import GradeDecision, ReactionInError, Sign, TreatmentGiven
from reactions.reaction_rows import Reaction
from reactions.sample_rows import Sample, SampleInError
from reactions.sketch_rows import ReactionSketch
from reactions.skin_test_rows import (
    SkinTest,
    SkinTestOpinion,
    SkinTestOpinionInError,
    SkinTestReading,
    SkinTestRound,
    SkinTestRoundInError,
    SkinTestSession,
    SkinTestSessionInError,
)

__all__ = [
    "Assessment",
    "Challenge",
    "ChallengeInError",
    "GradeDecision",
    "Grounds",
    "NaranjoAnswers",
    "Reaction",
    "ReactionInError",
    "ReactionSketch",
    "Sample",
    "SampleInError",
    "Sign",
    "SkinTest",
    "SkinTestOpinion",
    "SkinTestOpinionInError",
    "SkinTestReading",
    "SkinTestRound",
    "SkinTestRoundInError",
    "SkinTestSession",
    "SkinTestSessionInError",
    "TreatmentGiven",
]
