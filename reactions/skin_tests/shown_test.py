"""What the pages show of one test."""

from dataclasses import dataclass

from reactions.models import SkinTest, SkinTestOpinion, SkinTestReading
from reactions.rules.skin_test_readings import ReadingVerdict
from reactions.skin_test_choices import ReadAfter, SkinTestResult
from reactions.skin_tests.measured_words import later_text, measured_text
from reactions.skin_tests.strengths import is_above
from reactions.skin_tests.wording import told_all


@dataclass(frozen=True, kw_only=True)
class ShownTest:
    """One test with the readings that stand: at 15 to 20 min and days later, computed, and the allergist's own."""

    row: SkinTest
    reading: SkinTestReading | None
    later: tuple[tuple[ReadAfter, SkinTestReading], ...]
    verdict: ReadingVerdict | None
    opinion: SkinTestOpinion | None

    @property
    def newest(self) -> SkinTestReading | None:
        """The reading that an opinion is about: the one of 15 to 20 min, else the last of later."""
        return self.reading or (self.later[-1][1] if self.later else None)

    @property
    def measured(self) -> str:
        """What was measured at 15 to 20 min; "" where the test was not read."""
        return measured_text(self.reading) if self.reading else ""

    @property
    def later_texts(self) -> tuple[str, ...]:
        """What was seen days later."""
        return tuple(later_text(after, row) for after, row in self.later)

    @property
    def above_limit(self) -> bool:
        """Whether the strength is above the non-irritating limit known when it was planned."""
        return is_above(self.row.strength, self.row.limit_strength)

    @property
    def result_text(self) -> str:
        """The computed result in a word; "" where nothing was read or nothing can be told."""
        found = self.verdict.result if self.verdict else None
        return str(SkinTestResult(found).label) if found else ""

    @property
    def standing_result(self) -> str:
        """The allergist's reading as a code, else the computed one; "" where neither is."""
        if self.opinion is not None:
            return self.opinion.result
        return (self.verdict.result or "") if self.verdict else ""

    @property
    def why(self) -> str:
        """The reasons of the result, or why there is none."""
        return told_all((*self.verdict.because, *self.verdict.cannot)) if self.verdict else ""

    @property
    def cautions(self) -> str:
        """What to bear in mind of this reading."""
        return told_all(self.verdict.cautions) if self.verdict else ""
