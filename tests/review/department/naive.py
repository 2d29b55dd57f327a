"""The facts of a procedure reckoned a second time, from the values of the scene, without a query."""

from tests.review.department.scene import Case, Decided, Dose

PERSON = {0: 0, 1: 0, 2: 2}
DRUG = {"oxaliplatin": "oxaliplatin", "Eloxatin": "oxaliplatin", "paclitaxel": "paclitaxel"}


def about(each, case: Case) -> bool:
    """The same person and the same drug."""
    return PERSON[each.patient] == PERSON[case.patient] and DRUG[each.drug] == DRUG[case.drug]


def facts_of(case: Case, decisions: list[Decided], doses: list[Dose]) -> tuple:
    """Day, outcome, reacted, grade, phenotype, omalizumab, other adjuvant."""
    standing = [tie for tie in case.ties if tie.state in {"stands", "corrected"}]
    grades = [tie.grades[-1] for tie in standing if tie.grades and tie.grades[-1] is not None]
    phenotypes = [each.phenotype for each in decisions if about(each, case)]
    return (
        case.days[-1],
        case.outcomes[-1] if case.outcomes else "",
        bool(standing) or case.outcomes[-1:] == ("completed with reaction",),
        max(grades, default=None),
        phenotypes[-1] if phenotypes else "",
        under_way(case, doses, "omalizumab"),
        under_way(case, doses, "other"),
    )


def under_way(case: Case, doses: list[Dose], adjuvant: str) -> bool:
    """A dose before the day that no stop between the two ended."""
    mine = [each for each in doses if about(each, case) and each.adjuvant == adjuvant]
    return any(not stopped(each, mine, case) for each in mine if not each.in_error and each.on <= case.days[-1])


def stopped(dose: Dose, mine: list[Dose], case: Case) -> bool:
    """A stop in any record of the person, from the dose on, until the day."""
    stops = [each.stopped_on for each in mine if each.stopped_on]
    return any(dose.on <= day <= case.days[-1] for day in stops)
