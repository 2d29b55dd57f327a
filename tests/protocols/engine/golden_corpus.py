"""The golden corpus: specifications and the schedules this engine version makes of them.

`python -m tests.protocols.engine.golden_corpus` writes the expected files anew. It refuses to do so for a version
whose outputs are already recorded otherwise: a changed output needs a new ENGINE_VERSION.
"""

import hashlib
import json
from pathlib import Path

from desens.numbers.files import load_file
from protocols.engine import ENGINE_VERSION, canonical, compute, read_specification, to_contract, to_stored

FOLDER = Path(__file__).parent / "golden"
VERSIONS = FOLDER / "versions.json"
CASES = sorted(FOLDER.glob("*.yaml"))


def outputs(case):
    """What the engine says of one case now: stored and published."""
    schedule = compute(read_specification(load_file(case)))
    return {"stored": to_stored(schedule), "published": to_contract(schedule)}


def digest(all_outputs):
    """One hash of the whole corpus."""
    return hashlib.sha256(canonical(all_outputs).encode()).hexdigest()


def write():
    """Write the expected files and record the version's digest."""
    current = {case.stem: outputs(case) for case in CASES}
    versions = json.loads(VERSIONS.read_text()) if VERSIONS.exists() else {}
    if versions.setdefault(ENGINE_VERSION, digest(current)) != digest(current):
        raise SystemExit(f"The outputs of {ENGINE_VERSION} have changed: raise ENGINE_VERSION first.")
    for name, output in current.items():
        (FOLDER / f"{name}.json").write_text(json.dumps(output, indent=1) + "\n")
    VERSIONS.write_text(json.dumps(versions, indent=1) + "\n")


if __name__ == "__main__":
    write()
