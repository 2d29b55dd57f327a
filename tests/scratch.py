"""Where the databases of the tests lie: in memory, where the machine has room, so that no test waits for a disk."""

import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30


def scratch_folder() -> Path:
    """The folder in memory if it has 4 GiB free, else the temporary one.

    What is asked of the disk (pragmas, `fsync`) is the same in both, so that the checks of the installation read what
    they read in a hospital.
    """
    in_memory = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ROOM
    return MEMORY if in_memory else Path(tempfile.gettempdir())
