"""Running the steps through pump and line, in millilitres; what they amount to is computing.py's."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.finding import Blocker, NothingToCompute
from protocols.engine.line import DILUENT, ZERO, Concentrations, Lines, PlugFlow, Volumes, amount_of
from protocols.engine.pumping import Setting, settle
from protocols.engine.specification import Specification, Step
from protocols.engine.wording import amount_text, volume_text


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One step as run, and the millilitres of each solution that reach the patient during it."""

    solution: int
    setting: Setting
    reaching: Volumes
    flush: bool = False


class Infusion:
    """One run of a specification; `concentrations` may lack the remainder's.

    Raises NothingToCompute where a bag runs dry, the target is already passed or a volume never passes.
    """

    def __init__(self, specification: Specification, concentrations: Concentrations) -> None:
        self.specification = specification
        self.concentrations = concentrations
        self.lines = Lines(specification.line)
        self.bags_ml = {bag.number: bag.volume_ml for bag in specification.solutions}
        self.drawn_ml = dict.fromkeys(self.bags_ml, ZERO)
        self.passages: list[Passage] = []
        self.dry: dict[int, Blocker] = {}
        try:
            for number, step in enumerate(specification.steps, start=1):
                self._run(number, step)
        except NothingToCompute as stopped:  # what follows a dry bag is no finding of its own
            raise NothingToCompute(tuple(self.dry.values()) or stopped.findings) from stopped
        if self.dry:
            raise NothingToCompute(tuple(self.dry.values()))
        self._flush()

    def _run(self, number: int, step: Step) -> None:
        flow, prime_ml = self.lines.connect(step.solution)
        self._draw(number, step.solution, prime_ml)
        volume_ml = self._volume(number, step, flow)
        setting = settle(step, number=number, volume_ml=volume_ml, pump=self.specification.pump)
        self._draw(number, step.solution, setting.volume_ml)
        reaching = flow.push(step.solution, setting.volume_ml)
        self.passages.append(Passage(solution=step.solution, setting=setting, reaching=reaching))

    def _draw(self, number: int, solution: int, volume_ml: Fraction) -> None:
        self.drawn_ml[solution] += volume_ml
        if self.drawn_ml[solution] > self.bags_ml[solution]:
            self._runs_dry(number, solution)

    def _volume(self, number: int, step: Step, flow: PlugFlow) -> Fraction | None:
        if step.volume_ml == "rest":
            rest_ml = self.bags_ml[step.solution] - self.drawn_ml[step.solution]
            if rest_ml <= 0:
                self._runs_dry(number, step.solution)
                raise NothingToCompute(tuple(self.dry.values()))
            return rest_ml
        if step.volume_ml == "to_target":
            return self._volume_to_target(number, step, flow)
        return step.volume_ml

    def _volume_to_target(self, number: int, step: Step, flow: PlugFlow) -> Fraction:
        given = sum((amount_of(passage.reaching, self.concentrations) for passage in self.passages), ZERO)
        wanted = self.specification.target_dose - given
        flushed = self.lines.line.end_flush and number == len(self.specification.steps)
        if flushed:
            wanted -= amount_of(flow.contents(), self.concentrations)
        if wanted <= 0:
            raise NothingToCompute((target_passed(self.specification, number, given),))
        if flushed:
            return wanted / self.concentrations[step.solution]
        return flow.volume_delivering(wanted, step.solution, self.concentrations)

    def _runs_dry(self, number: int, solution: int) -> None:
        values = {
            "solution": str(solution),
            "step": str(number),
            "holds": volume_text(self.bags_ml[solution]),
            "drawn": volume_text(self.drawn_ml[solution]),
        }
        finding = Blocker(code="bag-exhausted", where=f"solution {solution}", values=tuple(values.items()))
        self.dry.setdefault(solution, finding)

    def _flush(self) -> None:
        line = self.lines.line
        if not line.end_flush or line.dead_volume_ml == 0:
            return
        last = self.passages[-1]
        emptying = Step(solution=last.solution, rate_ml_h=last.setting.rate_ml_h, volume_ml=line.dead_volume_ml)
        number = len(self.passages) + 1
        setting = settle(emptying, number=number, volume_ml=line.dead_volume_ml, pump=self.specification.pump)
        flow, _ = self.lines.connect(last.solution)
        reaching = flow.push(DILUENT, line.dead_volume_ml)
        self.passages.append(Passage(solution=last.solution, setting=setting, reaching=reaching, flush=True))


def target_passed(specification: Specification, number: int, given: Fraction) -> Blocker:
    """The finding `target-passed`: a step that is to end at a target, or make it up, which is reached without it."""
    values = {
        "step": str(number),
        "given": amount_text(given, specification.unit),
        "target": amount_text(specification.target_dose, specification.unit),
    }
    return Blocker(code="target-passed", where=f"step {number}", values=tuple(values.items()))
