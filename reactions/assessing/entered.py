"""What a person entered for an assessment, already checked: the services' arguments."""

from dataclasses import dataclass
from datetime import date

from reactions.assessment_choices import Answer
from reactions.assessment_rows import NARANJO_ITEMS


@dataclass(frozen=True, kw_only=True)
class NewNaranjo:
    """The answers by item (assessment_rows.NARANJO_ITEMS); an item that is missing is "do not know"."""

    answers: dict[str, str]
    note: str = ""

    def columns(self) -> dict[str, str]:
        """Every item with its answer, and the note."""
        return {item: self.answers.get(item, Answer.UNKNOWN.value) for item in NARANJO_ITEMS} | {"note": self.note}


@dataclass(frozen=True, kw_only=True)
class NewGrounds:
    """Whether at all: the alternative, the oncologist's statement, the consent; "" and None are "not recorded"."""

    alternative: str = ""
    alternative_detail: str = ""
    oncologist: str = ""
    stated_on: date | None = None
    statement: str = ""
    consent: str = ""
    consent_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewChallenge:
    """A graded challenge and what it showed."""

    done_on: date
    result: str
    doses: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class NewDecision:
    """What an allergist decides; with reasons where it differs from the proposal or overrides a contraindication."""

    phenotype: str
    way: str
    pace: str = ""
    steps: int | None = None
    first_bag_dilution: int | None = None
    place: str = ""
    phenotype_reason: str = ""
    reason: str = ""
    override_reason: str = ""
