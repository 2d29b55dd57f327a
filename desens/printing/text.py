"""What may be printed: characters that our fonts have, in texts of a bounded length (safety.md H12)."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import groupby

from django.utils.translation import gettext as _
from fontTools.ttLib import TTFont

from desens.printing.fonts import FACES
from desens.printing.refusal import CannotPrint

MOST_IN_A_TEXT = 2_000
MOST_IN_ALL = 60_000
#: Pointed Hebrew and vowelled Arabic stay below.
MOST_MARKS = 4
#: Controls, bidi and other invisible format characters, surrogates, private use, unassigned.
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn")
_BLANKS = frozenset(" \n\t\r")


class _Texts(HTMLParser):
    """The text between the tags, piece by piece."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        if text := " ".join(data.split()):
            self.found.append(text)


@cache
def printable() -> frozenset[str]:
    """Every character that can be seen in each weight we print with."""
    weights = {face.weight for face in FACES}
    of_weight = [frozenset().union(*(_characters(face.path) for face in FACES if face.weight == w)) for w in weights]
    common = frozenset.intersection(*of_weight)
    return frozenset(c for c in common if unicodedata.category(c) not in _HIDDEN) | _BLANKS


def check_text(html: str) -> None:
    """CannotPrint if a text is too long or holds a character without a glyph, which it names."""
    texts = _Texts(html).found
    if sum(map(len, texts)) > MOST_IN_ALL:
        raise CannotPrint(_("The document holds more than %(most)s characters.") % {"most": MOST_IN_ALL})
    for text in texts:
        if len(text) > MOST_IN_A_TEXT:
            raise CannotPrint(
                _("A text of %(count)s characters is too long to print (at most %(most)s): “%(start)s…”")
                % {"count": len(text), "most": MOST_IN_A_TEXT, "start": text[:40]}
            )
        if _most_marks(text) > MOST_MARKS:
            raise CannotPrint(_("Too many marks stand on one letter in “%(text)s…”.") % {"text": text[:40]})
        for character in sorted(set(text) - printable(), key=text.index):
            raise CannotPrint(
                _("The printing fonts have no glyph for %(character)s, in “%(text)s”.")
                % {"character": _named(character), "text": _around(text, character)}
            )


def _characters(path: object) -> Iterator[str]:
    with TTFont(path, lazy=True) as font:
        yield from map(chr, font.getBestCmap())


def _most_marks(text: str) -> int:
    """How many marks are stacked on one letter: without a limit they cover the lines above and below."""
    runs = groupby(text, key=lambda character: unicodedata.category(character).startswith("M"))
    return max((sum(1 for _mark in run) for marks, run in runs if marks), default=0)


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, _('(a control character)'))}"


def _around(text: str, character: str) -> str:
    """The words round the character, itself shown as a box: what cannot be printed may also hide on screen."""
    place = text.index(character)
    nearby = text[max(0, place - 20) : place + 20]
    return "".join(c if c in printable() else "\N{WHITE SQUARE}" for c in nearby)
