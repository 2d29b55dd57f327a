"""The sheet as paper: what every page carries, what is never split, cut or coloured (screens.md)."""

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from desens.printing.refusal import CannotPrint
from protocols.documents.nursing_sheet import render
from protocols.engine import Line
from tests.printing.pdf import POINTS_A_MM, Word, fonts, page_streams, pages, poppler, words
from tests.protocols.documents.reading import outside_their_column, step_rows
from tests.protocols.documents.sheets import IDENTITY, allergy, long_text, longest, sheet, steps_in_bags

LEAST_ROW_MM = 9
PAPER = (297 * POINTS_A_MM, 210 * POINTS_A_MM)


def twenty_steps(**changes):
    return sheet(schedule=steps_in_bags(5), **changes)


PRINTED = {"ordinary": sheet, "twenty steps": twenty_steps, "longest": longest}


@pytest.fixture(scope="module", params=PRINTED)
def valid(request):
    return render(PRINTED[request.param]())


@pytest.fixture(scope="module", params=PRINTED)
def draft(request):
    return render(PRINTED[request.param](state="draft"))


def overlap(one: Word, other: Word) -> bool:
    """Whether two words print over each other; their boxes are a font's, a fifth taller than its letters."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 1 and down > 0.35 * min(one.bottom - one.top, other.bottom - other.top)


def test_every_page_says_who_which_plan_and_which_page(valid):
    texts = pages(valid)
    for number, text in enumerate(texts, start=1):
        assert f"page {number} of {len(texts)}" in text
        for part in ("1962-04-03 (64 y)", "male", "71 kg (2026-11-02)", "ALLERGIES", "7f3a·91c2", "valid"):
            assert part in text


def test_every_page_says_what_to_do_in_an_emergency(valid):
    for text in pages(valid):
        for part in ("STOP RULES", "epinephrine IM 0.5 mg = 0.5 mL of 1 mg/mL", "DO NOT FLUSH THE LINE", "5 1234"):
            assert part in text


def test_every_page_with_steps_repeats_the_heads_of_the_table(valid):
    with_steps = {row.page for row in step_rows(valid)}
    assert with_steps
    for number, text in enumerate(pages(valid), start=1):
        heads = re.search(
            r"Step\s+Bag\s+SET mL/h\s+VTBI mL\s+min\s+start\s+HR\s+BP\s+SpO2\s+T\s+signs\s+initials", text
        )
        assert heads or number not in with_steps


def test_every_step_is_there_whole_and_once(valid):
    rows = step_rows(valid)
    assert [row.figures[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    assert len(rows) in (16, 20)
    assert all(all(row.figures) for row in rows)


def test_rows_leave_room_for_handwriting(valid):
    rows = step_rows(valid)
    gaps = [
        (after.middle - before.middle) / POINTS_A_MM for before, after in pairwise(rows) if before.page == after.page
    ]
    assert min(gaps) >= LEAST_ROW_MM


def test_no_words_print_over_each_other_or_off_the_paper(valid):
    for page in words(valid):
        assert [(a.text, b.text) for n, a in enumerate(page) for b in page[n + 1 :] if overlap(a, b)] == []
        assert all(word.left >= 0 and word.right <= PAPER[0] and word.bottom <= PAPER[1] for word in page)


def test_no_figure_leaves_its_column(valid):
    assert outside_their_column(valid) == []


def test_a_change_of_bag_stays_with_its_first_step(valid):
    for text in pages(valid):
        table = text[text.index("SET mL/h") :] if "SET mL/h" in text else ""
        for change in re.finditer(r"(?:START BAG|CHANGE BAG:) (\d)", table):
            assert re.search(rf"\n\s+\d+\s+{change[1]}\s+[\d.]+", table[change.end() :])


@pytest.mark.parametrize(
    ("state", "words_across"),
    [
        ("draft", "DRAFT - NOT FOR ADMINISTRATION"),
        ("superseded", "SUPERSEDED - NOT FOR ADMINISTRATION"),
        ("void", "VOID - NOT FOR ADMINISTRATION"),
    ],
)
def test_a_sheet_that_may_not_be_given_says_so_at_the_top_of_every_page(state, words_across):
    texts = pages(render(sheet(state=state)))
    assert all(words_across in text.splitlines()[0] for text in texts)


def test_a_draft_says_so_across_every_page_too(draft):
    for stream in page_streams(draft):
        assert re.search(r"0\.913545 -0\.406737 .*? Tm\s+/\w+ 45\.33\d* Tf", stream, re.DOTALL)


def test_a_valid_sheet_bears_no_such_words(valid):
    assert "ADMINISTRATION" not in "".join(pages(valid))


def test_a_draft_hides_no_figure(draft):
    rows = step_rows(draft)
    assert len(rows) in (16, 20)


def test_only_black_and_greys_are_drawn(draft):
    for stream in page_streams(draft):
        colours = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", stream)
        assert colours
        assert all(red == green == blue for red, green, blue in colours)
        assert re.search(r"\b(?:k|K|sc|SC|scn|SCN|cs|CS|sh|Do)\n", stream) is None


def test_only_our_fonts_are_inside(draft):
    assert fonts(draft) <= {"Inter", "Inter-Bold", "DejaVu-Sans", "DejaVu-Sans-Bold"}


def test_the_same_sheet_gives_the_same_bytes():
    assert render(longest()) == render(longest())


def test_every_long_text_is_printed_to_its_last_character():
    printed = set(poppler(render(longest()), "-raw").split())
    for word in ("Surname".upper(), "Given", "Place", "FilterText", "Fluids", "Monitoring", "PrescribedBy", "Citation"):
        expected = long_text(word).split()
        assert [part for part in expected[:-1] if part not in printed] == []


def test_a_name_without_a_space_is_broken_not_cut():
    name = "".join(chr(ord("a") + n % 26) for n in range(200))
    printed = "".join(poppler(render(sheet(place=name, filter_text=name)), "-raw").split())
    assert printed.count(name) >= 2


@pytest.mark.parametrize("telephone", ["5" * 200, "+34 900 000 101, at night the switchboard 900 123 456, ext. 78"])
def test_the_allergists_telephone_is_broken_not_cut(telephone):
    sheet_pages = words(render(sheet(telephone=telephone)))
    for page in sheet_pages:
        assert all(word.right <= PAPER[0] - 7 * POINTS_A_MM for word in page)
    assert telephone.replace(" ", "") in "".join(poppler(render(sheet(telephone=telephone)), "-raw").split())


def test_twenty_allergies_of_full_length_are_all_on_every_page():
    identity = replace(IDENTITY, allergies=tuple(allergy(long_text(f"Allergen{n}x")) for n in range(20)))
    for text in pages(render(sheet(identity=identity))):
        found = set(text.split())
        assert all(f"Allergen{n}x9" in found for n in range(20))


def test_texts_that_would_push_the_head_off_the_page_are_refused():
    rules = tuple(long_text(f"Rule{n}", 2_000) for n in range(12))
    with pytest.raises(CannotPrint, match="leave no room"):
        render(sheet(stop_rules=rules))


def test_a_line_with_its_fills_and_flush_prints():
    line = Line(dead_volume_ml=Fraction(2), primed_with="diluent", per_solution=False, end_flush=True)
    text = " ".join(poppler(render(sheet(schedule=steps_in_bags(3, line=line), line=line)), "-raw").split())
    assert "dead volume 2 mL, primed with diluent, one line for all bags" in text
    assert "FLUSH THE LINE" in text
    assert "(keep the line)" in text
