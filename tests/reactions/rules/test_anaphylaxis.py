"""Anaphylaxis by NIAID/FAAN and by WAO, at every edge."""

from dataclasses import replace

import pytest
from hypothesis import given

from reactions.rules.anaphylaxis import niaid_faan, wao
from reactions.rules.anaphylaxis_systems import END_ORGAN, GUT, LARYNGEAL, PRESSURE, RESPIRATORY, SKIN
from reactions.rules.signs import SIGNS
from tests.reactions.rules.seeing import ANYTHING, codes, seen, words


def answers(*signs, **others):
    """Met and criterion by NIAID/FAAN, then by WAO, 20 minutes after the start unless told otherwise."""
    observed = seen(*signs, **{"onset_minutes": 20, **others})
    return [(found.met, found.criterion) for found in (niaid_faan(observed), wao(observed))]


NOT = (False, None)
OPEN = (None, None)
FIRST = (True, 1)
SECOND = (True, 2)


@pytest.mark.parametrize(
    ("signs", "niaid", "by_wao"),
    [
        (["urticaria", "dyspnea"], FIRST, FIRST),
        (["urticaria", "syncope"], FIRST, FIRST),
        (["flushing", "hypotension"], FIRST, FIRST),
        (["throat-itch", "wheeze"], FIRST, FIRST),
        (["urticaria", "dyspnea", "vomiting", "hypotension"], FIRST, FIRST),
        (["urticaria", "vomiting"], SECOND, FIRST),
        (["dyspnea", "vomiting"], SECOND, NOT),
        (["dyspnea", "syncope"], SECOND, NOT),
        (["abdominal-pain", "collapse"], SECOND, NOT),
        (["bronchospasm"], NOT, SECOND),
        (["wheeze"], NOT, SECOND),
        (["stridor"], NOT, SECOND),
        (["hoarseness"], NOT, SECOND),
        (["odynophagia"], NOT, SECOND),
        (["laryngeal-edema"], NOT, SECOND),
        (["bronchospasm", "vomiting"], SECOND, SECOND),
        (["urticaria"], NOT, NOT),
        (["urticaria", "pruritus", "angioedema"], NOT, NOT),
        (["urticaria", "cough"], NOT, NOT),
        (["urticaria", "nausea"], NOT, NOT),
        (["urticaria", "diarrhea"], NOT, NOT),
        (["urticaria", "hoarseness"], NOT, SECOND),
        (["dyspnea"], NOT, NOT),
        (["vomiting", "abdominal-pain"], NOT, NOT),
        (["fever", "rigors", "hypertension", "back-pain"], NOT, NOT),
        (["maculopapular-rash", "dyspnea"], NOT, NOT),
    ],
)
def test_the_lowest_criterion_is_named(signs, niaid, by_wao):
    assert answers(*signs) == [niaid, by_wao]


def test_the_example_of_the_contract():
    observed = seen(
        "facial-pruritus",
        "dyspnea",
        "altered-consciousness",
        sbp_mmhg=70,
        baseline_sbp_mmhg=130,
        spo2_percent=70,
        onset_minutes=20,
    )
    for found in (niaid_faan(observed), wao(observed)):
        assert (found.met, found.criterion, found.cannot, found.notes) == (True, 1, (), ())
        assert words(found.because) == [
            "SpO2 70 %",
            "SBP 70 mmHg, a fall of 46.15 % from 130 mmHg",
            "facial pruritus",
            "dyspnea",
            "altered consciousness",
            "onset after 20 min",
        ]


@pytest.mark.parametrize(("sbp", "both"), [(89, FIRST), ("89.9", FIRST), (90, NOT), (91, NOT)])
def test_an_adults_pressure_is_reduced_below_90(sbp, both):
    assert answers("urticaria", sbp_mmhg=sbp) == [both, both]


@pytest.mark.parametrize(("sbp", "both"), [("104.9", FIRST), (105, NOT), ("105.1", NOT)])
def test_or_by_more_than_30_percent_of_the_baseline(sbp, both):
    assert answers("urticaria", sbp_mmhg=sbp, baseline_sbp_mmhg=150) == [both, both]


@pytest.mark.parametrize(("age", "limit"), [(0, 70), (1, 72), (5, 80), (9, 88), (10, 90), (11, 90), (17, 90)])
def test_a_childs_pressure_is_low_for_its_age(age, limit):
    assert answers("urticaria", age_years=age, sbp_mmhg=limit - 1) == [FIRST, FIRST]
    assert answers("urticaria", age_years=age, sbp_mmhg=limit) == [NOT, NOT]


@pytest.mark.parametrize(("spo2", "both"), [(91, FIRST), (92, FIRST), (93, NOT)])
def test_hypoxemia_is_respiratory_compromise(spo2, both):
    assert answers("urticaria", spo2_percent=spo2) == [both, both]
    assert answers("urticaria", "hypoxia", spo2_percent=spo2) == [both, both]


def test_reduced_pressure_alone_needs_a_known_allergen_by_niaid_and_a_probable_one_by_wao():
    low = seen("hypotension", sbp_mmhg=80, onset_minutes=5)
    assert answers("hypotension", sbp_mmhg=80) == [OPEN, SECOND]
    assert codes(niaid_faan(low).cannot) == ["known-allergen-missing"]
    assert codes(niaid_faan(low).because) == ["sbp", "hypotension", "onset-minutes"]
    known = niaid_faan(low, known_allergen=True)
    assert (known.met, known.criterion) == (True, 3)
    assert niaid_faan(replace(low, onset_minutes=1441)).met is False
    unknown = niaid_faan(low, known_allergen=False)
    assert (unknown.met, unknown.criterion, unknown.cannot) == (False, None, ())


def test_syncope_is_no_reduced_pressure():
    assert answers("syncope") == [NOT, NOT]
    assert niaid_faan(seen("syncope", onset_minutes=5), known_allergen=True).met is False


def test_a_measured_value_beats_its_sign_where_the_fall_is_known():
    assert answers("urticaria", "hypotension", sbp_mmhg=95, baseline_sbp_mmhg=120) == [NOT, NOT]
    assert answers("urticaria", "hypotension", sbp_mmhg=95, baseline_sbp_mmhg=140) == [FIRST, FIRST]


def test_hypotension_that_only_a_baseline_could_bear_out_stays_open():
    assert answers("urticaria", "hypotension", sbp_mmhg=95) == [OPEN, OPEN]
    found = wao(seen("urticaria", "hypotension", sbp_mmhg=95, onset_minutes=20))
    assert codes(found.cannot) == ["baseline-sbp-missing"]
    assert answers("urticaria", "hypotension") == [FIRST, FIRST]


def test_what_was_not_measured_is_named_where_it_could_matter():
    skin = seen("urticaria", onset_minutes=20)
    assert codes(wao(skin).notes) == ["sbp-not-recorded"]
    assert codes(wao(replace(skin, sbp_mmhg=120)).notes) == ["fall-not-judged"]
    assert wao(replace(skin, sbp_mmhg=120, baseline_sbp_mmhg=120)).notes == ()
    assert codes(wao(replace(skin, sbp_mmhg=80, age_years=None)).notes) == ["age-assumed"]


@pytest.mark.parametrize(
    ("minutes", "both"), [(0, FIRST), (359, FIRST), (360, FIRST), (361, OPEN), (1440, OPEN), (1441, NOT)]
)
def test_acute_is_minutes_to_hours(minutes, both):
    assert answers("urticaria", "dyspnea", onset_minutes=minutes) == [both, both]


def test_the_unit_may_say_within_one_hour():
    late = seen("urticaria", "dyspnea", onset_minutes=61)
    assert (niaid_faan(late, within_hours=1).met, wao(late, within_hours=1).met) == (None, None)
    assert words(wao(late, within_hours=1).cannot) == [
        "onset 61 min after the start: whether it was within 1 h of the last of the drug is missing"
    ]
    assert wao(replace(late, onset_minutes=60), within_hours=1).met is True
    days_later = wao(replace(late, onset_minutes=2880))
    assert words(days_later.notes)[-1] == "onset after 2 days is not minutes to hours (more than 24 h)"


def test_without_an_onset_nothing_is_met_yet():
    for found in (niaid_faan(seen("urticaria", "dyspnea")), wao(seen("urticaria", "dyspnea"))):
        assert (found.met, found.criterion, codes(found.cannot)) == (None, None, ["onset-missing"])
        assert codes(found.because) == ["urticaria", "dyspnea"]
    assert niaid_faan(seen("urticaria")).met is False


def test_no_sign_at_all_is_no_answer():
    for found in (niaid_faan(seen()), wao(seen(onset_minutes=5))):
        assert (found.met, codes(found.cannot)) == (None, ["signs-missing"])


def test_where_only_the_gut_decides_it_says_what_the_signs_do_not_tell():
    observed = seen("urticaria", "vomiting", sbp_mmhg=120, baseline_sbp_mmhg=120, onset_minutes=5)
    assert codes(niaid_faan(observed).notes) == codes(wao(observed).notes) == ["gut-not-told"]
    with_dyspnea = replace(observed, signs=observed.signs | {"dyspnea"})
    assert niaid_faan(with_dyspnea).notes == wao(with_dyspnea).notes == ()


def expected(observed):
    """Both answers a second way, for signs alone."""
    skin, breath, press, organ, gut = (
        bool(observed.signs & group) for group in (SKIN, RESPIRATORY, PRESSURE, PRESSURE | END_ORGAN, GUT)
    )
    first = skin and (breath or organ)
    niaid = FIRST if first else SECOND if skin + breath + organ + gut > 1 else OPEN if press else NOT
    larynx = observed.signs & (LARYNGEAL | {"wheeze", "bronchospasm"})
    return [niaid, FIRST if first or (skin and gut) else SECOND if press or larynx else NOT]


@given(ANYTHING)
def test_a_second_table_agrees_on_signs(observed):
    signs = observed.signs | {"fever"}
    assert answers(*signs) == expected(replace(observed, signs=signs))


@given(ANYTHING)
def test_every_answer_can_be_read_and_names_its_reasons(observed):
    for found in (niaid_faan(observed), wao(observed)):
        assert (found.met is True) is (found.criterion is not None)
        assert bool(found.cannot) is (found.met is None)
        assert bool(words(found.because)) or found.met is not True
        assert set(words(found.notes)).isdisjoint(words(found.cannot))


def test_the_groups_are_made_of_signs():
    assert SIGNS.keys() >= SKIN | RESPIRATORY | PRESSURE | END_ORGAN | GUT | LARYNGEAL
