"""What the engine writes, kept word by word: every public form of a schedule, a checked table, a dose, a preparation.

`python -m tests.protocols.engine.written_corpus` writes the files of `written/` anew; read the difference before you
commit it: pharmacists' scripts read these texts.
"""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from desens.file_command import FORMATS
from desens.numbers.files import load_file
from protocols.engine import NothingToCompute, compute_any, explain_finding, read_any
from protocols.engine.delivery import deliver
from protocols.engine.dosing import Auc, DatedFigure, Flat, PerKg, PerM2, target_dose
from protocols.engine.dosing.messages import explain_line
from protocols.engine.formats import write_findings, write_schedule
from protocols.engine.preparation import explain_action, plan_preparation
from protocols.engine.table import check, read_table
from protocols.engine.table.writing import write_verdict
from tests.protocols.engine.days.samples import days
from tests.protocols.engine.dosing.samples import TODAY, patient
from tests.protocols.engine.golden_corpus import FOLDER as GOLDEN
from tests.protocols.engine.intervals.samples import intervals, solution
from tests.protocols.engine.preparation.samples import product, workshop
from tests.protocols.engine.preparation.schedules import published
from tests.protocols.engine.refusals import refusals
from tests.protocols.engine.replay.written import replays
from tests.protocols.engine.table.published import ALEMTUZUMAB, ATEZOLIZUMAB

FOLDER = Path(__file__).parent / "written"

BY_DAYS = days(
    [
        "days: [1, 2], dose: 40, times_per_day: 2",
        "days: [3, 7], doses: {morning: 450, evening: 600}",
        "days: [8, null], dose: 600, times_per_day: 2",
    ]
)
BY_HOURS = intervals(
    ["solution: 1, volume_ml: 0.1", "solution: 1, dose: 200", "dose: 400, minutes_after_previous: 30"],
    drug="=penicillin",
    target="700",
    solutions=[solution(number=1, concentration=1000, volume_ml=10), solution(number=2, dilution=10)],
)
STEEP_HOURS = intervals([1, 20, 5, 74], target="100")
STEEP_DAYS = days(
    [
        "days: [1, 1], dose: 10, times_per_day: 1",
        "days: [2, 2], dose: 150, times_per_day: 2",
        "days: [3, null], dose: 75, times_per_day: 2",
    ],
    target="150",
)
PASSED = {
    "drug": "example", "route": "intravenous", "target_dose": "9", "unit": "mg",
    "solutions": [
        {"number": "1", "volume_ml": "100", "concentration": "1"}, {"number": "2", "volume_ml": "100", "amount": "100"},
    ],
    "steps": [
        {"solution": "1", "rate_ml_h": "10", "minutes": "60"},
        {"solution": "2", "rate_ml_h": "10", "volume_ml": "to_target"},
    ],
}  # fmt: skip
LIGHT = patient(sex="female", weight="40", height="170", creatinine="0.9", age="30")
ADULT = patient(sex="female", weight="80", height="150", creatinine="0.4", age="45")
TALL = patient(sex="male", weight="90", height="180", creatinine="0.9", age="50", gfr="90")
REPORTED = replace(TALL, sex="female", creatinine=DatedFigure(value=Fraction(35), unit="mcmol/L", on=TODAY))
SHORT = patient(sex="male", days_ago=40, weight="45", height="152.3", creatinine="1.2", age="70", gfr="140")
PEOPLE = {"adult": ADULT, "tall": TALL, "reported in other units": REPORTED, "short": SHORT, "light": LIGHT}
BASES = {
    "flat": Flat(amount=Fraction(1200), unit="mg"),
    "per kg": PerKg(amount=Fraction(6), unit="mg"),
    "mosteller": PerM2(amount=Fraction(175), unit="mg"),
    "du bois, capped": PerM2(amount=Fraction(175), unit="mg", formula="dubois", most_m2=Fraction(1)),
    "auc": Auc(auc=Fraction(5)),
    "auc, nothing capped": Auc(auc=Fraction(11), most_ml_min=None),
    "auc, least creatinine": Auc(auc=Fraction(5), least_mg_dl=Fraction("0.7")),
    "auc, adjusted from 25": Auc(auc=Fraction(5), weight="adjusted-from-25"),
    "auc measured": Auc(auc=Fraction(5), measured=True),
    "auc adjusted": Auc(auc=Fraction(5), weight="adjusted"),
    "auc ideal": Auc(auc=Fraction(5), weight="ideal"),
}


def texts():
    """The name of every file with the text that it holds."""
    schedules = {case.stem: load_file(case) for case in sorted(GOLDEN.glob("*.yaml"))}
    asked = {name: schedules[name] for name in PRINTED} | {
        "by-days": BY_DAYS,
        "by-hours": BY_HOURS,
        "steep-days": STEEP_DAYS,
        "steep-hours": STEEP_HOURS,
    }
    made = {name: in_every_form(write_schedule, compute_any(read_any(data))) for name, data in asked.items()}
    tables = {"table-alemtuzumab": ALEMTUZUMAB, "table-atezolizumab": ATEZOLIZUMAB}
    checked = {name: in_every_form(write_verdict, check(read_table(table))) for name, table in tables.items()}
    others = {
        "deliveries": deliveries,
        "doses": doses,
        "preparations": preparations,
        "nothing-to-compute": nothing,
        "refusals": refusals,
        "replays": replays,
    }
    return {**made, **checked, **{name: write() for name, write in others.items()}}


PRINTED = (
    "alemtuzumab-12-step-as-meant",
    "bags-out-of-order",
    "ceftazidime-tenfold",
    "last-bag-truncated",
    "last-bag-uncorrected",
    "line-each-20",
    "line-fill-steps",
    "line-flushed-at-the-end",
    "line-primed-with-solution",
    "pump-rounds",
)


def in_every_form(write, value):
    """What `write` makes of it, form by form."""
    return "".join(f"--- {form}\n{write(value, form)}" for form in FORMATS)


def deliveries():
    """What reaches the patient through two lines: steps and bags."""
    blocks = []
    for name in ("line-each-20", "line-flushed-at-the-end", "line-primed-with-solution"):
        specification = read_any(load_file(GOLDEN / f"{name}.yaml"))
        delivered = deliver(compute_any(specification), specification.line)
        rows = map(str, (*delivered.steps, *delivered.solutions))
        blocks.append("\n".join([f"--- {name}, {delivered.unit}", *rows]))
    return "\n".join(blocks) + "\n"


def doses():
    """Working and findings of every basis for two patients."""
    blocks = []
    for name, basis in BASES.items():
        for who, figures in PEOPLE.items():
            answer = target_dose(basis, patient=figures, on=TODAY, step=Fraction(100 if who == "tall" else 1))
            working = [explain_line(line.code, line.values) for line in getattr(answer, "working", ())]
            sources = [source.citation for source in getattr(answer, "sources", ())]
            found = [f"{finding.level}: {sentence(finding)}" for finding in answer.findings]
            blocks.append("\n".join([f"--- {name}, {who}", *working, *sources, *found]))
    return "\n".join(blocks) + "\n"


def preparations():
    """Actions and findings of two plans."""
    blocks = []
    for name, stock in (("atezolizumab-16-step", product("60", vials=("1200",))), ("generic-12-step", product("2"))):
        plan = plan_preparation(published(name), stock, workshop(overfill=None))
        actions = [explain_action(plan, action) for action in getattr(plan, "actions", ())]
        found = [f"{f.level}, {f.where}: {explain_finding(f)}" for f in plan.findings]
        blocks.append("\n".join([f"--- {name}", *actions, *found]))
    return "\n".join(blocks) + "\n"


def nothing():
    """What is said where no schedule exists, form by form."""
    dry = intervals(["solution: 1, dose: 20000"], solutions=[solution(number=1, concentration=1000, volume_ml=10)])
    empty = load_file(GOLDEN / "one-solution.yaml")
    empty["solutions"][0]["volume_ml"] = "1"
    held = load_file(GOLDEN / "generic-12-step.yaml") | {
        "line": {"dead_volume_ml": "260", "primed_with": "diluent", "per_solution": "no"}
    }
    return "".join(in_every_form(write_findings, refused(data)) for data in (dry, empty, PASSED, held))


def refused(data):
    """The findings in place of a schedule."""
    try:
        compute_any(read_any(data))
    except NothingToCompute as reason:
        return reason.findings
    raise AssertionError("a schedule where none should be")


def sentence(finding):
    """A finding of the dose in words."""
    return explain_line(finding.code, finding.values)


def write():
    """Write the files anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / f"{name}.txt").write_text(text)


if __name__ == "__main__":
    write()
