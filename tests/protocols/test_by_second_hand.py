"""Published protocols worked out a second time, by plain arithmetic from the text of the sources, against version page
and printed sheet of a prescription through the editor. Nothing of protocols.engine is used on this side.
"""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from django.urls import reverse

from tests.clinic import libraries, registered, typed
from tests.protocols.documents.reading import step_rows

pytestmark = pytest.mark.django_db
CELLS = re.compile(r"<t[hd][^>]*>(?:<span>)?([^<]*)")


def timed(*bags: tuple[Fraction, tuple[float, ...]]) -> list[tuple[Fraction, ...]]:
    """(bag, rate, minutes, volume, dose) of steps of 15 minutes; a bag is its strength in mg/mL and its rates."""
    return [
        (Fraction(n), Fraction(str(rate)), Fraction(15), Fraction(str(rate)) / 4, Fraction(str(rate)) / 4 * strength)
        for n, (strength, rates) in enumerate(bags, start=1)
        for rate in rates
    ]


def brigham(dose, volume, *, weak, last, ends):
    """Bags of the Brigham family; `weak` are (parts, rates), `ends` the last bag: corrected or truncated."""
    steps = timed(*((Fraction(dose, volume * parts), rates) for parts, rates in weak))
    given = sum(step[4] for step in steps)
    strength = (dose - given) / volume if ends == "corrected" else Fraction(dose, volume)
    bag = Fraction(len(weak) + 1)
    steps += [
        (bag, Fraction(rate), Fraction(15), Fraction(rate, 4), Fraction(rate, 4) * strength) for rate in last[:-1]
    ]
    rest = (dose - sum(step[4] for step in steps)) / strength
    return [*steps, (bag, Fraction(last[-1]), rest * 60 / last[-1], rest, rest * strength)]


def volumes(*bags: tuple[Fraction, tuple[str, ...]]):
    """Steps of 15 minutes whose volumes are stated."""
    return [
        (Fraction(n), Fraction(text) * 4, Fraction(15), Fraction(text), Fraction(text) * strength)
        for n, (strength, texts) in enumerate(bags, start=1)
        for text in texts
    ]


LOW, HALF, LAST = (2, 5, 10, 20), (5, 10, 20, 40), (10, 20, 40, 80)
CASE = (2.5, 5, 10, 20)
BY_HAND = {
    "atezolizumab-bevacizumab-16-step": (
        {"target_dose": "1200"},
        brigham(1200, 250, weak=[(1000, CASE), (100, CASE), (10, HALF)], last=LAST, ends="corrected"),
    ),
    "ceftazidime-12-step": (
        {"drug": "ceftazidime", "target_dose": "2000"},
        brigham(2000, 250, weak=[(100, LOW), (10, HALF)], last=LAST, ends="corrected"),
    ),
    "carboplatin-12-step": (
        {"drug": "carboplatin", "target_dose": "500", "final_rate_ml_h": "75", "rates": "last"},
        brigham(500, 250, weak=[(100, LOW), (10, HALF)], last=(10, 20, 40, 75), ends="truncated"),
    ),
    "rituximab-12-step-truncated": (
        {"drug": "rituximab", "target_dose": "675"},
        brigham(675, 250, weak=[(100, LOW), (10, HALF)], last=LAST, ends="truncated"),
    ),
    "generic-20-step": (
        {"drug": "oxaliplatin", "target_dose": "150", "first_rate": "2", "last_bag": "corrected"},
        brigham(150, 250, weak=[(10000, LOW), (1000, LOW), (100, LOW), (10, HALF)], last=LAST, ends="corrected"),
    ),
    "one-solution-6-step": (
        {"drug": "infliximab", "target_dose": "350", "bag_volume_ml": "250", "final_rate_ml_h": "100"},
        [
            *timed((Fraction(350, 250), (5, 10, 25, 50, 75))),
            (
                Fraction(1),
                Fraction(100),
                Fraction("208.75") * 60 / 100,
                Fraction("208.75"),
                Fraction("208.75") * Fraction(350, 250),
            ),
        ],
    ),
    "alemtuzumab-modified-12-step": (
        {"drug": "alemtuzumab", "target_dose": "12", "bag_volume_ml": "80", "final_rate_ml_h": "160"},
        volumes(
            (Fraction("0.01"), ("0.5", "1.25", "2.5", "5.75")),
            (Fraction("0.09"), ("0.5", "1.25", "2.5", "5.75")),
            (Fraction("0.1375"), ("7.5", "12.5", "20", "40")),
        ),
    ),
}


def agrees(shown: str, exact: Fraction) -> bool:
    """Whether what is shown is the exact figure rounded at the place where it ends, and shows at least 3 digits."""
    text = shown.replace("\u202f", "")
    digits = -int(Decimal(text).as_tuple().exponent)
    enough = Fraction(text) == exact or len(text.replace(".", "").lstrip("0")) >= 3
    return enough and abs(Fraction(text) - exact) <= Fraction(1, 2 * 10 ** max(digits, 0))


def page_rows(html: str) -> list[list[str]]:
    table = html[html.index("<caption>Steps</caption>") :].partition("</tbody>")[0].partition("<tbody>")[2]
    return [CELLS.findall(row) for row in table.split("</tr>") if "<td" in row]


@pytest.mark.parametrize("slug", BY_HAND)
def test_the_page_and_the_sheet_show_what_plain_arithmetic_gives(slug, allergist, nurse, as_user):
    libraries()
    chosen, expected = BY_HAND[slug]
    patient, client = registered(allergist), as_user(allergist)
    sent = client.post(
        reverse("protocol_new", args=[patient.code]), typed(template=slug, **chosen) | {"action": "save"}
    )
    assert sent.status_code == 302, re.sub("<[^>]+>|\\s+", " ", sent.content.decode())
    rows = page_rows(client.get(sent["Location"]).content.decode())
    assert len(rows) == len(expected)
    given = Fraction(0)
    for number, (row, step) in enumerate(zip(rows, expected, strict=True), start=1):
        bag, rate, minutes, volume, dose = step
        given += dose
        assert (row[0], row[1], Fraction(row[2])) == (str(number), str(bag), rate)
        figures = zip(row[3:7], (minutes, volume, dose, given), strict=True)
        assert all(agrees(shown, exact) for shown, exact in figures), (row, step, given)
    assert given == Fraction(chosen["target_dose"])
    sheet = step_rows(as_user(nurse).get(f"{sent['Location']}nursing-sheet.pdf").content)
    for on_paper, row in zip(sheet, rows, strict=True):
        number, bag, rate, volume, minutes, dose, total = on_paper.figures
        assert [number, bag, rate, minutes, dose, total] == [row[i].replace("\u202f", "") for i in (0, 1, 2, 3, 5, 6)]
        assert volume in (row[4], "TIME IT")
