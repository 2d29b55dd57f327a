"""The answer to each question of the tree, with its reasons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reactions.rules.contraindications import Contraindication
from reactions.rules.phenotype import INDETERMINATE, MIXED, TYPE_I, TYPE_IV, Phenotype
from reactions.rules.reasons import Reason, because
from reactions.rules.risk import Risk
from reactions.rules.skin_tests import SkinTestVerdict
from reactions.rules.steps import Breakthrough

Answer = tuple[str, tuple[Reason, ...]]
#: Cautions of a session whose negative does not count; a short washout is judged by the histamine control.
VOIDS_NEGATIVE = ("intradermal-not-done", "too-early", "medicine-suppresses")


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What the way depends on. None is "not recorded", or "not done" for the tests.

    `contraindications` is None where no sign is recorded: none seen is something else.

    `alternative`: "none" or "exists"; `challenge`: "positive" or "negative"; `tryptase_risen` is what
    `TryptaseVerdict.tells`.
    """

    contraindications: tuple[Contraindication, ...] | None
    phenotype: Phenotype
    risk: Risk
    brown_grade: int | None
    anaphylaxis: bool | None = None
    skin_tests: SkinTestVerdict | None = None
    tryptase_risen: bool | None = None
    tryptase_cautions: tuple[Reason, ...] = ()
    alternative: str | None = None
    challenge: str | None = None
    breakthroughs: tuple[Breakthrough, ...] = ()

    @property
    def skin_test(self) -> str | None:
        """The result of the skin tests."""
        return None if self.skin_tests is None else self.skin_tests.result


def _contraindication(situation: Situation) -> Answer:
    found = situation.contraindications
    if found is None:
        return "not-recorded", (because("signs-missing"),)
    if not found:
        return "no", (because("no-contraindication-seen"),)
    override = tuple(because("slow-oral-override") for one in found if one.slow_oral)
    return "yes", tuple(because(one.code) for one in found) + override


def _alternative(situation: Situation) -> Answer:
    answer = situation.alternative or "not-recorded"
    return answer, (because(f"alternative-{answer}"),)


def _exanthem(situation: Situation) -> Answer:
    kind = situation.phenotype
    if kind.proposed == TYPE_IV:
        return "yes", kind.for_it
    if kind.proposed is None and kind.cannot:
        return "not-told", kind.cannot
    if kind.proposed == INDETERMINATE and any(reason.code.startswith("onset-delayed") for reason in kind.for_it):
        return "not-told", (because("exanthem-with-immediate-signs"), *kind.against)
    return "no", (because("no-delayed-exanthem"),)


def _skin_test(situation: Situation) -> Answer:
    if situation.skin_test == "positive":
        return "positive", (because("skin-test-positive"),)
    return "not-positive", (because(f"skin-test-{_untold(situation)}"),)


def _untold(situation: Situation) -> str:
    return "not-done" if situation.skin_tests is None else situation.skin_test or "not-told"


def _challenge(situation: Situation) -> Answer:
    if situation.breakthroughs and situation.challenge != "positive":
        return "positive", (because("breakthrough-recorded"),)
    if situation.challenge == "negative" and _more_than_mild(situation):
        return "outweighed", (because("challenge-negative"), because("challenge-against-severity"))
    answer = situation.challenge or "not-done"
    return answer, (because(f"challenge-{answer}"),)


def _more_than_mild(situation: Situation) -> bool:
    """Brown's own: "moderate + severe = workable definition of anaphylaxis", so a criterion of it is not mild."""
    return (situation.brown_grade or 0) > 1 or (situation.brown_grade == 1 and situation.anaphylaxis is True)


def _severity(situation: Situation) -> Answer:
    grade = situation.brown_grade
    if grade is None:
        return "unknown", (because("brown-grade-missing"),)
    said = (because("brown-grade", grade=str(grade)),)
    if grade == 1 and _more_than_mild(situation):
        return "moderate-or-severe", (*said, because("anaphylaxis-not-mild"))
    return ("mild" if grade == 1 else "moderate-or-severe"), said


def _valid_negative(situation: Situation) -> Answer:
    tests = situation.skin_tests
    if tests is None or tests.result != "negative":
        return "no", (because("test-first"), because(f"skin-test-{_untold(situation)}"))
    weak = tuple(because(code) for code in VOIDS_NEGATIVE if tests.has_caution(code))
    weak += (because("controls-not-valid"),) if tests.valid is False else ()
    weak += (because("delayed-skin-test-positive"),) if tests.delayed else ()
    return ("no", (because("test-first"), *weak)) if weak else ("yes", (because("skin-test-negative-valid"),))


def _ige(situation: Situation) -> Answer:
    suggestive = situation.phenotype.proposed in (TYPE_I, MIXED)
    if situation.tryptase_risen is False:
        return "unlikely", (because("tryptase-not-risen"),)
    if not suggestive:
        return "unlikely", (because("not-suggestive-of-ige"),)
    if situation.tryptase_risen is None:
        return "unknown", (because("tryptase-needed"),)
    return "likely", (because("suggestive-of-ige"), because("tryptase-risen"))


QUESTIONS: Mapping[str, Callable[[Situation], Answer]] = MappingProxyType(
    {
        "contraindication": _contraindication,
        "alternative": _alternative,
        "exanthem": _exanthem,
        "skin-test": _skin_test,
        "challenge": _challenge,
        "severity": _severity,
        "valid-negative": _valid_negative,
        "ige": _ige,
    }
)
