"""A bad text gives one clear message and loses nothing."""

import pytest
from django.urls import reverse

from protocols.models import Template
from protocols.unit_templates.reading import MOST_BYTES
from tests.clinic import libraries
from tests.number_linter import visible_text
from tests.protocols.unit_templates.sending import NEW, sent, wrong
from tests.protocols.unit_templates.written import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(pharmacist, as_user):
    libraries()
    return as_user(pharmacist)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: [", "At line"),
        ("- 1", "At (content): expected a mapping"),
        ("title: a\ntitle: b", "the key 'title' once only"),
        ("a: &x 1\nb: *x", "no YAML aliases"),
        (TEXT.replace("dilution: 10", "dilution: 1:10"), "solutions entry 1, dilution"),
        (TEXT.replace("minutes: 15", "minutes: 015", 1), "steps entry 1, minutes"),
        (TEXT.replace("target_dose: 500", "target_dose: 1_000"), "drugs entry 1, target_dose"),
        (TEXT.replace("minutes: 15", "minuten: 15", 1), "steps entry 1, minuten"),
        (TEXT.replace("mark: VERIFY", "mark: sure"), "At mark: expected one of"),
        (TEXT.replace("solution: 2", "solution: 9"), "steps entry 3, solution"),
        (TEXT + "printed: {totals: {total_dose_mg: 400}}\n", "printed, total, total_dose_mg"),
        (TEXT + "errata: [{where: total, column: x, printed: 1, computed: 2}]\n", "errata, total, x"),
        ("[" * 5000, "levels of nesting"),
        ("   ", "Type the protocol, or choose a file."),
        ("title: x\ncitation: x\nmark: seen\nincomplete: {drug: x, route: oral, missing: all}", "At incomplete"),
        (TEXT.replace("amount: remainder", "amount: full").replace("volume_ml: rest", "volume_ml: 20"), "blockers"),
        (TEXT.replace("minutes: 15", "minutes: 9000", 1), "Nothing can be computed"),
        ("x" * (MOST_BYTES + 1), "At most 256 kB"),
        ("\x00", "Null characters"),
    ],
    ids=lambda text: text[:30],
)
def test_a_bad_text_gives_one_clear_message_beside_it_and_stays(client, text, said):
    response = sent(client, reverse(NEW), text=text)
    errors = wrong(response)
    assert list(errors) == ["text"]
    (message,) = errors["text"]
    assert said in message
    assert response.context["form"]["text"].value() == text
    assert not Template.objects.filter(origin="unit").exists()


def test_why_nothing_can_be_computed_or_kept_is_shown_as_findings(client):
    dry = sent(client, reverse(NEW), text=TEXT.replace("minutes: 15", "minutes: 9000", 1))
    assert "runs dry in step 1" in visible_text(dry.content.decode())
    short = TEXT.replace("amount: remainder", "amount: full").replace("volume_ml: rest", "volume_ml: 20")
    assert "less than the target of 500" in visible_text(sent(client, reverse(NEW), text=short).content.decode())
