"""Histories whose every printed form is kept word by word (written_corpus.py)."""

from desens.file_command import FORMATS
from protocols.engine.replay.writing import write_replayed
from tests.protocols.engine.replay.samples import golden, pause, replayed, resume, start, stop

DAY = [start(0, 1), start(15, 2), pause(24), resume(40, rate_ml_h="2.5"), resume(41)]
BACK = [start(15 * n, n + 1) for n in range(11)] + [pause(160, infused_ml=6), resume(190, step=10), start(210, 12)]
HISTORIES = {
    "before the first start": ("generic-4-step", [], 0),
    "a pause, and slower": ("line-flushed-at-the-end", DAY, 43),
    "cut short in the last bag": ("generic-12-step", BACK, 300),
    "cut short in the first bag": ("line-primed-with-solution", [start(0, 1), start(3, 4), start(-1, 2)], 17),
    "stopped": ("generic-8-step", [start(0, 1), start(15, 2), stop(20, infused_ml=3), start(30, 3)], 40),
    "again and again": ("one-solution", [start(0, 6), start(200, 6, infused_ml=1), start(274, 6), start(500, 9)], 600),
}


def replays():
    """Every history in every form."""
    blocks = []
    for name, (case, events, now) in HISTORIES.items():
        stands = replayed(*events, now=now, specification=golden(case))
        blocks += [f"--- {name}, {form}\n{write_replayed(stands, form)}" for form in FORMATS]
    return "".join(blocks)
