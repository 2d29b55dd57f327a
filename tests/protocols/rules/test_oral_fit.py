"""Whether a protocol by mouth or under the skin fits the drug: another drug, its components, its routes."""

import pytest

from protocols.rules.oral_fit import fitting

ONE, TWO = ("penicillin",), ("trimethoprim", "sulfamethoxazole")


@pytest.mark.parametrize(
    ("drug", "published", "components", "route", "found"),
    [
        ("penicillin", "penicillin", ONE, "oral", []),
        ("amoxicillin", "penicillin", ONE, "oral", [("template-other-drug", "caution")]),
        ("co-trimoxazole", "co-trimoxazole", TWO, "oral", []),
        ("alectinib", "co-trimoxazole", TWO, "oral", [("components-of-other-drug", "blocker")]),
        ("penicillin", "penicillin", ONE, "subcutaneous", [("no-subcutaneous-product", "sign-off")]),
    ],
)
def test_what_speaks_against_it(drug, published, components, route, found):
    given = fitting(drug, published=published, components=components, route=route, routes={"oral", "intravenous"})
    assert [(finding.code, finding.level) for finding in given] == found


def test_a_drug_that_is_never_taken_by_mouth():
    (found,) = fitting("insulin", published="insulin", components=("insulin",), route="oral", routes=set())
    assert (found.code, dict(found.values)) == ("no-oral-product", {"drug": "insulin"})
