"""Components say by word what they also say by shape and colour."""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

from desens.numbers.quantity import Quantity


@dataclass(frozen=True, kw_only=True)
class Chip:
    substance: str
    status: str
    status_text: str


@dataclass(frozen=True, kw_only=True)
class Weighed:
    quantity: Quantity
    measured_on: date


@dataclass(frozen=True, kw_only=True)
class Person:
    """As much of patients.selectors.Identity as the banner shows."""

    shown_name: str = "GARCÍA, María"
    birth_date: date | None = date(1962, 4, 3)
    age_years: int = 64
    sex_text: str = "female"
    hospital_number: str = "123456"
    weight: Weighed | None = None
    allergies: tuple[Chip, ...] = ()
    allergy_statement: str = ""
    address: str = "/patients/k7qx/"


def banner(**values):
    return render_to_string("components/patient_banner.html", {"identity": Person(**values)})


def shown(tag, **context):
    return Template("{% load desens %}" + tag).render(Context(context))


def test_the_banner_identifies():
    page = banner(weight=Weighed(quantity=Quantity.of(Fraction("71.5"), "kg"), measured_on=date(2026, 11, 2)))
    for fact in ("GARCÍA, María", "1962-04-03", "(64\u00a0y)", "female", "123456", "71.5\u00a0kg", "2026-11-02"):
        assert fact in page


def test_what_is_not_recorded_is_never_shown_as_none():
    page = banner(allergy_statement="not recorded")
    assert page.count("not recorded") == 2  # weight and allergies
    assert "none" not in page


def test_a_refuted_label_stands_beside_the_statement():
    page = banner(
        allergies=(Chip(substance="Penicillin", status="refuted", status_text="refuted"),),
        allergy_statement="not recorded",
    )
    assert "Penicillin" in page
    assert '<span class="allergy-statement">not recorded</span>' in page


def test_a_label_says_its_status_by_word():
    page = banner(allergies=(Chip(substance="Oxaliplatin", status="confirmed", status_text="confirmed"),))
    assert '<span class="allergy-status">confirmed</span>' in page


def test_the_banner_of_a_hidden_identity_shows_age_and_code_only():
    page = banner(shown_name="Patient k7qx", birth_date=None, hospital_number="")
    assert "Patient k7qx" in page
    assert "64\u00a0y" in page
    assert "1962" not in page
    assert ">No<" not in page


def test_a_name_cannot_bring_markup():
    assert "<script>" not in banner(shown_name="<script>alert(1)</script>")


@pytest.mark.parametrize(
    ("level", "word"),
    [
        ("blocker", "Blocker"),
        ("sign-off", "Needs sign-off"),
        ("caution", "Caution"),
        ("unchecked", "Could not check"),
    ],
)
def test_a_finding_says_its_level(level, word):
    page = shown("{% finding level text where='step 3' %}", level=level, text="5 < 6")
    assert f'<strong class="finding-level">{word}</strong>' in page
    assert "step 3" in page
    assert "5 &lt; 6" in page
    assert "<path" in page


def test_a_level_nobody_knows_is_an_error():
    with pytest.raises(KeyError):
        shown("{% finding 'green' 'all is well' %}")


def test_a_quantity_stays_on_one_line():
    assert shown("{% quantity q %}", q=Quantity.of(1200, "mg")) == '<span class="figure">1\u202f200\u00a0mg</span>'
    assert shown("{% quantity q %}", q=None) == "not recorded"


def test_an_empty_page_says_what_to_do():
    page = shown("{% empty_state 'No protocol yet' text='Write one.' action='New protocol' address='/new/' %}")
    assert '<a class="btn btn-primary" href="/new/">New protocol</a>' in page


class Typed(forms.Form):
    first = forms.CharField()
    second = forms.CharField()
    third = forms.CharField()


def focused(form, **context):
    html = shown("{% for each in form %}{% field each %}{% endfor %}", form=form, **context)
    return re.findall(r'name="(\w+)"[^>]*autofocus', html)


def test_a_page_that_comes_back_begins_at_its_first_wrong_field():
    assert focused(Typed({"first": "1"})) == ["second"]
    assert focused(Typed({"first": "1", "second": "2", "third": "3"})) == []
    assert focused(Typed()) == []


def test_a_form_that_says_where_to_begin_begins_there():
    form = Typed({"first": "1"})
    form.fields["third"].widget.attrs["autofocus"] = True
    assert focused(form) == ["third"]


def test_an_answer_while_somebody_types_takes_no_focus():
    class Asked:
        htmx = True

    assert focused(Typed({}), request=Asked()) == []
