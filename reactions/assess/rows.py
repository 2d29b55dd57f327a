"""The answer as rows for people and spreadsheets: what was asked, what is answered, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, kw_only=True)
class Row:
    """One question; `said` are cautions, notes and what was not recorded, each with its kind before it."""

    question: str
    answer: str
    because: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    cannot: tuple[str, ...] = ()
    source: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """As `HEAD` names them."""
        reasons, cannot = "; ".join((*self.because, *self.said)), "; ".join(self.cannot)
        return self.question, self.answer, reasons, cannot, self.source


def rows_of(answer: Answer) -> list[Row]:
    """One row a question, in the order of the contract."""
    written = to_contract(answer)
    rows = [_row("brown", written["brown"], "grade")]
    rows += [_row(f"anaphylaxis {name}", part, "met") for name, part in written["anaphylaxis"].items()]
    rows += [_row(f"ctcae {term}", part, "grade") for term, part in written["ctcae"].items()]
    rows += [_row(name, written[name], _ANSWERS[name]) for name in ("tryptase", "il6", "skin_tests", "phenotype")]
    rows.append(_naranjo(written["naranjo"]))
    rows.append(_contraindications(written["contraindications"]))
    proposal = written["proposal"]
    rows.append(_row("proposal", proposal, "way"))
    rows += [Row(question=name.replace("_", " "), answer=_text(proposal[name])) for name in _OF_THE_PROPOSAL]
    rows += [Row(question="contradiction", answer=said) for said in written.get("contradictions", ())]
    return rows + [
        Row(question="not known to the rules", answer=word) for word in written.get("not_known_to_the_rules", ())
    ]


def _row(question: str, part: Mapping[str, Any], key: str) -> Row:
    reasons = part.get("because") or [*part.get("for", ()), *(f"against: {said}" for said in part.get("against", ()))]
    said = [f"caution: {one}" for one in part.get("cautions", ())]
    said += [f"not recorded: {one}" for one in part.get("not_recorded", ())]
    said += [f"note: {one}" for one in part.get("notes", ())]
    return Row(
        question=question.replace("_", " "),
        answer=_text(part[key]),
        because=(*reasons, *_readings(part.get("readings", ()))),
        said=tuple(said),
        cannot=tuple(part.get("cannot", ())),
        source=part["source"],
    )


def _naranjo(score: Mapping[str, Any]) -> Row:
    """No score where no item was answered: its zero would be read as "doubtful"."""
    said = f"{score['score']} {score['category']}" if score["category"] else None
    return _row("naranjo", {**score, "answer": said}, "answer")


def _readings(readings: Iterable[Mapping[str, Any]]) -> list[str]:
    return [
        f"reading {number}: {_text(reading['result'])} ({'; '.join([reading['because'], *reading.get('cannot', ())])})"
        for number, reading in enumerate(readings, start=1)
    ]


def _contraindications(found: Iterable[Mapping[str, Any]] | None) -> Row:
    if found is None:
        return Row(question="contraindications", answer="", cannot=("no sign is recorded",))
    named = [f"{one['name']} ({', '.join(one['because'])})" for one in found]
    return Row(question="contraindications", answer="; ".join(named) or "none seen")


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
