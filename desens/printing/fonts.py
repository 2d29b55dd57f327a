"""The only fonts that print (traps.md 37 to 39).

Inter with slashed zero and equal digits; DejaVu Sans second, for Hebrew, Arabic and boxes.
Fontconfig is shown these two folders alone, so that no missing glyph and no margin box can
take a font of the system's.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

INTER = Path("/usr/share/fonts/opentype/inter")
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")


@dataclass(frozen=True, kw_only=True)
class Face:
    """One font file: its family, weight and the Debian package that brings it."""

    family: str
    weight: int
    path: Path
    package: str


FACES = (
    Face(family="Inter", weight=400, path=INTER / "Inter-Regular.otf", package="fonts-inter"),
    Face(family="Inter", weight=700, path=INTER / "Inter-Bold.otf", package="fonts-inter"),
    Face(family="DejaVu Sans", weight=400, path=DEJAVU / "DejaVuSans.ttf", package="fonts-dejavu-core"),
    Face(family="DejaVu Sans", weight=700, path=DEJAVU / "DejaVuSans-Bold.ttf", package="fonts-dejavu-core"),
)

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{inter}</dir>
  <dir>{dejavu}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def confine(folder: Path) -> None:
    """Show fontconfig our folders only, and give font writers a fixed date.

    Writes `fonts.conf` into `folder` (also the cache) and sets the environment; WeasyPrint reads
    both when it is first imported, so this runs while Django starts. Where nothing may be written
    only the public commands run, and they print nothing.
    """
    file = folder / "fonts.conf"
    content = _CONFIGURATION.format(inter=escape(str(INTER)), dejavu=escape(str(DEJAVU)), cache=escape(str(folder)))
    with suppress(OSError):
        if not file.exists() or file.read_text(encoding="utf-8") != content:
            folder.mkdir(parents=True, exist_ok=True)
            fresh = folder / f"fonts.conf.{os.getpid()}"
            fresh.write_text(content, encoding="utf-8")
            fresh.replace(file)
    os.environ["FONTCONFIG_FILE"] = str(file)
    os.environ["SOURCE_DATE_EPOCH"] = "0"
