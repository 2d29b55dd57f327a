"""Free text that neither hides nor breaks what stands beside it (safety.md H12)."""

import re
import unicodedata

FIELD_LIMIT, NOTE_LIMIT = 200, 2_000
MOST_MARKS = 3

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U0001d159\U000e0000-\U000e0fff]"
)
_REASONS = {
    "Cc": "control",
    "Zl": "control",
    "Zp": "control",
    "Cf": "invisible",
    "Cs": "not_a_character",
    "Co": "not_a_character",
    "Cn": "not_a_character",
}


class TextError(ValueError):
    """A text that is refused: `code` names the reason, `values` fill the sentence of that code."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def clean_text(text: str, *, limit: int) -> str:
    """The text in NFC, its ends trimmed, every kind of space an ordinary one.

    A limit above 200 makes it a note, which may have several lines. Raises TextError: `too_long`
    (value `limit`), `control`, `direction`, `invisible`, `not_a_character` (value `character`,
    its code point), `marks` (more than three accents on one letter).
    """
    if len(text) > 4 * limit:
        raise TextError("too_long", limit=str(limit))
    spaced = re.sub(r"\r\n?", "\n", text)
    composed = unicodedata.normalize("NFC", spaced)
    cleaned = "".join(" " if unicodedata.category(letter) == "Zs" else letter for letter in composed).strip(" \n")
    allowed = "\n" if limit > FIELD_LIMIT else ""
    marks = 0
    for letter in cleaned:
        reason = None if letter in allowed else _reason(letter)
        marks = marks + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        if reason or marks > MOST_MARKS:
            raise TextError(reason or "marks", character=f"U+{ord(letter):04X}")
    if len(cleaned) > limit:
        raise TextError("too_long", limit=str(limit))
    return cleaned


def _reason(letter: str) -> str | None:
    if letter in _DIRECTION:
        return "direction"
    if _INVISIBLE.fullmatch(letter):
        return "invisible"
    return _REASONS.get(unicodedata.category(letter))
