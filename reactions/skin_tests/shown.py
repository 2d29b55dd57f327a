"""What the pages of skin tests show: frozen values made by the selectors."""

from dataclasses import dataclass

from patients.background.shown import Medicines
from reactions.models import (
    Reaction,
    SkinTestRound,
    SkinTestSession,
)
from reactions.rules.skin_tests import SkinTestVerdict
from reactions.skin_test_choices import SkinTestResult
from reactions.skin_tests.measured_words import round_text
from reactions.skin_tests.shown_test import ShownTest
from reactions.skin_tests.since_reaction import SinceReaction
from reactions.skin_tests.wording import told_all

#: What the page says of the whole session already (timing_words).
CIRCUMSTANCES = frozenset(
    {
        "too-early",
        "late-negative",
        "days-after-reaction-not-recorded",
        "washouts-not-recorded",
        "washout-too-short",
        "washout-not-known",
        "medicine-suppresses",
    }
)


@dataclass(frozen=True, kw_only=True)
class ShownDrug:
    """The tests of one drug from weak to strong, pricks first, and what they say together."""

    name: str
    tests: tuple[ShownTest, ...]
    verdict: SkinTestVerdict | None

    @property
    def result_text(self) -> str:
        """The result of the drug in a word; "" where nothing was read or nothing can be told."""
        found = self.verdict.result if self.verdict else None
        return str(SkinTestResult(found).label) if found else ""

    @property
    def why(self) -> str:
        """Why there is no result."""
        return told_all(self.verdict.cannot) if self.verdict and not self.verdict.result else ""

    @property
    def cautions(self) -> tuple[str, ...]:
        """What to bear in mind of the session, beside what its readings and its circumstances say themselves."""
        if self.verdict is None:
            return ()
        said = {caution for reading in self.verdict.readings for caution in reading.cautions}
        more = [*self.verdict.cautions, *self.verdict.not_recorded]
        return tuple(told_all([each]) for each in more if each not in said and each.code not in CIRCUMSTANCES)

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the strengths and limits come from, each once."""
        return tuple(dict.fromkeys(test.row.source for test in self.tests if test.row.source))


@dataclass(frozen=True, kw_only=True)
class ShownSession:
    """One session: what is tested, when it was read, what it says. `medicines` is None on lists."""

    row: SkinTestSession
    reaction: Reaction | None
    since: SinceReaction | None
    drugs: tuple[ShownDrug, ...]
    rounds: tuple[SkinTestRound, ...]
    medicines: Medicines | None

    @property
    def is_read(self) -> bool:
        """Whether any reading stands."""
        return any(test.reading or test.later or test.opinion for drug in self.drugs for test in drug.tests)

    @property
    def tests(self) -> tuple[ShownTest, ...]:
        """Every test in the order of the sheet."""
        return tuple(sorted((test for drug in self.drugs for test in drug.tests), key=lambda test: test.row.number))

    @property
    def round_texts(self) -> tuple[tuple[SkinTestRound, str], ...]:
        """Each round with its controls in words, the newest first, those in error among them."""
        return tuple((row, round_text(row)) for row in self.rounds)
