"""A file takes the place of the text; what cannot be read says so."""

import pytest
from django.urls import reverse

from protocols.models import Template
from protocols.unit_templates.copying import content_of
from protocols.unit_templates.reading import MOST_BYTES
from tests.clinic import libraries
from tests.number_linter import visible_text
from tests.protocols.unit_templates.sending import NEW, kept, sent, uploaded, wrong
from tests.protocols.unit_templates.written import TEXT, content

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(pharmacist, as_user):
    libraries()
    return as_user(pharmacist)


def test_a_specification_gets_its_title_beside_it(client):
    rest = TEXT[TEXT.index("solutions:") :].replace("number: ", "volume_ml: 250, number: ")
    head = "drug: rituximab\nroute: intravenous\ntarget_dose: 500\nunit: mg\n"
    text = f"{head}{rest}line: {{dead_volume_ml: 20, primed_with: solution}}\n"
    response = sent(client, reverse(NEW), text=text)
    assert set(wrong(response)) == {"title", "citation", "mark"}
    fields = {"title": "Mine", "citation": "A book", "mark": "known"}
    response = sent(client, reverse(NEW), text=text, **fields)
    assert "Left out, because it is chosen for each patient: line" in visible_text(response.content.decode())
    kept(client, reverse(NEW), text=text, **fields)
    row = Template.objects.get(origin="unit")
    assert content_of(row)["steps"] == content()["steps"]


def test_a_file_takes_the_place_of_the_text(client):
    response = uploaded(client, b"\xef\xbb\xbf" + TEXT.encode())
    assert not response.context["form"].errors
    assert response.context["form"]["text"].value() == TEXT
    assert uploaded(client, b"title: [").context["form"]["text"].value() == "title: ["


def test_json_is_read_and_shown_as_yaml(client):
    data = (
        b'{"title": "J", "citation": "c", "mark": "seen", "drugs": [{"name": "x", "target_dose": 1.50, "unit": "mg"}],'
    )
    data += b'"final_rate_ml_h": 80, "bag_volume_ml": 250, "solutions": [{"number": 1, "amount": "full"}],'
    data += b'"steps": [{"solution": 1, "rate_ml_h": 80, "volume_ml": "rest"}]}'
    response = uploaded(client, data, "mine.json")
    assert not response.context["form"].errors
    assert "- {name: x, target_dose: 1.50, unit: mg}" in response.context["form"]["text"].value()


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xff\xfe", "UTF-8"), (b"#" * (MOST_BYTES + 1), "At most 256 kB")],
    ids=["not UTF-8", "too large"],
)
def test_a_file_that_cannot_be_read_says_so_beside_it_and_the_text_stays(client, data, said):
    response = uploaded(client, data)
    assert said in wrong(response)["file"][0]
    assert response.context["form"]["text"].value() == "what was typed before"


def test_an_empty_file_asks_for_something(client):
    assert "Type the protocol" in wrong(uploaded(client, b""))["text"][0]
