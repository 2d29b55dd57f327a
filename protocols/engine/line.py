"""The line as plug flow: what enters at the bag pushes out, in order, what was inside.

Plugs carry the number of their solution (DILUENT for none) rather than a concentration, so that
one passage answers for every concentration, the unknown one of a `remainder` included.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from fractions import Fraction

from protocols.engine.specification import Line

DILUENT = 0
ZERO = Fraction(0)

#: Millilitres of each solution, by its number; diluent is left out.
Volumes = Mapping[int, Fraction]
Plug = tuple[int, Fraction]
#: The drug per mL of each solution, by its number.
Concentrations = Mapping[int, Fraction]


def amount_of(volumes: Volumes, concentrations: Concentrations) -> Fraction:
    """The drug in these volumes."""
    return sum((volume * concentrations[number] for number, volume in volumes.items()), ZERO)


def added(plugs: Iterable[Plug]) -> Volumes:
    """The volume of each solution in these plugs."""
    volumes: dict[int, Fraction] = {}
    for number, volume in plugs:
        if number != DILUENT and volume:
            volumes[number] = volumes.get(number, ZERO) + volume
    return volumes


class PlugFlow:
    """One line of `dead_volume_ml`, primed with a solution or with DILUENT; the last plug is nearest the bag."""

    def __init__(self, *, dead_volume_ml: Fraction, primed_with: int) -> None:
        self.plugs: deque[Plug] = deque([(primed_with, dead_volume_ml)])

    def copied(self) -> "PlugFlow":
        """Another line that holds the same."""
        other = PlugFlow(dead_volume_ml=ZERO, primed_with=DILUENT)
        other.plugs = deque(self.plugs)
        return other

    def push(self, solution: int, volume_ml: Fraction) -> Volumes:
        """Let `volume_ml` in at the bag; the volume of each solution that leaves at the vein."""
        return added(self.passing(solution, volume_ml))

    def passing(self, solution: int, volume_ml: Fraction) -> list[Plug]:
        """Let `volume_ml` in at the bag; the plugs that leave at the vein, in their order, diluent included."""
        self.plugs.append((solution, volume_ml))
        left: list[Plug] = []
        while volume_ml > 0:
            number, plug_ml = self.plugs.popleft()
            part_ml = min(plug_ml, volume_ml)
            if plug_ml > part_ml:
                self.plugs.appendleft((number, plug_ml - part_ml))
            left.append((number, part_ml))
            volume_ml -= part_ml
        return left

    def volume_delivering(self, wanted: Fraction, solution: int, concentrations: Concentrations) -> Fraction:
        """The least volume of `solution` to let in so that `wanted` of drug leaves; what is inside leaves first."""
        volume_ml = ZERO
        for number, plug_ml in self.plugs:
            concentration = ZERO if number == DILUENT else concentrations[number]
            if concentration * plug_ml >= wanted:
                return volume_ml + wanted / concentration
            wanted -= concentration * plug_ml
            volume_ml += plug_ml
        return volume_ml + wanted / concentrations[solution]

    def contents(self) -> Volumes:
        """The solution inside."""
        return added(self.plugs)


class Lines:
    """All lines of one infusion: one for every solution, or one for all."""

    def __init__(self, line: Line | None) -> None:
        self.line = line or Line(dead_volume_ml=ZERO, primed_with="diluent")
        self._flows: dict[int, PlugFlow] = {}

    def copied(self) -> "Lines":
        """Other lines that hold the same."""
        other = Lines(self.line)
        other._flows = {key: flow.copied() for key, flow in self._flows.items()}
        return other

    def connect(self, solution: int) -> tuple[PlugFlow, Fraction]:
        """The line through which this solution runs, and the millilitres of it drawn just now to prime it."""
        key = solution if self.line.per_solution else DILUENT
        if key in self._flows:
            return self._flows[key], ZERO
        by_solution = self.line.primed_with == "solution"
        flow = PlugFlow(dead_volume_ml=self.line.dead_volume_ml, primed_with=solution if by_solution else DILUENT)
        self._flows[key] = flow
        return flow, self.line.dead_volume_ml if by_solution else ZERO

    def contents(self) -> Volumes:
        """The drawn solution that all lines hold now."""
        return added(plug for flow in self._flows.values() for plug in flow.plugs)
