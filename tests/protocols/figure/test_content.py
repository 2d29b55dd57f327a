"""What travels in a picture's address comes back unchanged; anything else is refused."""

from dataclasses import replace
from fractions import Fraction

import pytest
from django.core.signing import BadSignature
from hypothesis import assume, given

from protocols.engine import NothingToCompute, compute
from protocols.engine.delivery import deliver
from protocols.engine.delivery.curve import curve_of
from protocols.figure.content import LONGEST_TOKEN, content_from, content_of, token_of
from tests.protocols.engine.samples import saline_line
from tests.protocols.engine.strategies import specifications
from tests.protocols.figure.contents import content_through


@given(specifications())
def test_a_content_goes_round(specification):
    try:
        schedule = compute(specification)
    except NothingToCompute:
        assume(False)
    content = content_of(schedule, deliver(schedule, specification.line))
    token = token_of(content)
    assume(token is not None)
    assert content_from(token) == content
    assert token_of(content_from(token)) == token


def test_bags_and_flush_are_marked_where_they_begin():
    content = content_through(saline_line(10, end_flush=True))
    assert content.bags == ((0, 1), (60, 2), (120, 3))
    assert content.flush_at == Fraction("339.375")
    assert content.minutes == Fraction("346.875")


def test_a_token_names_neither_drug_nor_patient_and_fits_an_address():
    token = token_of(content_through(saline_line(20), 10000, 1000, 100, 10, 1))
    assert len(token) < 400
    assert "example" not in token


@pytest.mark.parametrize("broken", ["", "nothing", "eyJ:abc"])
def test_a_text_that_is_not_ours_is_refused(broken):
    with pytest.raises(BadSignature):
        content_from(broken)


def test_a_changed_token_is_refused():
    token = token_of(content_through(None))
    with pytest.raises(BadSignature):
        content_from(token[:5] + ("a" if token[5] != "a" else "b") + token[6:])


def test_too_many_changes_of_rate_have_no_address():
    content = content_through(None)
    restless = curve_of((Fraction(1, n), Fraction(n * n, 7)) for n in range(1, 1500))
    assert token_of(replace(content, nominal=restless, delivered=restless)) is None
    assert len(token_of(content)) <= LONGEST_TOKEN
