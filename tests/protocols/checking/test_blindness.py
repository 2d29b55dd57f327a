"""Nothing of the schedule, of the preparation or of an earlier check is told before the figures agree."""

import re
from dataclasses import fields, replace
from fractions import Fraction

import pytest
from django.template.loader import render_to_string

from desens.numbers.write import number_text, plain_text, setting_text
from desens.unit.selectors import current
from protocols.checking.asked import asked_of
from protocols.checking.sheet import Order, OrderedBag, sheet_of
from protocols.checking.stock import Stock, stock_of
from protocols.engine import Solution
from protocols.models import Version
from protocols.version_document import document_text, read_document
from tests.number_linter import lint, visible_text
from tests.protocols.checking.scene import address_of, sent, signed_version

pytestmark = pytest.mark.django_db(transaction=True)

#: Figures that no order, date or identity has by chance.
ODD = {"target_dose": "1187", "bag_volume_ml": "260", "final_rate_ml_h": "73", "dead_volume_ml": "17"}
NUMBER = re.compile(r"(?<![\w.:#/-])[0-9]+(?:\.[0-9]+)?(?![\w:-])")


def figures_of(version: Version) -> set[str]:
    """Every figure of the stored schedule and of what is asked, as text, save those that were ordered."""
    document = read_document(version.document)
    schedule, ordered = document.schedule, {Fraction(1187), Fraction(260), Fraction(17), Fraction(60)}
    parts = [schedule, *schedule.solutions, *schedule.steps]
    named = [pair for part in parts for pair in vars(part).items() if pair[0] != "fold_increase"]
    found = {value for _name, value in named if isinstance(value, Fraction)}
    found |= {asked.value for asked in asked_of(document, stock_of(document, version.protocol.drug, current()))}
    found -= ordered | {Fraction(0)}
    return {write(value) for value in found for write in (number_text, plain_text, setting_text)}


@pytest.fixture
def version(allergist) -> Version:
    return signed_version(allergist, **ODD)


def told_by(response) -> str:
    """The page's words and whatever stands in its attributes, without the form's own key and the page's nonces."""
    html = response.content.decode().replace("\u202f", "").replace("\u00a0", " ")
    return re.sub(r'nonce="[^"]*"|csrfmiddlewaretoken" value="[^"]*"|name="entry_key" value="[^"]*"', "", html)


def leaked(html: str, hidden: set[str]) -> set[str]:
    """What is hidden and stands among the words; of three digits or more, anywhere in the source of the page.

    Not within a longer word: the random letters of a code may hold any three digits.
    """
    long = {figure for figure in hidden if len(figure.replace(".", "").strip("0")) > 2 and _stands(figure, html)}
    return long | hidden & set(NUMBER.findall(visible_text(html)))


def _stands(figure: str, html: str) -> bool:
    return bool(re.search(rf"(?<![0-9A-Za-z]){re.escape(figure)}(?![0-9A-Za-z])", html))


def test_the_page_tells_no_figure_of_the_version(version, pharmacist, as_user):
    text, hidden = told_by(as_user(pharmacist).get(address_of(version))), figures_of(version)
    assert {"2.3", "73", "4.5654", "0.0045654"} & hidden
    assert "1187 mg" in text
    assert "260 mL" in text
    assert leaked(text, hidden) == set()


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
@pytest.mark.parametrize("wrong", [{"bag_1_concentration": "7777"}, {"step_16_rate": "7777"}, {"step_1_rate": ""}])
def test_nor_does_an_answer_to_a_wrong_or_missing_figure(version, pharmacist, as_user, headers, wrong):
    client, document = as_user(pharmacist), read_document(version.document)
    asked = asked_of(document, stock_of(document, version.protocol.drug, current()))
    right = {figure.key: plain_text(figure.value) for figure in asked}
    names = {name.replace("_", "-"): typed for name, typed in wrong.items()}
    everything_else = {key: "6666" for key in right if key > min(names)} if "bag_1_concentration" in wrong else right
    response = client.post(address_of(version), sent() | right | everything_else | names, headers=headers)
    assert response.status_code == 200
    typed_away = re.sub(r'value="[^"]*"', "", told_by(response))
    assert leaked(typed_away, figures_of(version)) == set()
    assert "times" not in visible_text(typed_away)
    assert "preparation" not in response.request["PATH_INFO"] + response.request["QUERY_STRING"]


def test_no_earlier_check_fills_or_shows_a_figure(version, allergist, pharmacist, as_user):
    client = as_user(pharmacist)
    client.post(address_of(version), sent(bag_1_concentration="0.1234"))
    text = told_by(client.get(address_of(version)))
    assert "0.1234" not in text
    assert not re.search(r'name="(bag|step)-[^"]*" value', text)


def test_what_the_template_gets_has_no_room_for_a_computed_figure():
    assert {field.name for field in fields(OrderedBag)} == {"number", "volume", "diluent", "holds"}
    assert not {field.name for field in fields(Order)} & {"schedule", "steps", "solutions", "preparation", "document"}


def test_the_page_says_what_was_ordered(version, pharmacist, as_user):
    text = visible_text(told_by(as_user(pharmacist).get(address_of(version))))
    for words in (
        "1:1000 of the full strength",
        "1:10 of the full strength",
        "what the steps of the other bags leave of the target dose",
        "dead volume 17 mL, primed with the drug solution, a new line with each bag",
        "Stock to withdraw for 260 mL",
        "60 mg/mL",
        "The prescriber departed from the steps of",
    ):
        assert words in text, words
    assert lint(visible_text(as_user(pharmacist).get(address_of(version)).content.decode())) == []


def test_steps_as_they_were_published_are_said_to_be(allergist, pharmacist, as_user):
    text = visible_text(told_by(as_user(pharmacist).get(address_of(signed_version(allergist)))))
    assert "The steps are those of Atezolizumab and bevacizumab, 16 steps, 4 bags, as it was published." in text


def test_a_bag_ordered_by_its_concentration_is_asked_for_its_amount(version):
    document = read_document(version.document)
    changed = (
        Solution(number=1, volume_ml=Fraction(260), concentration=Fraction("0.005")),
        Solution(number=2, volume_ml=Fraction(260), amount=Fraction("13")),
        Solution(number=3, volume_ml=Fraction(260), amount="full"),
        document.specification.solutions[3],
    )
    document = replace(document, specification=replace(document.specification, solutions=changed))
    assert read_document(document_text(document)) == document
    stock = stock_of(document, version.protocol.drug, current())
    sheet = sheet_of(version, document, stock)
    assert [asked.what for asked in sheet.asked if asked.what != "withdrawal"] == [
        "amount", "concentration", "concentration", "concentration", "rate", "rate",
    ]  # fmt: skip
    assert [bag.holds.replace("\u00a0", " ") for bag in sheet.order.bags[:3]] == [
        "0.005 mg/mL, as ordered",
        "13 mg of the drug, as ordered",
        "the target dose",
    ]


def test_without_a_strength_no_stock_is_asked(version):
    document = read_document(version.document)
    stock = Stock(product="a trial's product", strength=None, bags=frozenset({3, 4}))
    sheet = sheet_of(version, document, stock)
    assert {asked.what for asked in sheet.asked} == {"concentration", "rate"}
    page = render_to_string("protocols/checking/order.html", {"order": sheet.order})
    assert "strength not recorded: no stock is asked for" in page
    other = replace(document, source=document.source | {"product": "withdrawn from the market"})
    assert stock_of(other, version.protocol.drug, current()) == replace(
        stock, product="withdrawn from the market", bags=frozenset()
    )
