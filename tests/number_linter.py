"""How numbers, units, dates and times must stand on pages and paper (safety.md 2), checked on what a person sees.

lint(visible_text(response.content.decode()))        an HTML page
lint(text_of_the_pdf, printed=True)                  a PDF: its text layer does not tell which spaces break
"""

import re
from html.parser import HTMLParser

BASE_UNIT = r"(?:million[ \u00a0]units|units|ng|mcg|mg|kg|g|mL|L|cm|mm|mmHg|mmol|mEq|min|h|y|%|°C)"
UNIT = rf"{BASE_UNIT}(?:/{BASE_UNIT})?(?![\w·-])"
NUMBER = r"(?<![\w.,·:#\u202f-])[0-9]+(?:\u202f[0-9]{3})*(?:\.[0-9]+)?"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\b\.?"

RULES = {
    "trailing zero": r"(?<![\w.])(?!10\.[0-9]{4,5}/)[0-9]+\.[0-9]*0(?!\w|[.,][0-9])",
    "no leading zero": r"(?<![\w.)\]])\.[0-9]+",
    "comma in a number": r"(?<!\w)[0-9]+(?:,[0-9]+)+(?![0-9]|-[a-z])",
    "thousands not grouped": rf"(?<![\w.,·#\u202f-])[0-9]{{4,}}(?:\.[0-9]+)?[ \u00a0\u202f]?{UNIT}",
    "grouped by another sign": rf"(?<![\w.,-])[0-9]{{1,3}}(?:[\u00a0\u2009'’][0-9]{{3}})+(?:\.[0-9]+)?[ \u00a0]?{UNIT}",
    "grouped by a space": rf"(?<![\w.,-])(?<!\w )[0-9]{{1,3}}(?: [0-9]{{3}})+(?:\.[0-9]+)?[ \u00a0]?{UNIT}",
    "unit not spelled": r"(?<![\w·-])[0-9]+[ \u00a0]?(?:U|IU|UI|iu|ug|uL|cc)(?![\w·-])|(?<!\w)I?U/m?L\b",
    "Greek letter": r"[\u00b5\u03bc]",
    "unit in the wrong case": r"[0-9/][ \u00a0]?(?:ml|ML|Ml|MG|Mg|MCG|Mcg|KG|Kg|NG|UNITS)(?![\w·-])",
    "error-prone abbreviation": r"\b(?:QD|QOD|qd|qod)\b|\b[qQ]\.(?:[oO]\.)?[dD]\.|(?<!\S)@|@(?!\S)|@[0-9]",
    "no space before the unit": rf"{NUMBER}{UNIT}",
    "unit may break off": rf"{NUMBER} {UNIT}",
    "bare < or >": r"(?<![-=])[<>]",
    "date not ISO": r"(?<![\w/.-])[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})(?![\w/.-])",
    "date with other signs": r"(?<![\w/.-])[0-9]{4}([/.])[0-9]{1,2}\1[0-9]{1,2}(?![\w/.-])",
    "month by name": rf"(?<!\w)[0-9]{{1,2}} {MONTH}|(?<!\w){MONTH} [0-9]{{1,2}}(?![\w;])",
    "time not 24 h": r"(?<![\w:])[0-9]{1,2}(?::[0-9]{2})?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b)",
    "hour of one digit": r"(?<![\w:.;])[02-9]:[0-5][0-9](?![\w:])",
    "a fraction": r"(?<![\w/.-])[0-9]+/[0-9]+(?![\w/-])(?!\s?mmHg)",
    "a value of the program": r"\b(?:Decimal|Fraction|Quantity|datetime\.\w+|date)\(|%\(\w+\)[sd]|\{\{|\{%",
    "float noise": r"(?<!\w)(?:[1-9][0-9]*\.[0-9]*|0\.0*[1-9][0-9]*)(?:0{6}|9{6})[0-9]*",
    "too many digits": r"(?<!\w)(?:[1-9][0-9]*\.[0-9]{12,}|0\.0*[1-9][0-9]{12,})",
    "an exponent": r"(?<!\w)[0-9]+(?:\.[0-9]+)?[eE][-+][0-9]|(?<!\w)[0-9]+\.[0-9]+[eE][0-9]",
}
ONLY_ON_PAGES = {"unit may break off", "grouped by a space"}
_COMPILED = {rule: re.compile(pattern) for rule, pattern in RULES.items()}


def lint(text: str, *, printed: bool = False) -> list[str]:
    """One line a finding, its rule and its surroundings; empty where the text is written as it must be."""
    rules = {rule: pattern for rule, pattern in _COMPILED.items() if not (printed and rule in ONLY_ON_PAGES)}
    return [
        f"{rule}: {text[max(0, found.start() - 20) : found.end() + 20]!r}"
        for rule, pattern in rules.items()
        for found in pattern.finditer(text)
    ]


INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "code",
    "em",
    "i",
    "label",
    "mark",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
}
SILENT = {"script", "style"}
SPOKEN = ("placeholder", "title", "alt", "aria-label")


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag in SILENT
        if tag not in INLINE:
            self.parts.append("\n")
        self.parts += [f"\n{value}\n" for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent = False
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"[ \t\r\n\f]+", " ", data))


def visible_text(html: str) -> str:
    """What a person sees or hears of a page: text and spoken attributes, one line a block or table cell."""
    parser = _Visible()
    parser.feed(html)
    parser.close()
    lines = (re.sub(r" +", " ", line).strip(" ") for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)
