"""The unit's own rows: added with their source and event, in place of shipped ones, retired and never deleted."""

from uuid import uuid4

import pytest
from django.core.exceptions import BadRequest
from django.utils import timezone

from desens.audit.models import AuditEvent
from drugs import unit_services as services
from drugs.finding import find_drug, search, suggested
from drugs.models import Drug, Retirement, Value
from drugs.selectors import intravenous_drugs, product_facts
from drugs.unit_services import NameTakenError, NewName, ProductTakenError, StaleValueError
from tests.drugs.shelf import LABEL, drug, loaded, product, retired, stated, stating
from tests.records.races import RACES, run_races

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def library():
    loaded()


def add(name, by):
    return services.add_drug(name=name, by=by, at=timezone.now())


def add_name(name, by, to="cisplatin", key=None):
    new = NewName(name=name, **LABEL)
    return services.add_name(drug=drug(to), new=new, entry_key=key or uuid4(), by=by, at=timezone.now())


def add_product(name, by, to="cisplatin", route="intravenous"):
    return services.add_product(drug=drug(to), name=name, route=route, by=by, at=timezone.now())


def limits(key):
    (facts,) = product_facts(drug(key))
    return [(fact.origin, *map(str, fact.figures)) for fact in facts.of("concentration_greatest")]


def test_a_drug_is_added_with_its_event(pharmacist):
    added = add("Cis-atracurium", pharmacist)
    assert find_drug("cisatracurium") == added
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.subject, event.subject_code) == ("added", "drug", "cisatracurium")
    assert event.by == pharmacist.username


@pytest.mark.parametrize("name", ["cisplatin", "Cis-Platin", "CISPLATIN ", "Taxol", "tax ol"])
def test_a_name_or_synonym_that_is_taken_is_refused_however_written(pharmacist, name):
    with pytest.raises(NameTakenError) as taken:
        add(name, pharmacist)
    assert taken.value.drug.name in ("cisplatin", "paclitaxel")
    with pytest.raises(NameTakenError):
        add_name(name, pharmacist, to="carboplatin")
    assert not AuditEvent.objects.filter(action="added").exists()


def test_one_drug_added_by_many_at_once_is_there_once(pharmacist):
    def attempt(number, _writer):
        try:
            return add(f"new {number}", pharmacist).pk
        except NameTakenError as taken:
            return taken.drug.pk

    outcomes = run_races(attempt, races=RACES // 50)
    assert Drug.objects.filter(origin="unit").count() == len({outcome for race in outcomes for outcome in race})


def test_the_same_synonym_sent_twice_at_once_is_one(pharmacist):
    keys = [uuid4() for _ in range(RACES // 8)]
    outcomes = run_races(
        lambda race, _writer: add_name(f"Platinol {race}", pharmacist, key=keys[race]).pk, races=len(keys)
    )
    assert all(first == second for first, second in outcomes), outcomes


def test_a_synonym_finds_its_drug_once_and_not_when_retired(pharmacist):
    key = uuid4()
    rows = [add_name("Platinol", pharmacist, key=key) for _ in range(2)]
    assert rows[0] == rows[1]
    assert find_drug("platinol") == drug("cisplatin")
    retired(rows[0], pharmacist)
    assert find_drug("platinol") is None
    assert suggested("platinoll") == []
    again = add_name("Platinol", pharmacist, to="carboplatin")
    assert (again.revision, find_drug("platinol")) == (2, drug("carboplatin"))


def test_a_product_is_there_once_however_written(pharmacist):
    add_product("cisplatin 1 mg/mL", pharmacist)
    with pytest.raises(ProductTakenError):
        add_product("Cisplatin 1mg/ml", pharmacist)
    assert add_product("cisplatin 1 mg/mL", pharmacist, to="carboplatin").drug == drug("carboplatin")


def test_the_units_value_stands_in_place_of_the_shipped_one_until_it_is_retired(pharmacist):
    about = product("oxaliplatin")
    assert limits("oxaliplatin") == [("library", "7/10")]
    first = stated(about, stating("concentration_greatest", "0.8", "mg/mL"), pharmacist)
    second = stated(about, stating("concentration_greatest", "0.9", "mg/mL"), pharmacist)
    assert limits("oxaliplatin") == [("unit", "9/10")]
    assert (first.revision, second.revision) == (1, 2)
    retired(second, pharmacist)
    assert limits("oxaliplatin") == [("library", "7/10")]
    retired(second, pharmacist, is_retired=False)
    assert limits("oxaliplatin") == [("unit", "9/10")]
    assert Value.objects.filter(product=about, what="concentration_greatest").count() == 3
    event = AuditEvent.objects.filter(action="stated").latest("id")
    assert '"0.8"' in event.before
    assert '"0.9"' in event.after
    assert LABEL["source"] in event.after


def test_a_value_stated_meanwhile_is_not_overwritten_but_told(pharmacist, allergist):
    about, new = product("oxaliplatin"), stating("concentration_greatest", "0.8", "mg/mL")
    shipped = services.standing_value(about, new.what, "")
    theirs = stated(about, new, allergist)
    with pytest.raises(StaleValueError) as stale:
        stated(about, new, pharmacist, based_on=shipped.pk)
    assert stale.value.current == theirs
    with pytest.raises(StaleValueError):
        stated(about, new, pharmacist, based_on=None)
    retired(theirs, allergist)
    with pytest.raises(StaleValueError) as stale:
        stated(about, new, pharmacist, based_on=theirs.pk)
    assert stale.value.current == shipped


def test_a_value_sent_twice_is_stored_once_and_other_content_is_refused(pharmacist):
    about, key = product("oxaliplatin"), uuid4()
    first = stated(about, stating("stability", "7", "h", "25 °C"), pharmacist, entry_key=key)
    assert stated(about, stating("stability", "7", "h", "25 °C"), pharmacist, entry_key=key) == first
    with pytest.raises(BadRequest):
        stated(about, stating("stability", "8", "h", "25 °C"), pharmacist, entry_key=key)
    assert AuditEvent.objects.filter(action="stated").count() == 1


def test_values_stated_at_once_leave_one_and_tell_the_others(pharmacist):
    about = product("oxaliplatin")

    def attempt(number, writer):
        new = stating("stability", str(writer + 1), "h", f"race {number}")
        try:
            return stated(about, new, pharmacist, based_on=None).pk
        except StaleValueError:
            return None

    for race in run_races(attempt, races=RACES // 50):
        assert len([pk for pk in race if pk]) == 1


def test_a_retired_drug_or_product_is_offered_no_more_and_stays_visible(pharmacist):
    offered = [row.name for row, _shown in intravenous_drugs()]
    assert "carboplatin" in offered
    assert "alectinib" not in offered
    retired(drug("carboplatin"), pharmacist)
    retired(product("oxaliplatin"), pharmacist)
    left = {row.name for row, _shown in intravenous_drugs()}
    assert set(offered) - left == {"carboplatin", "oxaliplatin"}
    assert product_facts(drug("oxaliplatin")) == ()
    assert search("carboplatin").exact.retired
    assert AuditEvent.objects.filter(action="retired").count() == Retirement.objects.count() == 2


def test_a_retirement_sent_twice_is_stored_once(pharmacist):
    entry = {"reason": "x", "entry_key": uuid4(), "by": pharmacist, "at": timezone.now()}
    both = [services.retire(row=drug("cisplatin"), is_retired=True, **entry) for _ in range(2)]
    assert both[0] == both[1]
    assert AuditEvent.objects.filter(action="retired").count() == 1


def test_the_shipped_library_loads_over_the_units_rows(pharmacist):
    stated(product("oxaliplatin"), stating("concentration_greatest", "0.8", "mg/mL"), pharmacist)
    add("something new", pharmacist)
    loaded()
    assert limits("oxaliplatin") == [("unit", "4/5")]
