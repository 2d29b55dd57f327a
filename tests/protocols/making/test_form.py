"""The form of bags: each field reads strictly and says what it expects, whatever is typed."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from protocols.making.entered import NewLot
from protocols.making.expiry import expiry_text
from protocols.making.form import BagsForm
from protocols.making.products import AskedProduct
from protocols.models import BagPart
from tests.protocols.making.scene import SALINE, typed

GLUCOSE = "glucose 5\u00a0%"
PRODUCTS = (
    AskedProduct(part=BagPart.DRUG, names=("atezolizumab for infusion",)),
    AskedProduct(part=BagPart.DILUENT, names=(SALINE, GLUCOSE)),
    AskedProduct(part=BagPart.OTHER, names=()),
)


def form_of(sent, *, hours=None, now=None, products=PRODUCTS):
    saved_at = datetime(2026, 11, 20, 9, 30, 40, tzinfo=UTC)
    return BagsForm(sent, products=products, saved_at=saved_at, hours=hours, now=now or timezone.now())


def test_what_was_typed_is_read_whole():
    more = {"lot-drug-2": "B9", "expires-drug-2": "20290331", "product-other": "water for injections"}
    form = form_of(typed(**more, **{"lot-other-0": "W1", "expires-other-0": "2029-02", "note": "in the isolator"}))
    assert form.is_valid(), form.errors
    new = form.new_bags()
    assert new.use_by - new.prepared_at == timedelta(hours=4)
    assert new.lots == (
        NewLot(
            part="drug",
            product="atezolizumab for infusion",
            lot="B1234",
            expires_on=date(2029, 3, 31),
            month_only=True,
        ),
        NewLot(part="drug", product="atezolizumab for infusion", lot="B9", expires_on=date(2029, 3, 31)),
        NewLot(part="diluent", product=SALINE),
        NewLot(part="other", product="water for injections", lot="W1", expires_on=date(2029, 2, 28), month_only=True),
    )
    assert (new.note, new.reason) == ("in the isolator", "")


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"prepared_on": "2026-13-01"}, "prepared_on", "2026-13-01 is not in the calendar"),
        ({"prepared_on": "0001-01-01"}, "prepared_on", "its bags were made later"),
        ({"prepared_on": "2031-01-01"}, "prepared_time", "still to come"),
        ({"use_by_on": "2031-01-01"}, "use_by_on", "within 31 days"),
        ({"prepared_on": "9999-12-31"}, "prepared_time", "still to come"),
        ({"product-diluent": ""}, "product-diluent", "required"),
        ({"product-diluent": "water"}, "product-diluent", "not one of the available choices"),
        ({"use_by_on": "2020-01-01"}, "use_by_on", "after it is prepared"),
        ({"lot-drug-0": ""}, "lot-drug-0", "Type the lot that expires then."),
        ({"lot-drug-0": "", "expires-drug-0": ""}, "lot-drug-0", "or tick that it was not recorded"),
        ({"expires-drug-0": ""}, "expires-drug-0", "Type the expiry date of this lot."),
        ({"expires-drug-0": "2020-01"}, "expires-drug-0", "expires before the bags' use-by date"),
        ({"expires-drug-0": "2029"}, "expires-drug-0", "as on the package"),
        ({"expires-drug-0": "2072-03"}, "expires-drug-0", "within 15 years"),
        ({"expires-drug-0": "2029-02-30"}, "expires-drug-0", "not in the calendar"),
        ({"lot-drug-1": "B1234", "expires-drug-1": "2029-03"}, "lot-drug-1", "stands above already"),
        ({"unrecorded-drug": "on"}, "unrecorded-drug", "Take away the tick, or the lot."),
        ({"lot-other-0": "W1", "expires-other-0": "2029-03"}, "product-other", "Name the product"),
        ({"product-other": "water for injections"}, "lot-other-0", "Type the lot"),
        ({"note": "\u202eabc"}, "note", "turns the direction"),
        ({"entry_key": "mine"}, "entry_key", "Enter a valid UUID"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_stays(changes, field, message):
    sent = typed(**changes)
    form = form_of(sent)
    assert message in " ".join(form.errors[field]), form.errors
    assert all(form[name].value() == value for name, value in sent.items() if not name.startswith("unrecorded"))


def test_a_lot_serves_to_the_last_day_of_its_month_and_no_day_longer():
    """The edge: the month of the use-by date, the day itself, the day before."""
    until = timezone.localtime(timezone.now() + timedelta(hours=4))
    before = until.date() - timedelta(days=1)
    for text, accepted in ((f"{until:%Y-%m}", True), (f"{until:%Y-%m-%d}", True), (before.isoformat(), False)):
        assert form_of(typed(**{"expires-drug-0": text})).is_valid() is accepted, text


@pytest.mark.parametrize("hours", [Fraction(4), Fraction(8), None])
def test_no_reason_is_asked_up_to_the_shortest_stability(hours):
    assert form_of(typed(), hours=hours).is_valid()


def test_a_minute_beyond_the_shortest_stability_asks_for_a_reason():
    short = Fraction(4) - Fraction(1, 60)
    assert "Say why it is longer" in " ".join(form_of(typed(), hours=short).errors["reason"])
    assert form_of(typed(reason="own study"), hours=short).is_valid()


def test_a_product_that_nobody_recorded_is_typed():
    unknown = tuple(AskedProduct(part=product.part, names=()) for product in PRODUCTS)
    form = form_of(typed(), products=unknown)
    assert form.errors["product-drug"]
    form = form_of(typed(**{"product-drug": "imported vials"}), products=unknown)
    assert form.is_valid(), form.errors
    assert [lot.product for lot in form.new_bags().lots] == ["imported vials", "sodium chloride 0.9 %"]


def test_an_expiry_date_is_written_as_on_the_package():
    assert expiry_text(date(2029, 3, 31), month_only=True) == "2029-03"
    assert expiry_text(date(2029, 3, 31), month_only=False) == "2029-03-31"
    assert expiry_text(None, month_only=False) == ""


ODD = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["\x00", "\u202e", "0001-01-01", "9999-12-31", "2026-02-30", "24:00", "0000", "on", SALINE, "2029"]
    ),
)
NAMES = [*typed(), "reason", "note", "lot-drug-1", "expires-drug-5", "lot-other-0", "product-other", "unrecorded-drug"]


@given(st.dictionaries(st.sampled_from(NAMES), ODD), st.booleans())
def test_any_input_is_read_or_told(odd, fit):
    form = form_of(typed() | odd if fit else odd, hours=Fraction(8))
    if form.is_valid():
        new = form.new_bags()
        assert not new.unnamed
        assert new.prepared_at < new.use_by
    else:
        assert form.errors
