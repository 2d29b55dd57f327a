"""What the results would say as they are typed: the same rules, nothing stored."""

from dataclasses import dataclass
from fractions import Fraction

from desens.unit.definitions.judging import INTRADERMAL_MM
from desens.unit.selectors import UnitSettings
from reactions.models import SkinTest
from reactions.rules.skin_test_input import SkinTests
from reactions.rules.skin_test_readings import judge_reading
from reactions.skin_tests.entered import NewRound
from reactions.skin_tests.judging import reading_of, wheal
from reactions.skin_tests.results_form import ResultsForm
from reactions.skin_tests.wording import result_word, told_all


@dataclass(frozen=True, kw_only=True)
class PreviewCell:
    """The result of one line: its code and word, and why; all "" where nothing was read."""

    test: SkinTest
    result: str = ""
    word: str = ""
    why: str = ""


def preview(form: ResultsForm, *, unit: UnitSettings) -> list[PreviewCell]:
    """A cell for each test in the order of the sheet, by the controls that were typed; days later none is computed."""
    if not form.is_immediate or not form.is_bound:
        return [PreviewCell(test=test) for test in form.tests]
    form.full_clean()
    typed = form.new_round()
    series = _series(typed, Fraction(unit[INTRADERMAL_MM]))
    return [_cell(form, test, series) for test in form.tests]


def _series(typed: NewRound, growth_mm: Fraction) -> SkinTests:
    return SkinTests(
        readings=(),
        histamine=wheal(typed.histamine_longest, typed.histamine_across),
        negative=wheal(typed.negative_longest, typed.negative_across),
        growth_mm=growth_mm,
    )


def _cell(form: ResultsForm, test: SkinTest, series: SkinTests) -> PreviewCell:
    read = form.clean_read(test)
    if read is None:
        return PreviewCell(test=test)
    verdict = judge_reading(reading_of(test, read), series)
    reasons = (*verdict.because, *verdict.cannot, *verdict.cautions)
    return PreviewCell(
        test=test, result=verdict.result or "unknown", word=result_word(verdict.result), why=told_all(reasons)
    )
