"""What weakens a proposal without changing it: said beside it, for the allergist to weigh."""

from reactions.rules.decision_questions import Situation
from reactions.rules.reasons import Reason, because
from reactions.rules.skin_tests import SkinTestVerdict

#: Cautions of the samples and of a negative session that go with the proposal.
OF_TRYPTASE = ("tryptase-time-not-recorded", "tryptase-too-early", "tryptase-too-late")
OF_A_NEGATIVE = ("late-negative", "washout-too-short", "washout-not-known", "medicine-suppresses")


def weaknesses(situation: Situation) -> tuple[Reason, ...]:
    """Of tests, tryptase and a challenge that speak against each other or were done in doubtful circumstances."""
    against = [because("challenge-against-severity")] if _outweighed(situation) else []
    if situation.challenge == "negative" and situation.tryptase_risen:
        against.append(because("challenge-against-tryptase"))
    timed = [caution for caution in situation.tryptase_cautions if caution.code in OF_TRYPTASE]
    return (*against, *timed, *_of_negative(situation.skin_tests))


def _outweighed(situation: Situation) -> bool:
    return situation.challenge == "negative" and (situation.brown_grade or 0) > 1


def _of_negative(tests: SkinTestVerdict | None) -> tuple[Reason, ...]:
    if tests is None or tests.result != "negative":
        return ()
    control = (because("negative-control-not-recorded"),) if tests.valid is None else ()
    told = tuple(caution for caution in tests.cautions if caution.code in OF_A_NEGATIVE)
    return (*told, *control, *tests.not_recorded)
