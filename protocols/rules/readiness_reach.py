"""Whether an allergist is within reach during the procedure.

Source (clinical.md 5.2, Brigham and Women's Hospital): "Others: outpatient, 1:1 nurse, allergist within 3 minutes,
present at first dose, consent each time". The sentence says it of outpatients. Intensive care has physicians of its
own at the bedside, but not one who knows the drug's reaction, so the question is asked of every place (the reading
chosen); wherever it does not hold, a reason releases.
"""

from protocols.rules.readiness_item import Item, fails, holds, unknown
from protocols.rules.readiness_record import Answers

WITHIN_MINUTES = 3


def allergist(answers: Answers) -> Item:
    """Within three minutes, and present at the first dose."""
    if not answers.allergist:
        return unknown("allergist", "allergist-missing")
    if answers.allergist == "present":
        return holds("allergist", "allergist-present")
    return fails("allergist", "allergist-within" if answers.allergist == "within" else "allergist-far")
