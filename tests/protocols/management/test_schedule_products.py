"""`manage.py schedule` with any drug's name, known or not, any unit and any diluent: a schedule, never a traceback."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.file_command import FORMATS
from desens.numbers.quantity import AMOUNT_UNITS
from drugs.library import shipped
from protocols.engine.specification import DILUENTS
from protocols.management.commands.schedule import run
from protocols.product_limits import shipped_limits

NAMES = sorted({name for drug in shipped() for name in (drug.name, *(brand.name for brand in drug.names))})


def plan(drug, *, unit="mg", diluent=None, target=500, volume=250, route="intravenous"):
    """One bag given whole, in two steps."""
    head = {"drug": drug, "route": route, "target_dose": target, "unit": unit}
    if route != "intravenous":
        return head | {"interval_minutes": 15, "doses": [{"dose": target}]}
    return head | {
        "solutions": [{"number": 1, "volume_ml": volume, "amount": "full"} | ({"diluent": diluent} if diluent else {})],
        "steps": [
            {"solution": 1, "rate_ml_h": 10, "minutes": 15},
            {"solution": 1, "rate_ml_h": 80, "volume_ml": "rest"},
        ],
    }


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("products") / "plan.json"


def printed(path, data, output="json"):
    path.write_text(json.dumps(data))
    status, text, error = run(path, output)
    assert (status, error) == (0, "")
    return json.loads(text) if output == "json" else text


@pytest.mark.parametrize("route", ["intravenous", "oral", "subcutaneous"])
@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_name_is_known_for_the_routes_of_its_products(path, name, route):
    codes = [found["code"] for found in printed(path, plan(name, route=route))["findings"]]
    assert codes.count("product-unknown") == (0 if shipped_limits(name, route) else 1)


@given(
    drug=st.sampled_from(NAMES) | st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30),
    unit=st.sampled_from(list(AMOUNT_UNITS)),
    diluent=st.none() | st.sampled_from(DILUENTS),
    target=st.integers(1, 10**6),
    volume=st.integers(5, 5000),
    output=st.sampled_from(FORMATS),
)
def test_any_drug_unit_and_diluent(path, drug, unit, diluent, target, volume, output):
    data = plan(drug, unit=unit, diluent=diluent, target=target, volume=volume)
    answer = printed(path, data, output)
    if output == "json":
        codes = [found["code"] for found in answer["findings"]]
        assert codes.count("product-unknown") == (0 if shipped_limits(drug, "intravenous") else 1)
