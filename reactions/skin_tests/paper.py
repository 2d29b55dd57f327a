"""What is printed of a session: the list by which it is prepared, and the test sheet that the nurse fills by hand."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept, kept_together
from desens.printing.render import EVERY_PAGE, render_pdf
from desens.unit.definitions.hospital import EMERGENCY_TELEPHONE, HOSPITAL_NAME, UNIT_NAME
from desens.unit.selectors import UnitSettings
from patients.selectors import Identity, MeasuredValue
from reactions.skin_test_choices import SkinTestKind
from reactions.skin_tests.library_table import DrugStrengths
from reactions.skin_tests.preparing import Preparation, preparation_of
from reactions.skin_tests.shown import ShownSession
from reactions.skin_tests.standing_readings import by_drug
from reactions.skin_tests.timing_words import since_text, washout_texts

#: More tests than these are set in lower rows, so that a session stays on one page.
ROOMY_ROWS, DENSE_ROWS = 10, 14
LONG_NAME, LONG_ALLERGIES = 45, 90


@dataclass(frozen=True, kw_only=True)
class SessionPaper:
    """A session and everything its papers say beside it; `library` by the normalised name of each drug."""

    identity: Identity
    shown: ShownSession
    unit: UnitSettings
    library: dict[str, DrugStrengths]


def test_sheet(paper: SessionPaper) -> bytes:
    """The test sheet as PDF; CannotPrint where it cannot be printed faithfully."""
    tests = paper.shown.tests
    kinds = [(kind, [test for test in tests if test.row.kind == kind]) for kind in SkinTestKind]
    rows = "dense" if len(tests) > ROOMY_ROWS else ""
    return _pdf(
        paper,
        "sheet",
        {
            "title": _("Skin test sheet %(code)s") % {"code": paper.identity.code},
            "groups": [group for group in kinds if group[1]],
            "own_controls": paper.shown.row.own_controls,
            "row_size": "densest" if len(tests) > DENSE_ROWS else rows,
        },
    )


def preparation_list(paper: SessionPaper) -> bytes:
    """The list by which every strength is prepared, as PDF; CannotPrint where it cannot be printed faithfully."""
    prepared = [(preparation_of(tests), paper.library.get(tests[0].drug_key)) for tests in _tests_by_drug(paper)]
    return _pdf(
        paper,
        "preparation",
        {
            "title": _("Preparation of skin tests %(code)s") % {"code": paper.identity.code},
            "prepared": [PreparedDrug(made=made, known=known) for made, known in prepared],
        },
    )


@dataclass(frozen=True, kw_only=True)
class PreparedDrug:
    """How one drug is prepared, and what the drug library says of its diluents."""

    made: Preparation
    known: DrugStrengths | None

    @property
    def diluents(self) -> str:
        """Diluents that the label allows; "" where it says nothing."""
        return ", ".join(self.known.diluents) if self.known else ""

    @property
    def refused(self) -> str:
        """Diluents that the label refuses."""
        return ", ".join(self.known.refused) if self.known else ""


def identity_facts(identity: Identity) -> list[str]:
    """Birth date, sex, number and weight; what is not recorded says so."""
    age = _("%(years)s y") % {"years": identity.age_years}
    facts = [f"{identity.birth_date.isoformat()} ({age})" if identity.birth_date else age, identity.sex_text]
    if identity.hospital_number:
        facts.append(_("No %(number)s") % {"number": identity.hospital_number})
    return [kept_together(fact) for fact in (*facts, _weight(identity.weight))]


def _weight(value: MeasuredValue | None) -> str:
    return f"{value.quantity} ({value.measured_on.isoformat()})" if value else _("weight not recorded")


def _tests_by_drug(paper: SessionPaper) -> list[Any]:
    return by_drug(test.row for test in paper.shown.tests)


def _pdf(paper: SessionPaper, name: str, content: dict[str, Any]) -> bytes:
    key = str(paper.shown.row.entry_key)
    return render_pdf(
        template=f"print/skin_tests/{name}.html",
        context=_head(paper) | content,
        identifier=f"skin tests {name} {key}",
    )


def _head(paper: SessionPaper) -> dict[str, Any]:
    identity, shown = paper.identity, paper.shown
    substances = sum(len(chip.substance) for chip in identity.allergies)
    return {
        "names": [text for text in (paper.unit[HOSPITAL_NAME], paper.unit[UNIT_NAME]) if text],
        "identity": identity,
        "facts": identity_facts(identity),
        "name_size": "long" if len(identity.shown_name) > LONG_NAME else "",
        "allergies_size": "long" if substances > LONG_ALLERGIES else "",
        "every_page": EVERY_PAGE,
        "shown": shown,
        "since": since_text(shown),
        "washouts": [figures_kept(text) for text in washout_texts(shown)],
        "telephone": paper.unit[EMERGENCY_TELEPHONE],
        "state_text": _("ENTERED IN ERROR - NOT FOR USE") if hasattr(shown.row, "error") else "",
    }
