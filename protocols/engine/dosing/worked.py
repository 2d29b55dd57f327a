"""A figure on its way: its value, how it came about so far, from which sources, and what is to be seen."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.dosing.sources import Source
from protocols.engine.finding import Caution


@dataclass(frozen=True, kw_only=True)
class WorkingLine:
    """One line of the working: a code of MESSAGES and the figures put in, as texts."""

    code: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Worked:
    """An exact value with its working; nothing in it is rounded."""

    value: Fraction
    lines: tuple[WorkingLine, ...] = ()
    sources: tuple[Source, ...] = ()
    cautions: tuple[Caution, ...] = ()

    def then(self, value: Fraction, code: str, *sources: Source, **values: object) -> "Worked":
        """The next value, with one more line and its sources."""
        return Worked(
            value=value,
            lines=(*self.lines, WorkingLine(code=code, values=as_texts(values))),
            sources=(*self.sources, *(source for source in sources if source not in self.sources)),
            cautions=self.cautions,
        )

    def warned(self, code: str, **values: object) -> "Worked":
        """The same value with one more caution."""
        caution = Caution(code=code, values=as_texts(values))
        return Worked(value=self.value, lines=self.lines, sources=self.sources, cautions=(*self.cautions, caution))

    def after(self, before: "Worked") -> "Worked":
        """This value, with the working of another one put before its own."""
        new = tuple(source for source in self.sources if source not in before.sources)
        return Worked(
            value=self.value,
            lines=before.lines + self.lines,
            sources=before.sources + new,
            cautions=before.cautions + self.cautions,
        )


def as_texts(values: dict[str, object]) -> tuple[tuple[str, str], ...]:
    """Values as findings and lines carry them."""
    return tuple((name, str(value)) for name, value in values.items())
