"""The guide and its pictures: each picture is shown once, with words for who does not see it, and is small."""

import re

from tests.architecture.tree import ROOT

SHOWN = re.compile(r"!\[([^\]]+)\]\(pictures/([a-z-]+\.png)\)")
MOST_BYTES = 100_000


def test_every_picture_is_shown_and_small():
    shown = SHOWN.findall((ROOT / "docs" / "guide.md").read_text())
    kept = {path.name: path.stat().st_size for path in (ROOT / "docs" / "pictures").iterdir()}
    assert sorted(name for _words, name in shown) == sorted(kept)
    assert max(kept.values()) <= MOST_BYTES
