"""The answer as rows for people and spreadsheets: what was asked, what is answered, and why."""

from collections.abc import Iterable, Mapping
from typing import Any

from reactions.assess.contract import to_contract
from reactions.assess.verdicts import Answer

#: What is asked, the answer, the reasons, what is missing, the source.
HEAD = ("question", "answer", "because", "cannot", "source")
#: The key of each part that answers, where it is not `grade`.
_ANSWERS = {
    "tryptase": "significant",
    "il6": "raised",
    "skin_tests": "result",
    "phenotype": "proposed",
    "proposal": "way",
}
_OF_THE_PROPOSAL = ("pace", "steps", "where", "first_bag_dilution")
Row = tuple[str, str, str, str, str]


def rows_of(answer: Answer) -> list[Row]:
    """One row a question, in the order of the contract."""
    written = to_contract(answer)
    rows = [_row("brown", written["brown"], "grade")]
    rows += [_row(f"anaphylaxis {name}", part, "met") for name, part in written["anaphylaxis"].items()]
    rows += [_row(f"ctcae {term}", part, "grade") for term, part in written["ctcae"].items()]
    rows += [_row(name, written[name], _ANSWERS[name]) for name in ("tryptase", "il6", "skin_tests", "phenotype")]
    score = written["naranjo"]
    rows.append(_row("naranjo", {**score, "answer": f"{score['score']} {score['category'] or ''}".strip()}, "answer"))
    rows.append(_contraindications(written["contraindications"]))
    proposal = written["proposal"]
    rows.append(_row("proposal", proposal, "way"))
    rows += [(name.replace("_", " "), _text(proposal[name]), "", "", "") for name in _OF_THE_PROPOSAL]
    rows += [("contradiction", said, "", "", "") for said in written.get("contradictions", ())]
    return [
        *rows,
        *(("not known to the rules", word, "", "", "") for word in written.get("not_known_to_the_rules", ())),
    ]


def _row(question: str, part: Mapping[str, Any], key: str) -> Row:
    reasons = part.get("because") or [*part.get("for", ()), *(f"against: {said}" for said in part.get("against", ()))]
    more = [*_readings(part.get("readings", ())), *(f"caution: {said}" for said in part.get("cautions", ()))]
    more += [f"note: {said}" for said in part.get("notes", ())]
    return (
        question.replace("_", " "),
        _text(part[key]),
        "; ".join([*reasons, *more]),
        "; ".join(part.get("cannot", ())),
        part["source"],
    )


def _readings(readings: Iterable[Mapping[str, Any]]) -> list[str]:
    return [
        f"reading {number}: {_text(reading['result'])} ({'; '.join([reading['because'], *reading.get('cannot', ())])})"
        for number, reading in enumerate(readings, start=1)
    ]


def _contraindications(found: Iterable[Mapping[str, Any]] | None) -> Row:
    if found is None:
        return "contraindications", _text(None), "", "no sign is recorded", ""
    named = [f"{one['name']} ({', '.join(one['because'])})" for one in found]
    return "contraindications", "; ".join(named) or "none seen", "", "", ""


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
