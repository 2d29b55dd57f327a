"""`manage.py assess`: no case, no content and no text gives a traceback."""

from hypothesis import given
from hypothesis import strategies as st

from desens.file_command import FORMATS
from desens.numbers.fields import ContentError
from desens.numbers.files import FileError, load_text
from reactions.assess import answer, read_case, write_answer
from reactions.rules.naranjo import ITEMS
from reactions.rules.signs import SIGNS
from reactions.rules.treatments import TREATMENTS

FIGURES = st.sampled_from(
    [
        "0",
        "1",
        "2",
        "3",
        "0.5",
        "15",
        "36.6",
        "70",
        "92",
        "1e-12",
        "1e12",
        "-1",
        "nan",
        "1:10",
        "",
        "x",
        "010",
        None,
        True,
    ]
)
SANE = st.sampled_from(["1", "2", "3", "5", "12", "36.6", "60", "90", "92"])
LEVELS = st.sampled_from(["3.2", "44.7", "<1.0", ">200", "<", "0", "x", None])
FLAGS = st.sampled_from(["yes", "no", True, False, "unknown", "x"])
WHEALS = st.one_of(FIGURES, st.lists(SANE, min_size=2, max_size=2), st.lists(FIGURES, max_size=3))


def mappings(**values):
    return st.fixed_dictionaries({}, optional=values)


def words(known):
    return st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=6)


ANY_CASE = mappings(
    patient=mappings(
        age=SANE,
        medicines=st.lists(st.sampled_from(["beta-blocker", "tea", "Cetirizine"])),
        conditions=st.lists(st.sampled_from(["asthma", "cardiac", "gout"])),
        fev1_percent=SANE,
        alternative=st.sampled_from(["none", "exists"]),
    ),
    reaction=mappings(
        signs=words(SIGNS),
        exposure_number=st.sampled_from(["1", "7"]),
        onset_minutes=st.sampled_from(["0", "20", "500"]),
        sbp_mmhg=st.sampled_from(["60", "90", "120"]) | FIGURES,
        baseline_sbp_mmhg=st.sampled_from(["90", "130"]) | FIGURES,
        spo2_percent=SANE,
        temperature_c=st.sampled_from(["36", "38", "39.5"]),
        heart_rate=SANE,
        body_surface_percent=SANE,
        treatment=words(TREATMENTS),
        interrupted=FLAGS,
        hospitalized=FLAGS,
        intensive_care=FLAGS,
        died=FLAGS,
    ),
    tryptase=mappings(
        unit=st.sampled_from(["ng/mL", "ug/L"]), baseline=LEVELS, acute=LEVELS, minutes_after_onset=FIGURES
    ),
    il6=mappings(value=LEVELS, limit=LEVELS),
    skin_tests=mappings(
        days_after_reaction=SANE,
        washouts=st.lists(st.fixed_dictionaries({"medicine": st.sampled_from(["cetirizine", "tea"])}), max_size=2),
        controls=mappings(histamine_mm=WHEALS, negative_mm=WHEALS),
        readings=st.lists(
            st.fixed_dictionaries(
                {"kind": st.sampled_from(["prick", "intradermal"])},
                optional={"wheal_mm": WHEALS, "initial_mm": WHEALS, "control_mm": WHEALS, "erythema_mm": FIGURES},
            ),
            max_size=4,
        ),
    ),
    challenge=st.sampled_from(["positive", "negative"]),
    breakthroughs=st.lists(mappings(protocol_steps=SANE, step=SANE, brown_grade=SANE), max_size=2),
    naranjo=mappings(**dict.fromkeys(ITEMS, FLAGS)),
)


@given(ANY_CASE, st.sampled_from(FORMATS))
def test_no_case_gives_anything_but_an_answer_or_an_error(data, output):
    try:
        case = read_case(data)
    except ContentError:
        return
    found = answer(case)
    proposal = found.proposal
    assert (proposal.way is None) <= bool(proposal.cannot)
    assert (proposal.steps is None) or proposal.pace == "rapid"
    assert write_answer(found, output).endswith("\n")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.text(max_size=8) | FIGURES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
SECTIONS = ("patient", "reaction", "tryptase", "il6", "skin_tests", "challenge", "breakthroughs", "naranjo")


@given(st.dictionaries(st.sampled_from(SECTIONS), ANYTHING) | ANYTHING)
def test_no_content_gives_a_traceback(data):
    try:
        write_answer(answer(read_case(data)), "json")
    except ContentError:
        return


@given(st.text(max_size=200), st.sampled_from(["c.yaml", "c.json"]))
def test_no_text_gives_a_traceback(text, name):
    try:
        read_case(load_text(text, file=name))
    except (FileError, ContentError):
        return
