"""Where each formula and limit of a target dose comes from."""

from dataclasses import dataclass

from desens.numbers.marking import gettext_noop


@dataclass(frozen=True, kw_only=True)
class Source:
    """A citation and its mark: `seen` in a copy of the source, `known` from the literature; `says` is translatable."""

    citation: str
    mark: str
    says: str


MOSTELLER = Source(
    citation="Mosteller, N Engl J Med 1987;317:1098",
    mark="known",
    says=gettext_noop("body surface"),
)
DUBOIS = Source(
    citation="DuBois and DuBois, Arch Intern Med 1916;17:863-871",
    mark="known",
    says=gettext_noop("body surface"),
)
FULL_SURFACE = Source(
    citation="Griggs (ASCO), J Clin Oncol 2012;30:1553-1561",
    mark="known",
    says=gettext_noop("advises the full body surface; a greatest surface is the prescriber's choice"),
)
COCKCROFT_GAULT = Source(
    citation="Cockcroft and Gault, Nephron 1976;16:31-41",
    mark="known",
    says=gettext_noop("creatinine clearance of adults"),
)
DEVINE = Source(
    citation="Devine, Drug Intell Clin Pharm 1974;8:650-655",
    mark="known",
    says=gettext_noop("ideal weight, from 60 inches (152.4 cm)"),
)
NCCN = Source(
    citation="NCCN carboplatin dosing sheet (scribd 521865483)",
    mark="seen",
    says=gettext_noop("adjusted weight from a body mass index of 25; least creatinine 0.7 mg/dL (others: 0.8 or 1)"),
)
CALVERT = Source(
    citation="Calvert, J Clin Oncol 1989;7:1748-1756",
    mark="known",
    says=gettext_noop("carboplatin in mg from the target AUC"),
)
FDA = Source(
    citation="FDA 2010, carboplatin dosing (fda.gov, ucm228974)",
    mark="seen",
    says=gettext_noop("an estimated GFR is capped at 125 mL/min, a measured one is not"),
)
