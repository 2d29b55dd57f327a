"""What the drug library says of skin tests with one drug, as frozen values."""

from dataclasses import dataclass

from desens.numbers.quantity import Quantity
from drugs.models import Mark
from reactions.skin_test_choices import SkinTestKind

#: What was done once shows no limit of irritation.
USED_ONLY = ("used in", "series of")


@dataclass(frozen=True, kw_only=True)
class Table:
    """What one table says of one kind of test: strengths from weak to strong, or words; neither: not established."""

    kind: SkinTestKind
    condition: str
    strengths: tuple[Quantity, ...]
    words: str
    source: str
    mark: str
    of_the_unit: bool

    @property
    def established(self) -> bool:
        """Whether there is a strength."""
        return bool(self.strengths)

    @property
    def to_verify(self) -> bool:
        """Whether nobody has looked at the source yet."""
        return self.mark == Mark.VERIFY

    @property
    def is_limit(self) -> bool:
        """Whether its strongest does not irritate, as far as the source says."""
        return self.established and not self.condition.startswith(USED_ONLY)

    @property
    def forbids(self) -> bool:
        """Whether the test is not to be done."""
        return self.words.startswith("not to be done")


@dataclass(frozen=True, kw_only=True)
class DrugStrengths:
    """Every table of a drug, the proposed one of each kind first, and what its first product with a strength is.

    `diluents` and `refused` are what the labels of its products allow and refuse, in words.
    """

    name: str
    tables: tuple[Table, ...]
    stock: Quantity | None
    diluents: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    def of(self, kind: SkinTestKind) -> Table | None:
        """The table that is proposed for the kind; None where the library says nothing."""
        return next((table for table in self.tables if table.kind == kind), None)


def limit_of(table: Table | None) -> Quantity | None:
    """The strongest of a table that speaks of irritation."""
    return table.strengths[-1] if table is not None and table.is_limit else None
