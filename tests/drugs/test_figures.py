"""The shipped figures against a second transcription of the tables they come from."""

import pytest

from drugs.library import shipped

DRUGS = {drug.name: drug for drug in shipped()}

#: German S2k guideline 2015, Table 4: prick test, intradermal test.
S2K = """
benzylpenicilloyl polylysine | 0.00005 mM     | 0.00005 mM
minor determinant mixture    | 0.02 mM        | 0.02 mM
benzylpenicillin             | 10000 IU/mL    | 10000 IU/mL
amoxicillin                  | 20 mg/mL       | 20 mg/mL
ampicillin                   | 20 mg/mL       | 20 mg/mL
cephalosporins               | 2 mg/mL        | 2 mg/mL
carboplatin                  | 10 mg/mL       | 1 mg/mL
oxaliplatin                  | 1 mg/mL        | 0.1 mg/mL
cisplatin                    | 1 mg/mL        | 0.1 mg/mL
adalimumab                   | 50 mg/mL       | 50 mg/mL
etanercept                   | 25 mg/mL       | 5 mg/mL
infliximab                   | 10 mg/mL       | 10 mg/mL
omalizumab                   | 1.25 mcg/mL    | 1.25 mcg/mL
heparins                     | undiluted      | diluted 1 in 10
local anesthetics            | undiluted      | diluted 1 in 10
iodinated contrast media     | undiluted      | diluted 1 in 10
gadolinium contrast media    | undiluted      | diluted 1 in 10
proton pump inhibitors       | undiluted      | 40 mg/mL
chlorhexidine                | 5 mg/mL        | 0.002 mg/mL
methylene blue               | undiluted      | diluted 1 in 100
patent blue                  | undiluted      | diluted 1 in 10
"""

#: BWH and EAACI 2022, remembered: prick test, intradermal steps, mg/mL.
BWH = """
carboplatin  | 10 | 0.1 1 5
oxaliplatin  | 5  | 0.05 0.5 5
cisplatin    | 1  | 0.01 0.1 1
rituximab    | 10 | 0.1 1 10
infliximab   | 10 | 0.1 1 10
trastuzumab  | 21 | 0.21 2.1
paclitaxel   |    |
docetaxel    |    |
cetuximab    |    |
bevacizumab  |    |
atezolizumab |    |
alemtuzumab  |    |
"""

#: Limits for infusion: diluents allowed, refused, least and greatest mg/mL, hours of stability.
LIMITS = """
paclitaxel   | sodium-chloride-0.9 glucose-5 glucose-5-sodium-chloride-0.9 glucose-5-ringer | | 0.3 | 1.2 | 27
docetaxel    | sodium-chloride-0.9 glucose-5 |                   | 0.3 | 0.74 | 4 6
carboplatin  | glucose-5 sodium-chloride-0.9 |                   | 0.5 |      | 8
oxaliplatin  | glucose-5                     | chloride alkaline | 0.2 | 0.7  | 12 24 6
cisplatin    | sodium-chloride-0.9           |                   |     |      |
rituximab    | sodium-chloride-0.9 glucose-5 |                   | 1   | 4    | 24 24
trastuzumab  | sodium-chloride-0.9           | all-others        |     |      | 24
bevacizumab  | sodium-chloride-0.9           | all-others        | 1.4 | 16.5 |
atezolizumab | sodium-chloride-0.9           | all-others        | 3.2 | 16.8 |
cetuximab    | undiluted sodium-chloride-0.9 |                   |     |      |
infliximab   | sodium-chloride-0.9           | all-others        | 0.4 | 4    |
alemtuzumab  | sodium-chloride-0.9 glucose-5 |                   |     |      | 8
meropenem    | sodium-chloride-0.9           |                   |     |      | 3 24
"""

#: Other figures of a product: (drug, what, condition) and what is stated.
OTHERS = {
    ("paclitaxel", "infusion_minutes", "short infusion"): "180 min",
    ("paclitaxel", "infusion_minutes", "long infusion"): "1440 min",
    ("docetaxel", "infusion_minutes", ""): "60 min",
    ("carboplatin", "minutes_least", ""): "15 min",
    ("carboplatin", "minutes_greatest", ""): "60 min",
    ("oxaliplatin", "minutes_least", ""): "120 min",
    ("oxaliplatin", "minutes_greatest", ""): "360 min",
    ("rituximab", "rate_first", "first infusion"): "50 mg/h",
    ("rituximab", "rate_first", "later infusions"): "100 mg/h",
    ("rituximab", "rate_greatest", ""): "400 mg/h",
    ("cetuximab", "rate_greatest", ""): "10 mg/min",
    ("cetuximab", "rate_greatest", "first infusion, European Union"): "5 mg/min",
    ("trastuzumab", "bag_volume", ""): "250 mL",
    ("atezolizumab", "bag_volume", ""): "250 mL",
    ("atezolizumab", "stock_concentration", ""): "60 mg/mL",
    ("bevacizumab", "stock_concentration", ""): "25 mg/mL",
    ("infliximab", "bag_volume", ""): "250 mL",
    ("infliximab", "minutes_least", ""): "120 min",
    ("infliximab", "start_within", "from preparation"): "3 h",
    ("alemtuzumab", "stock_concentration", ""): "10 mg/mL",
    ("alemtuzumab", "vial_amounts", ""): "12 mg",
    ("alemtuzumab", "diluent_greatest", ""): "100 mL",
    ("alemtuzumab", "minutes_least", "multiple sclerosis, 12 mg"): "60 min",
    ("alemtuzumab", "minutes_greatest", "multiple sclerosis, 12 mg"): "240 min",
    ("epinephrine", "stock_concentration", ""): "1 mg/mL",
    ("alectinib", "unit_amounts", ""): "150 mg",
}


def rows(table):
    return [pytest.param(*(cell.strip() for cell in row.split("|"))) for row in table.strip().splitlines()]


def stated(values, what, condition=""):
    """What a drug's values state of one kind, under conditions that begin so."""
    return [f"{v.stated} {v.unit}".strip() for v in values if v.what == what and v.condition.startswith(condition)]


def infused(name):
    return DRUGS[name].products[0].values


@pytest.mark.parametrize(("name", "prick", "intradermal"), rows(S2K))
def test_the_guideline(name, prick, intradermal):
    tests = [stated(DRUGS[name].values, what, "German S2k") for what in ("skin_prick", "skin_intradermal")]
    assert tests == [[prick], [intradermal]]


@pytest.mark.parametrize(("name", "prick", "steps"), rows(BWH))
def test_what_is_remembered_of_the_other_table(name, prick, steps):
    found = [stated(DRUGS[name].values, what, "BWH")[0] for what in ("skin_prick", "skin_intradermal")]
    assert found == [f"{figures} mg/mL" if figures else "" for figures in (prick, steps)]


@pytest.mark.parametrize(("name", "allowed", "refused", "least", "greatest", "hours"), rows(LIMITS))
def test_the_limits_of_infusion(name, allowed, refused, least, greatest, hours):
    values = [value for value in infused(name) if value.established]
    assert stated(values, "diluents_allowed") == [allowed]
    assert stated(values, "diluents_refused") == ([refused] if refused else [])
    assert stated(values, "concentration_least") == ([f"{least} mg/mL"] if least else [])
    assert stated(values, "concentration_greatest") == ([f"{greatest} mg/mL"] if greatest else [])
    assert stated(values, "stability") == [f"{figure} h" for figure in hours.split()]


@pytest.mark.parametrize(("about", "figure"), OTHERS.items())
def test_the_other_figures(about, figure):
    name, what, condition = about
    found = {(value.what, value.condition): f"{value.stated} {value.unit}" for value in infused(name)}
    assert found[what, condition] == figure
