"""Django's localisation never changes a figure (safety.md H2, section 4: 0 wrong accepts in 10,000 fuzzed strings)."""

import re
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from desens.pages.fields import NumberField

LOCALES = ["en", "de", "es", "fr", "de-ch"]
UNMISTAKABLE = re.compile(r"(0|[1-9][0-9]*)([.,][0-9]+)?", re.ASCII)
COULD_BE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}", re.ASCII)
typed_by_people = st.text(alphabet="0123456789.,' -+eE\u00a0\u202f٣５", min_size=0, max_size=14)


class Dose(forms.Form):
    dose = NumberField(unit="mg", required=False)


def accepted(typed):
    try:
        return NumberField(unit="mg", required=False).clean(typed)
    except ValidationError:
        return None


@pytest.mark.parametrize("locale", LOCALES)
@given(typed=typed_by_people)
def test_what_is_accepted_is_what_was_typed(locale, typed):
    with translation.override(locale):
        number = accepted(typed)
    bare = typed.strip(" \u00a0\u202f")
    if UNMISTAKABLE.fullmatch(bare) and not COULD_BE_THOUSANDS.fullmatch(bare):
        assert number == Decimal(bare.replace(",", "."))
    else:
        assert number is None


@pytest.mark.parametrize("locale", LOCALES)
@settings(max_examples=50)
@given(number=st.decimals(min_value=0, max_value=10**9, places=3))
def test_a_stored_figure_survives_being_shown_and_sent_back(locale, number):
    with translation.override(locale):
        shown = Dose(initial={"dose": number})["dose"]
        sent_back = re.search(r'value="([^"]*)"', str(shown))[1]
        assert accepted(sent_back) == number


@pytest.mark.parametrize("locale", LOCALES)
def test_the_measured_misreadings_of_localised_fields_do_not_happen(locale):
    with translation.override(locale):
        assert accepted("1,5") == accepted("1.5") == Decimal("1.5")
        assert accepted("0,05") == accepted("0.05") == Decimal("0.05")
        assert accepted("0.500") == accepted("0,500") == Decimal("0.5")
        assert accepted("1.000") is accepted("1,000") is accepted("1'000") is None
